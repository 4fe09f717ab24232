import { britishDay } from '../../domain/calendar/british-time.ts';
import { type Day, formatDay, formatShortDay } from '../../domain/calendar/day.ts';
import { wishesLabel, wishesOutstanding } from '../../domain/victims/wishes.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { serviceList } from '../../record/list-page.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { MojSubNavigation } from '../../ui/moj/components.tsx';
import { urls } from '../../urls.ts';
import {
  type WorklistKind,
  type WorklistRow,
  worklist,
  worklistCounts,
  worklistKinds,
} from './worklist.queries.ts';

const words: Readonly<Record<WorklistKind, { readonly text: string; readonly empty: string }>> = {
  new: { text: 'New', empty: 'No new lines. They appear when a referral names a victim.' },
  contact: { text: 'Contact due', empty: 'Everyone whose details are here was reached.' },
  wishes: { text: 'Wishes before panel', empty: 'No panel waits for a victim’s wishes.' },
  updates: {
    text: 'Outcome to tell',
    empty: 'Everybody was told the outcome, or it is said why not.',
  },
  all: { text: 'All open', empty: 'No victim line is open.' },
  safe: {
    text: 'Closed, to be kept safe',
    empty: 'Nobody whose line is closed must still be kept safe.',
  },
};

const titleOf = ({ label, childName }: WorklistRow) => `${label}, case of ${childName}`;

const subject = async ({ tx, today, query }: PageContext) => ({
  kind: worklistKinds.find((each): each is WorklistKind => each === query('show')) ?? 'contact',
  counts: await worklistCounts(tx),
  today,
});

/** The victim worker's own list: whom to reach, ask and tell next. */
export const worklistRoutes = serviceList({
  path: urls.victims.worklist,
  tab: { section: 'home', text: 'Victims' },
  permission: 'victim.vault',
  audit: 'view',
  caption: ({ kind }) => words[kind].text,
  file: 'victims',
  size: 30,
  empty: (_isFiltered, { kind }) => words[kind].empty,
  subject,
  rows: ({ tx }, { kind }, page) => worklist(tx, kind, page),
  columns: ({ today }) => [
    {
      heading: 'Victim',
      text: titleOf,
      cell: (row) => (
        <a class="govuk-link" href={urls.victims.vault(row.childId, row.id)}>
          {titleOf(row)}
        </a>
      ),
    },
    { heading: 'Child’s worker', text: ({ worker }) => worker ?? 'Not allocated' },
    {
      heading: 'Contact',
      text: (row) => contactText(row, today),
      cell: (row) =>
        row.contactedOn || !row.contactDueOn || !row.contactOwed || !row.isOpen ? (
          contactText(row, today)
        ) : (
          <span class={`fh-badge fh-badge-${row.contactDueOn < today ? 'late' : 'soon'}`}>
            {contactText(row, today)}
          </span>
        ),
    },
    { heading: 'Wishes', text: ({ wishes }) => wishesLabel(wishes) },
    {
      heading: 'Panel',
      text: ({ panelAt }) => (panelAt ? formatDay(britishDay(panelAt)) : 'None planned'),
    },
    { heading: 'Outcome', text: updateText },
  ],
  view: ({ context: { shell }, subject: { kind, counts }, list }) => (
    <Page title="Victims" shell={shell}>
      <h1 class="govuk-heading-l">Victims</h1>
      <MojSubNavigation
        label="Worklists"
        items={worklistKinds.map((each) => ({
          text: `${words[each].text} (${counts[each]})`,
          href: urls.victims.worklistOf({ show: each }),
          active: each === kind,
        }))}
      />
      {list}
    </Page>
  ),
});

function contactText(row: WorklistRow, today: Day): string {
  const { contactedOn, contactDueOn, tries } = row;
  if (contactedOn) return `Reached ${formatShortDay(contactedOn)}`;
  const tried = tries > 0 ? `, tried ${tries === 1 ? 'once' : `${tries} times`}` : '';
  // Where it is said that there will be no contact none is owed, and none has been made.
  if (!row.isOpen || !wishesOutstanding(row.wishes)) return `Not reached${tried}`;
  if (!contactDueOn) return `Waiting for details${tried}`;
  return `${contactDueOn < today ? 'Overdue, due' : 'Due'} ${formatShortDay(contactDueOn)}${tried}`;
}

const updateText = ({ outcomeTold, updateOwed, updateDueOn, isOpen }: WorklistRow) =>
  outcomeTold
    ? 'Told the outcome'
    : updateOwed && isOpen
      ? `Tell the outcome${updateDueOn ? ` by ${formatShortDay(updateDueOn)}` : ''}`
      : 'None owed';
