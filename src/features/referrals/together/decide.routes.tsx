import type { FormFault } from '../../../domain/form-fault.ts';
import { mostTogether } from '../../../domain/referrals/triage-together.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { choice, pressed, tick } from '../../../record/choice-fields.tsx';
import type { Field, ValuesOf } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { text } from '../../../record/text-fields.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { triageFields } from '../one/triage-fields.ts';
import { between, toldOf } from './choose.routes.tsx';
import { proposedWords, type Waiting, waitingForTriage } from './together.queries.ts';

const { way, pathway, closed_reason, triage_note } = triageFields;
const shared = {
  urgency: choice(
    [
      { value: 'routine', text: 'Routine' },
      { value: 'soon', text: 'Soon: within days' },
    ],
    {
      label: 'How urgent are they?',
      hint: 'One that must be seen the same day is triaged by itself.',
      says: 'Urgency',
      required: 'Say how urgent they are',
      as: 'small-radios',
    },
  ),
  way,
  pathway,
  closed_reason,
  triage_note,
  looked: tick({
    label: 'Each child by themself',
    text: 'I have looked at each record: the child lives in our area, and I saw no concern for their safety and no sign of exploitation',
    hint: 'Take a child out of the address by going back, if it is not so, and triage that child alone.',
  }),
  /** Which rows were on the page, as they were read. */
  read: pressed,
};
type Own = Readonly<Record<`note_${string}`, Field<string | null>>>;

const noteOf = ({ id }: Waiting): `note_${string}` => `note_${id}`;
const readAs = (rows: readonly Waiting[]) =>
  rows.map(({ id, version }) => `${id}:${version}`).join(between);

async function subject(context: PageContext) {
  const ids = context.param('chosen').split(between);
  if (ids.length > mostTogether || !ids.every(isId)) return undefined;
  const found = await waitingForTriage(context, ids);
  const rows = found.filter(({ alone }) => alone.length === 0);
  const isOneKind = new Set(rows.map(({ kind }) => kind)).size <= 1;
  return isOneKind ? { rows, left: ids.length - rows.length } : undefined;
}
type Subject = NonNullable<Awaited<ReturnType<typeof subject>>>;
type Fields = typeof shared & Own;

function rules(value: ValuesOf<Fields>, { rows }: Subject): readonly FormFault[] {
  const fault = (isSo: boolean, field: string, message: string) =>
    isSo ? [{ field, message }] : [];
  return [
    ...fault(
      value.read !== readAs(rows),
      'looked',
      'Something was saved about one of them meanwhile: look at each again',
    ),
    ...fault(
      value.way === 'accept' && !value.pathway,
      'pathway',
      'Choose the pathway on which they are accepted',
    ),
    ...fault(
      value.way === 'signpost' && !value.closed_reason,
      'closed_reason',
      'Say where they are signposted to',
    ),
    ...fault(
      !value.looked,
      'looked',
      'Tick that you have looked at each, or triage them one by one',
    ),
  ];
}

/** The same triage for several referrals of one kind, each recorded by itself with its reason: named one by one before it is done. */
export const decideTogetherRoutes = serviceForm<Subject, Fields>({
  path: urls.referrals.decideTogether(':chosen'),
  tab: { under: urls.referrals.inbox },
  reads: 'referral.triage',
  audit: 'view',
  subject,
  closed: ({ rows }) =>
    rows.length > 0 ? null : 'None of them waits any more: somebody else has triaged them',
  fields: ({ rows }) => ({
    ...shared,
    ...Object.fromEntries(
      rows.map((row) => [
        noteOf(row),
        text({ label: `More of ${row.child}’s own reason, if there is any`, max: 1000 }),
      ]),
    ),
  }),
  options: () => ({
    ways: [
      { value: 'accept', text: 'Accept the children' },
      {
        value: 'signpost',
        text: 'Signpost to somebody else',
        hint: 'Each referral ends here, with the reason',
      },
    ],
  }),
  rules,
  save: async ({ tx, actor, today }, { rows }, value) => {
    const isSignposted = value.way === 'signpost';
    for (const row of rows) {
      const saved = await changeRow(tx, 'referral', row, {
        area: 'ours',
        safeguarding: 'none',
        exploitation: 'none-seen',
        urgency: value.urgency,
        triage_note: [value.triage_note, value[noteOf(row)]].filter(Boolean).join('\n\n'),
        triaged_on: today,
        triaged_by: actor.staffId,
        state: isSignposted ? 'signposted' : 'awaiting-allocation',
        pathway: isSignposted ? null : value.pathway,
        closed_on: isSignposted ? today : null,
        closed_reason: isSignposted ? value.closed_reason : null,
      });
      if (saved.kind === 'moved-on') return saved;
    }
    return { kind: 'saved' };
  },
  view: ({ shell, today, subject: { rows, left }, form: { F, ...form } }) => (
    <Page
      title="Check and triage together"
      shell={shell}
      errors={form.faults}
      back={{ href: urls.referrals.together, text: 'Choose others' }}
    >
      <h1 class="govuk-heading-l">
        {rows.length === 0 ? 'Nothing to check' : `Check each child: ${rows.length}`}
      </h1>
      {rows.length === 0 ? null : <Before row={rows[0]} />}
      {left > 0 ? (
        <p class="govuk-inset-text">
          Left out, because they were triaged meanwhile or have to be triaged alone: {left}.
        </p>
      ) : null}
      <FormBox form={form} button={`Record the triage of ${rows.length}`}>
        <input type="hidden" name="read" value={readAs(rows)} />
        {rows.map((row) => {
          const Note = F[noteOf(row)];
          return (
            <section class="fh-card">
              <h2 class="govuk-heading-s">
                <a class="govuk-link" href={urls.referrals.one(row.child_id, row.id)}>
                  {row.child}
                </a>
              </h2>
              <p class="govuk-body">
                {toldOf(row, today)}. Lives at {row.home}.
              </p>
              {Note ? <Note /> : null}
            </section>
          );
        })}
        <h2 class="govuk-heading-m">The same for each</h2>
        <F.urgency />
        <F.way />
        <F.pathway />
        <F.closed_reason />
        <F.triage_note />
        <F.looked />
      </FormBox>
    </Page>
  ),
  done: ({ rows }, value) => ({
    to: urls.referrals.inboxOf({
      show: value.way === 'accept' ? 'awaiting-allocation' : 'received',
    }),
    message: `Triage is recorded for ${rows.map(({ child }) => child).join(', ')}`,
  }),
});

const Before = ({ row }: { readonly row: Waiting | undefined }) => (
  <p class="govuk-body">
    For each of them {proposedWords(row)}. Nothing is recorded before you press the button; then
    each has its own triage with this decision and its reason. Whoever works with a child is chosen
    afterwards, child by child: a worker is asked about each whether there is a conflict of
    interest.
  </p>
);
