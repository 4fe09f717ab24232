import { formatShortDay } from '../../domain/calendar/day.ts';
import { isRung, rungs } from '../../domain/needs/ladder.ts';
import { choice } from '../../record/choice-fields.tsx';
import { serviceList } from '../../record/list-page.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { type ListedChild, listedChildren } from './list.queries.ts';

const kinds = [
  { value: 'plan', text: 'Children with a plan for special needs' },
  { value: 'need', text: 'Children with special needs, with a plan or without' },
  { value: 'below', text: 'Children whose hours are below what is expected' },
] as const;

const dayOr = (day: string | null, without: string) => (day ? formatShortDay(day) : without);
const hours = (of: string | null) => (of === null ? 'not known' : String(Number(of)));

function weekWords({ week, expected_hours, offered_hours, attended_hours }: ListedChild): string {
  if (week === null) return 'No week recorded';
  const expected = expected_hours === null ? '' : ` of ${Number(expected_hours)} expected`;
  return `${hours(attended_hours)} attended, ${hours(offered_hours)} offered${expected}, week of ${formatShortDay(week)}`;
}

function ladderWords({ below_since, rung }: ListedChild): string {
  if (below_since === null) return '';
  const asked = rung && isRung(rung) ? `${rungs[rung].asked} was asked` : 'Nobody was asked yet';
  return `Since ${formatShortDay(below_since)}. ${asked}`;
}

/** What a board for special needs asks of the service: who has a need or a plan, where they learn, how many hours, and when each was told and checked. */
export const listRoutes = serviceList({
  path: urls.needs.list,
  tab: { section: 'children', text: 'Special needs and hours' },
  permission: 'education.list',
  audit: 'view',
  caption: 'Special needs and hours of education',
  file: 'special-needs-and-hours',
  empty: () =>
    'Nobody whom the service works with now, and of whom you may see it, is in this list.',
  subject: () => null,
  filters: { kind: choice(kinds, { label: 'Which children', as: 'select' }) },
  usual: () => ({ kind: 'plan' }),
  rows: ({ tx, actor }, _subject, { filters: { kind }, limit, offset }) =>
    listedChildren(tx, actor.serviceId, { kind: kind ?? 'need', limit, offset }),
  columns: () => [
    {
      heading: 'Child',
      text: ({ forename, surname, number }) => `${forename} ${surname}, ${number}`,
      cell: ({ id, forename, surname, number }) => (
        <>
          <a class="govuk-link" href={urls.child.education(id)}>
            {forename} {surname}
          </a>
          <div class="fh-quiet">{number}</div>
        </>
      ),
    },
    { heading: 'Born', text: ({ date_of_birth }) => dayOr(date_of_birth, 'Not known') },
    { heading: 'Need or plan', text: ({ need }) => need ?? 'Not recorded' },
    { heading: 'Told by', text: ({ need_source }) => need_source ?? '' },
    { heading: 'Told on', text: ({ need_told_on }) => dayOr(need_told_on, '') },
    {
      heading: 'Need checked on',
      text: ({ need, need_verified_on }) => (need ? dayOr(need_verified_on, 'Not checked') : ''),
    },
    {
      heading: 'Where',
      text: ({ provider, provision }) => (provider ? `${provider} (${provision})` : 'Not recorded'),
    },
    { heading: 'Since', text: ({ provided_since }) => dayOr(provided_since, '') },
    {
      heading: 'Place checked on',
      text: ({ provider, provider_verified_on }) =>
        provider ? dayOr(provider_verified_on, 'Not checked') : '',
    },
    { heading: 'Last week told', text: weekWords },
    { heading: 'Below what is expected', text: ladderWords },
  ],
  view: ({ context: { shell }, list }) => (
    <Page title="Special needs and hours" shell={shell}>
      <h1 class="govuk-heading-l">Special needs and hours of education</h1>
      <p class="govuk-body">
        Children whom the service works with now and whom you may see: what is known of their needs
        and plans, where they learn, and how many hours. Each fact stands with the day on which it
        was told and checked; what nobody has checked is to be checked before it goes to a board.
      </p>
      {list}
    </Page>
  ),
});
