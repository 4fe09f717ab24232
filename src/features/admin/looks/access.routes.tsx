import { can } from '../../../domain/access/can.ts';
import { formatClock } from '../../../domain/calendar/british-time.ts';
import { addDays, type Day, formatDay } from '../../../domain/calendar/day.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { mayGoBackTo } from '../../../platform/http/may-go-back-to.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { day } from '../../../record/day-field.tsx';
import { readFields, shownOf, tagsOf } from '../../../record/fields.ts';
import { text } from '../../../record/text-fields.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import { type Column, DataTable } from '../../../ui/layout/data-table.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import { type StaffTally, tallies } from './access-log.queries.ts';
import { roleTitle } from './look-words.data.ts';
import { workingHours } from './working-hours.data.ts';

const daysShown = 28;

const fields = {
  from: day({ label: 'From', says: 'The first day' }),
  to: day({ label: 'To', says: 'The last day' }),
  name: text({ label: 'Name of a member of staff', width: 'one-half' }),
};
type Asked = { readonly from: Day | null; readonly to: Day | null; readonly name: string | null };

/** Everyone's looks at a glance, or for a practice manager their team's, what is unusual first. */
async function accessPage({ tx, c, actor, shell, today, page }: PageContext, asked: Asked) {
  mayGoBackTo(c);
  const to = asked.to ?? today;
  const from = asked.from ?? addDays(to, -daysShown);
  const name = asked.name ?? '';
  const isTeamOnly = !can(actor, 'access-log.all');
  const found = await tallies(tx, { from, to, name, isTeamOnly });
  const shown = shownOf(fields, { from, to, name });
  const F = tagsOf(fields, { faults: [], options: {}, shown });
  return page(
    <Page title="Who looked" shell={shell}>
      <h1 class="govuk-heading-l">Who looked</h1>
      <p class="govuk-body">
        From {formatDay(from)} to {formatDay(to)}. Those with refusals, emergencies, or records of
        children they do not work with come first. A count is a question to ask, not an answer:
        cover, duty and joint work all show here. Out of hours is outside{' '}
        {formatClock(workingHours.from)} to {formatClock(workingHours.until)} on a working day.
        {isTeamOnly ? ' You see the people of your team; the head of service sees everybody.' : ''}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.admin.door()}>
          Who came to the door: sign-ins, wrong passwords, locks
        </a>
      </p>
      <PostForm action={urls.admin.access} class="fh-no-print">
        <div class="fh-even">
          <F.from />
          <F.to />
        </div>
        <F.name />
        <Button text="Show" classes="govuk-button--secondary" />
      </PostForm>
      {found.length === 0 ? (
        <p class="govuk-body">
          Nobody of that name{isTeamOnly ? ' in your team' : ''} looked at anything in these days.
          Try part of a name, or other days.
        </p>
      ) : (
        <DataTable caption="Looks by each member of staff" columns={columns} rows={found} />
      )}
    </Page>,
  );
}

const counted = (heading: string, key: keyof StaffTally): Column<StaffTally> => ({
  heading,
  numeric: true,
  cell: (row) => row[key],
});
const worthAQuestion = (heading: string, key: keyof StaffTally): Column<StaffTally> => ({
  heading,
  numeric: true,
  cell: (row) =>
    Number(row[key]) > 0 ? <strong class="fh-badge fh-badge-soon">{row[key]}</strong> : row[key],
});
const columns: readonly Column<StaffTally>[] = [
  {
    heading: 'Who',
    cell: (row) => (
      <>
        <a class="govuk-link" href={urls.admin.staffLooked(row.staffId)}>
          {row.who}
        </a>
        <br />
        <span class="fh-quiet govuk-!-font-weight-regular">{roleTitle(row.role)}</span>
      </>
    ),
  },
  counted('Looks', 'looks'),
  counted('Children', 'children'),
  worthAQuestion('Children they do not work with', 'unrelated'),
  worthAQuestion('Refused', 'denied'),
  worthAQuestion('Emergencies', 'emergencies'),
  counted('Out of hours', 'outOfHours'),
];

export const accessRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.admin.access,
    tab: { section: 'account', text: 'Who looked', place: 3 },
    permission: 'access-log.read',
    audit: 'view',
    handle: (context) => accessPage(context, { from: null, to: null, name: '' }),
  }),
  // A name is searched for, so it is posted and no address holds it.
  pageRoute({
    method: 'post',
    path: urls.admin.access,
    permission: 'access-log.read',
    audit: 'search',
    handle: async (context) => {
      const form = await context.form();
      const read = readFields(fields, form, { today: context.today, options: {} });
      const name = form.text('name');
      return accessPage(context, read.ok ? read.value : { from: null, to: null, name });
    },
  }),
];
