import { can } from '../../../domain/access/can.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import type { EntryValues } from '../../../domain/orders/register/entry.ts';
import type { Meant } from '../../../domain/orders/register/judge-entry.ts';
import { logLook } from '../../../platform/audit/access-log.ts';
import { addChild } from '../../../platform/db/add-child.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { choice } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import type { ValuesOf } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { type Outcome, serviceForm } from '../../../record/form-page.ts';
import { CandidateCards } from '../../../record/known/candidate-cards.view.tsx';
import { type CandidateNow, childrenAsTheyAre } from '../../../record/known/candidates.queries.ts';
import { childDecided, whoFaults, whoFields, whoOptions } from '../../../record/known/who-it-is.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { longText, text } from '../../../record/text-fields.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { bornWords, hearingWords, nameOfEntry, resultWords, StateBadge } from './entry-words.tsx';
import { meantBy, resultCodes } from './judge-register.ts';
import { makeEntry } from './make-entry.ts';
import { entriesOf, type KeptEntry } from './register.queries.ts';

const { decision, number, ...named } = whoFields('that it is not ours');

const fields = {
  ...named,
  court: text({ label: 'Court', max: 200 }),
  heard_on: day({ label: 'Hearing date', says: 'The hearing date', within: 'past' }),
  decision,
  number,
  hearing: choice(
    [
      { value: 'on-record', text: 'It is the hearing of that day that is on record' },
      { value: 'another', text: 'It is another hearing' },
    ],
    {
      label: 'If another court or hearing of that day is on record',
      says: 'Hearing',
      as: 'radios',
    },
  ),
  results: choice(
    [
      { value: 'register', text: 'The register: correct the record, and keep what it said first' },
      { value: 'record', text: 'The record: leave it as it is' },
      { value: 'both', text: 'Both: the register’s results are further ones' },
    ],
    {
      label: 'If the record says other results: which is right?',
      says: 'Results',
      as: 'radios',
    },
  ),
  note: longText({
    label: 'Why you decided so',
    hint: 'For example: the court office confirmed the date of birth by telephone.',
    required: 'Say why you decided so',
    max: 2000,
    rows: 3,
  }),
};

type Subject = {
  readonly entry: KeptEntry;
  /** Whom it may mean as the record is now. */
  readonly meant: Meant;
  readonly known: ReadonlyMap<string, CandidateNow>;
};

async function subject({ tx, actor, param }: PageContext): Promise<Subject | undefined> {
  const id = param('entryId');
  const { serviceId } = actor;
  const [entry] = isId(id) ? await entriesOf(tx, serviceId, { id, limit: 1, offset: 0 }) : [];
  const [meant] = entry ? await meantBy(tx, serviceId, [entry.values]) : [];
  if (!entry || !meant) return undefined;
  const ids = meant.candidates.flatMap(({ child }) => (child.kind === 'record' ? [child.id] : []));
  return { entry, meant, known: await childrenAsTheyAre(tx, serviceId, ids) };
}

const isOpen = ({ entry }: Subject) => entry.state === 'held' || entry.state === 'ready';

type Said = ValuesOf<typeof fields>;

const putRight = (values: EntryValues, said: Said): EntryValues => ({
  ...values,
  forename: said.forename,
  surname: said.surname,
  dateOfBirth: said.date_of_birth,
  court: said.court,
  heardOn: said.heard_on,
});

const placeFaults = ({ decision: who, court, heard_on }: Said): readonly FormFault[] => [
  ...(who !== 'none' && court === null ? [{ field: 'court', message: 'Enter the court' }] : []),
  ...(who !== 'none' && heard_on === null
    ? [{ field: 'heard_on-day', message: 'Enter the hearing date' }]
    : []),
];

async function putOnRecord(
  { tx, actor, today }: PageContext,
  values: EntryValues,
): Promise<string> {
  const { forename, surname, dateOfBirth, sex, address, postcode } = values;
  const names = { forename: forename ?? '', surname: surname ?? '' };
  const child_id = await addChild(tx, actor, { ...names, dateOfBirth, sex });
  if (address !== null || postcode !== null)
    await addRow(tx, actor, 'child_address', {
      child_id,
      lines: address ?? '',
      postcode,
      postcode_search: postcode?.replace(' ', '') ?? null,
      accommodation_type: 'not-asked',
      suitable: 'not-asked',
      valid_from: today,
      source: 'court',
    });
  return child_id;
}

