import { ageOn, type Day, formatDay } from '../../../domain/calendar/day.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import { mostTogether } from '../../../domain/referrals/triage-together.ts';
import { ticks } from '../../../record/choice-fields.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { kindsOf, proposedWords, type Waiting, waitingForTriage } from './together.queries.ts';

const fields = {
  chosen: ticks('referrals', {
    label: 'Which referrals get the same decision?',
    hint: 'Of one kind: police propose the same for each. The next page names each child before anything is recorded.',
    required: 'Choose the referrals that get the same decision',
  }),
};

/** What one line says of a referral. */
export const toldOf = (row: Waiting, today: Day): string =>
  [
    row.offences ?? 'Preventive work',
    row.date_of_birth ? `${ageOn(row.date_of_birth, today)} years` : 'age not known',
    `came in ${formatDay(row.received_on)}`,
    proposedWords(row),
  ].join(', ');

/** Referrals of one kind that wait for triage are chosen to be decided together; which are looked at one by one, and why. */
export const chooseTogetherRoutes = serviceForm({
  path: urls.referrals.together,
  tab: { under: urls.referrals.inbox },
  reads: 'referral.triage',
  audit: 'view',
  fields,
  subject: async (context) => {
    const rows = await waitingForTriage(context, null);
    const kinds = kindsOf(rows);
    return { kinds, able: kinds.flatMap((kind) => kind.rows), rows };
  },
  options: ({ today }, { able }) => ({
    referrals: able.map((row) => ({ value: row.id, text: row.child, hint: toldOf(row, today) })),
  }),
  rules: ({ chosen }, { able }): readonly FormFault[] => {
    const kinds = new Set(able.flatMap(({ id, kind }) => (chosen.includes(id) ? [kind] : [])));
    if (kinds.size > 1)
      return [{ field: 'chosen', message: 'Choose referrals for which police propose the same' }];
    return chosen.length > mostTogether
      ? [{ field: 'chosen', message: `Choose at most ${mostTogether} at a time` }]
      : [];
  },
  save: async () => ({ kind: 'saved' }),
  view: ({ shell, today, subject: { kinds, able, rows }, form: { F, ...form } }) => (
    <Page
      title="Triage several together"
      shell={shell}
      errors={form.faults}
      back={{ href: urls.referrals.inbox, text: 'Referrals' }}
    >
      <h1 class="govuk-heading-l">Triage several together</h1>
      <ul class="govuk-list govuk-list--bullet">
        {kinds
          .filter((kind) => kind.rows.length > 1)
          .map((kind) => (
            <li>
              <a
                class="govuk-link"
                href={urls.referrals.decideTogether(idsIn(kind.rows.slice(0, mostTogether)))}
              >
                Take the {Math.min(kind.rows.length, mostTogether)} for whom {kind.words}
              </a>
            </li>
          ))}
      </ul>
      {able.length === 0 ? (
        <p class="govuk-body">
          None can be decided beside others: each below is triaged by itself.
        </p>
      ) : (
        <FormBox form={form} button="Go on">
          <F.chosen />
        </FormBox>
      )}
      <OneByOne rows={rows.filter(({ alone }) => alone.length > 0)} today={today} />
    </Page>
  ),
  done: (_subject, { chosen }) => ({
    to: urls.referrals.decideTogether(chosen.join(between)),
    message: 'Nothing is recorded yet: check each child first',
  }),
});

/** What stands between the ids of an address. */
export const between = '.';
const idsIn = (rows: readonly Waiting[]) => rows.map(({ id }) => id).join(between);

function OneByOne(props: { readonly rows: readonly Waiting[]; readonly today: Day }): Html | null {
  const { rows, today } = props;
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption="To be triaged one by one"
      captionShown
      rows={rows}
      columns={[
        {
          heading: 'Child',
          cell: ({ id, child_id, child }) => (
            <a class="govuk-link" href={urls.referrals.triage(child_id, id)}>
              {child}
            </a>
          ),
        },
        { heading: 'Referral', cell: (row) => toldOf(row, today) },
        { heading: 'Why alone', cell: ({ alone }) => alone.join(', ') },
      ]}
    />
  );
}
