import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { fullName } from '../../../domain/people/display-name.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import type { Option } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { childDecided, whoFaults } from '../../../record/known/who-it-is.ts';
import { changeRow } from '../../../record/rows.ts';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import type { DecidedRow } from '../import/decided-row.ts';
import { countAgain } from '../import/kept-rows.queries.ts';
import { AsSent, Candidates } from './hold-facts.view.tsx';
import { holdFields } from './hold-fields.ts';
import { candidatesNow, type KnownNow } from './holds.queries.ts';
import { type HeldRow, heldRow, settledRows } from './row.queries.ts';
import { decisionsOf, putRight, shownOf, type WhoItIs } from './who-it-is.ts';
import { WhoItIsFields } from './who-it-is.view.tsx';

type Subject = {
  readonly row: HeldRow;
  readonly known: KnownNow;
  /** Rows of the list that it may be the same child as, by whether they have a child for sure. */
  readonly settled: ReadonlyMap<number, boolean>;
};

async function subject({ tx, actor, param }: PageContext): Promise<Subject | undefined> {
  const importId = param('importId');
  const number = Number(param('row'));
  const isAddress = isId(importId) && Number.isInteger(number) && number < 10_000_000;
  const row = isAddress ? await heldRow(tx, actor.serviceId, importId, number) : null;
  if (!row) return undefined;
  const { candidates } = row.judged;
  const rows = candidates.flatMap(({ child }) => (child.kind === 'row' ? [child.row] : []));
  return {
    row,
    known: await candidatesNow(tx, actor.serviceId, { importId: row.importId, candidates }),
    settled: await settledRows(tx, actor.serviceId, row.importId, rows),
  };
}

const rowOptions = ({ row, settled }: Subject): readonly Option[] =>
  row.judged.candidates.flatMap(({ child }) =>
    child.kind === 'row' && settled.get(child.row)
      ? [{ value: `row:${child.row}`, text: `It is ${child.name}, row ${child.row} of this list` }]
      : [],
  );

const chosenIn = ({ decided, childId }: HeldRow): string | null => {
  if (!decided) return null;
  if (decided.kind === 'created') return 'new';
  if (decided.kind === 'discarded') return 'none';
  return decided.row === null ? `child:${childId}` : `row:${decided.row}`;
};

type Meant = Pick<DecidedRow, 'kind' | 'row'> & { readonly childId: string | null };

async function meantBy({ tx, actor }: PageContext, said: WhoItIs): Promise<Meant | null> {
  const { decision } = said;
  const nobody = { row: null, childId: null };
  if (decision === 'none') return { ...nobody, kind: 'discarded' };
  if (decision === 'new') return { ...nobody, kind: 'created' };
  if (decision.startsWith('row:'))
    return { kind: 'matched', row: Number(decision.slice('row:'.length)), childId: null };
  const childId = await childDecided(tx, actor.serviceId, said);
  return childId ? { kind: 'matched', row: null, childId } : null;
}

const makes = { created: 'child-and-referral', matched: 'referral', discarded: 'nothing' } as const;

/** A held row of a list that is not imported yet: decided before the import, which then makes it so. */
export const rowRoutes = serviceForm({
  path: urls.referrals.row(':importId', ':row'),
  reads: 'referral.inbox',
  writes: 'referral.import',
  audit: 'view',
  fields: holdFields,
  subject,
  stored: ({ row }: Subject) => ({
    id: row.id,
    version: row.version,
    ...shownOf(row.decided?.values ?? row.judged.values, row.decided?.note ?? null),
    decision: chosenIn(row),
  }),
  options: (_context, found) => ({
    decisions: decisionsOf([...found.known.byId.values()], rowOptions(found)),
  }),
  rules: whoFaults,
  save: async (context, { row }, said) => {
    const { tx, actor, now } = context;
    const meant = await meantBy(context, said);
    if (!meant) return [{ field: 'number', message: `No child has the number ${said.number}` }];
    const chosen = decisionsOf([]).find(({ value }) => value === said.decision)?.text;
    const decided: DecidedRow = {
      kind: meant.kind,
      row: meant.row,
      values: putRight(row.judged.values, said),
      note: said.resolution_note,
      makes: makes[meant.kind],
      says: `Decided by ${actor.name}: ${chosen ?? 'a child who is known'}. ${said.resolution_note}`,
    };
    const saved = await changeRow(tx, 'referral_import_row', row, {
      decided: JSON.stringify(decided),
      decided_by: actor.staffId,
      decided_at: now,
      child_id: meant.childId,
    });
    if (saved.kind === 'saved') await countAgain(tx, actor.serviceId, row.importId);
    return saved;
  },
  view: ({ shell, subject: { row, known, settled }, form: { F, ...form } }) => (
    <Page
      title={`Row ${row.row}: ${fullName(row.judged.values)}`}
      shell={shell}
      errors={form.faults}
      back={{ href: urls.referrals.preview(row.importId, { show: 'hold' }), text: 'Held rows' }}
    >
      <h1 class="govuk-heading-l">{fullName(row.judged.values)}</h1>
      <p class="govuk-body">
        {row.fileName}, row {row.row}. Nothing is made before the list is imported. What is not
        decided then waits among the held rows.
      </p>
      <h2 class="govuk-heading-m">Why a person must decide</h2>
      <ul class="govuk-list govuk-list--bullet">
        {row.reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      <div class="fh-even">
        <AsSent values={row.judged.values} />
        <Candidates
          candidates={row.judged.candidates}
          known={known}
          waitingAt={(number) =>
            settled.get(number) === false ? urls.referrals.row(row.importId, number) : undefined
          }
        />
      </div>
      {row.decided && row.decidedAt ? (
        <section class="govuk-inset-text">
          <p class="govuk-body fh-written">{row.decided.says}</p>
          <p class="govuk-body fh-quiet">
            {formatInstant(row.decidedAt)}. It may be decided otherwise until the list is imported.
          </p>
        </section>
      ) : null}
      <FormBox form={form} button="Save the decision">
        <WhoItIsFields F={F} />
      </FormBox>
    </Page>
  ),
  done: ({ row }) => ({
    to: urls.referrals.preview(row.importId, { show: 'hold' }),
    message: `Row ${row.row} is decided: the import will do so.`,
  }),
});