async function save(context: PageContext, { entry }: Subject, said: Said): Promise<Outcome> {
  const { tx, actor, now } = context;
  const decided = { note: said.note, decided_by: actor.staffId, decided_at: now };
  if (said.decision === 'none')
    return changeRow(tx, 'register_entry', entry, {
      ...decided,
      state: 'not-ours',
      child_id: null,
    });
  const values = putRight(entry.values, said);
  const childId =
    said.decision === 'new'
      ? await putOnRecord(context, values)
      : await childDecided(tx, actor.serviceId, said);
  if (!childId) return [{ field: 'number', message: `No child has the number ${said.number}` }];
  const settled = { hearing: said.hearing, results: said.results, reason: said.note };
  const writing = { ...context, child: { id: childId } };
  const made = await makeEntry(writing, values, await resultCodes(tx), settled);
  if ('reason' in made) return [{ field: made.about, message: made.reason }];
  const page = urls.court.registerEntry(':entryId');
  await logLook(tx, actor, { kind: 'change', page, childId });
  return changeRow(tx, 'register_entry', entry, {
    ...decided,
    state: 'in',
    said: JSON.stringify(values),
    child_id: childId,
    hearing_id: made.hearingId,
  });
}

/** One entry: what the register says, whom it may mean, and the decision of a person. */
export const entryRoutes = serviceForm({
  path: urls.court.registerEntry(':entryId'),
  tab: { under: urls.court.registers },
  reads: 'register.view',
  writes: 'register.import',
  audit: 'view',
  fields,
  subject,
  stored: ({ entry: { id, version, values, note } }: Subject) => ({
    id,
    version,
    forename: values.forename,
    surname: values.surname,
    date_of_birth: values.dateOfBirth,
    court: values.court,
    heard_on: values.heardOn,
    note,
  }),
  options: ({ actor }, { known }) => ({
    decisions: whoOptions([...known.values()], {
      new: can(actor, 'child.create')
        ? { text: 'Put on record as a new child', hint: 'A record is made with the details above' }
        : null,
      none: { text: 'Not ours', hint: 'Nothing is made' },
    }),
  }),
  refuses: (found) =>
    isOpen(found) ? [] : [{ field: 'version', message: 'This entry is decided already' }],
  rules: (said) => [...whoFaults(said), ...placeFaults(said)],
  save,
  view: ({ shell, subject: found, form: { F, ...form } }) => (
    <Page
      title={`Entry: ${nameOfEntry(found.entry.values)}`}
      shell={shell}
      errors={form.faults}
      back={{ href: urls.court.register(found.entry.registerId), text: found.entry.fileName }}
    >
      <h1 class="govuk-heading-l">{nameOfEntry(found.entry.values)}</h1>
      <p class="govuk-body">
        <StateBadge state={found.entry.state} /> {found.entry.fileName}, row{' '}
        {found.entry.lines.join(', ')}, {formatInstant(found.entry.createdAt)}.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {found.entry.reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      <div class="fh-even">
        <AsSent {...found} />
        {isOpen(found) ? <Candidates {...found} /> : <Decided {...found} />}
      </div>
      {isOpen(found) ? (
        <FormBox form={form} button="Save the decision">
          <h2 class="govuk-heading-m">Put right what the court has told you since</h2>
          <F.forename />
          <F.surname />
          <F.date_of_birth />
          <F.court />
          <F.heard_on />
          {can(shell.actor, 'child.create') ? null : (
            <p class="govuk-body">
              A child who is not on record is put there by whoever receives referrals: the entry
              stands on their home until then.
            </p>
          )}
          <F.decision />
          <F.number />
          <F.hearing />
          <F.results />
          <F.note />
        </FormBox>
      ) : null}
    </Page>
  ),
  done: ({ entry }, said) => ({
    to: urls.court.register(entry.registerId),
    message:
      said.decision === 'none'
        ? 'Decided: not ours.'
        : `Decided: the hearing and results of ${[said.forename, said.surname].filter(Boolean).join(' ')} are in.`,
  }),
});

const AsSent = ({ entry: { values } }: Subject) => (
  <section aria-labelledby="as-sent">
    <h2 class="govuk-heading-m" id="as-sent">
      What the register says
    </h2>
    <WrittenList
      lines={[
        ['Child', `${nameOfEntry(values)}, ${bornWords(values)}`],
        ['Address', [values.address, values.postcode].filter(Boolean).join(', ') || 'Not given'],
        ['Case', values.urn ?? 'Not given'],
        ['Hearing', hearingWords(values)],
        ['Results', resultWords(values).join('; ') || 'None'],
        ['Next hearing', values.nextOn && formatDay(values.nextOn)],
      ]}
    />
  </section>
);

const Candidates = ({ meant, known }: Subject) => (
  <CandidateCards
    cards={meant.candidates.map(({ child, reasons }) => ({
      name: child.name,
      now: child.kind === 'record' ? known.get(child.id) : undefined,
      reasons,
    }))}
  />
);

const Decided = ({ entry: { note, decidedBy, decidedAt, childId, hearingId } }: Subject) => (
  <section class="govuk-inset-text">
    {note !== null ? (
      <p class="govuk-body fh-written">
        {decidedBy ?? 'Somebody'}, {decidedAt ? formatInstant(decidedAt) : ''}: {note}
      </p>
    ) : null}
    {childId && hearingId ? (
      <a class="govuk-link" href={urls.court.hearing(childId, hearingId)}>
        The hearing on the child’s record
      </a>
    ) : (
      <p class="govuk-body">Nothing was made of it.</p>
    )}
  </section>
);
