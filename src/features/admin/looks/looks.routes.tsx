import { can } from '../../../domain/access/can.ts';
import { roles } from '../../../domain/access/roles.data.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import type { Route } from '../../../platform/http/route.ts';
import { choice, code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import type { ListColumn } from '../../../record/list-file.ts';
import { childList, serviceList } from '../../../record/list-page.tsx';
import { MergesTold, mergesOf } from '../../../record/merges-told.tsx';
import type { Children } from '../../../ui/html.ts';
import { ChildPage } from '../../../ui/layout/child-page.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { isInMyTeam, type LookRow, looks, staffNames } from './access-log.queries.ts';
import { kindChoices, kindWords, roleTitle, viaWords } from './look-words.data.ts';
import { pageName } from './page-names.ts';

const filters = {
  from: day({ label: 'From', says: 'The first day', hint: 'For example, 27 3 2026' }),
  to: day({ label: 'To', says: 'The last day', hint: 'For example, 31 3 2026' }),
  kind: choice(kindChoices, { label: 'What they did', as: 'select' }),
};
const shared = {
  permission: 'access-log.read',
  audit: 'view',
  size: 50,
  file: 'who-looked',
  empty: () => 'Nothing in the log for these choices. Widen the days or choose “All”.',
} as const;

const whoLooked = childList({
  ...shared,
  path: urls.child.whoLooked(':childId'),
  tab: { room: 'papers', text: 'Who looked', place: 3 },
  caption: 'Visits to this record',
  subject: ({ tx, child }) => mergesOf(tx, child.id),
  filters: { ...filters, person: code('people', { label: 'Who' }) },
  options: async ({ tx }) => ({
    people: (await staffNames(tx)).map(({ id, name }) => ({ value: id, text: name })),
  }),
  rows: ({ tx, child }, _merges, { filters: { person, ...when }, limit, offset }) =>
    looks(tx, { ...when, childId: child.id, staffId: person, limit, offset }),
  columns: () => [when, who, what, through, reason],
  view: ({ context, subject: merges, list }) => (
    <ChildPage {...context} title="Who looked">
      <h1 class="govuk-heading-l">Who looked at this record</h1>
      <p class="govuk-body">
        Every visit, with its reason where one was asked. Read it before supervision, and when a
        child or parent asks who has seen their record.
      </p>
      {can(context.actor, 'access-log.all') ? null : (
        <p class="govuk-body">
          You see visits by your team and, for a child whose worker is in your team, everybody’s.
          The head of service sees all visits.
        </p>
      )}
      <MergesTold context={context} merges={merges} />
      {list}
    </ChildPage>
  ),
});

/** What one person looked at. Who may not read records sees when and what kind of page, not about whom. */
const staffLooked = serviceList({
  ...shared,
  path: urls.admin.staffLooked(':staffId'),
  caption: 'Visits of one person',
  subject: async ({ tx, actor, param }) => {
    const person = (await staffNames(tx)).find(({ id }) => id === param('staffId'));
    if (!person) return undefined;
    const isPart = !can(actor, 'access-log.all') && !(await isInMyTeam(tx, person.id));
    return { person, isPart, mayReadChildren: roles[actor.role].scope !== 'none' };
  },
  filters,
  rows: ({ tx }, { person }, { filters: when, limit, offset }) =>
    looks(tx, { ...when, staffId: person.id, limit, offset }),
  columns: ({ mayReadChildren }) =>
    mayReadChildren ? [when, child, what, through, reason] : [when, what, through],
  view: ({ context: { shell }, subject: { person, isPart, mayReadChildren }, list }) => (
    <Page
      title={`What ${person.name} looked at`}
      shell={shell}
      back={{ href: urls.admin.access, text: 'Back to who looked' }}
    >
      <p class="govuk-caption-l">{roleTitle(person.role)}</p>
      <h1 class="govuk-heading-l">What {person.name} looked at</h1>
      {mayReadChildren ? null : (
        <p class="govuk-body">
          Your role shows when and what kind of page, not whose record. A manager can see that.
        </p>
      )}
      {isPart ? (
        <p class="govuk-body">
          {person.name} is not in your team, so you see only their visits to records of children
          whose worker is. The head of service sees all visits.
        </p>
      ) : null}
      {list}
    </Page>
  ),
});

type Column = ListColumn<LookRow>;
const when: Column = { heading: 'When', text: ({ at }) => formatInstant(at) };
const who: Column = {
  heading: 'Who',
  text: (row) => `${row.who}, ${roleTitle(row.role).toLowerCase()}`,
  cell: (row) => (
    <>
      <a class="govuk-link" href={urls.admin.staffLooked(row.staffId)}>
        {row.who}
      </a>
      , {roleTitle(row.role).toLowerCase()}
    </>
  ),
};
const what: Column = {
  heading: 'What',
  text: ({ kind, page }) => `${kindWords[kind] ?? kind} ${pageName(page)}`,
  cell: ({ kind, page }) => (
    <>
      {kind === 'denied' ? (
        <strong class="fh-badge fh-badge-late">{kindWords[kind]}</strong>
      ) : (
        (kindWords[kind] ?? kind)
      )}{' '}
      {pageName(page)}
    </>
  ),
};
const through: Column = { heading: 'Through', text: ({ via }) => viaWords[via ?? ''] ?? '' };
const reason: Column = { heading: 'Reason', text: ({ purpose }) => purpose };

const childText = ({ childId, childName, childNumber }: LookRow) =>
  childId === null
    ? 'No one child'
    : childName
      ? `${childName}, No. ${childNumber}`
      : 'A record not open to you';
const child: Column = {
  heading: 'Child',
  text: childText,
  cell: (row): Children =>
    row.childId && row.childName ? (
      <a class="govuk-link" href={urls.child.whoLooked(row.childId)}>
        {childText(row)}
      </a>
    ) : (
      <span class="fh-quiet">{childText(row)}</span>
    ),
};

export const looksRoutes: readonly Route[] = [...whoLooked, ...staffLooked];
