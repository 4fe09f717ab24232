import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { fellShort, weekColumns, weekFaults } from '../../domain/needs/education-week.ts';
import { entitledTo, mondayOf } from '../../domain/needs/entitlement.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { Route } from '../../platform/http/route.ts';
import { day } from '../../record/day-field.tsx';
import { source } from '../../record/episode.tsx';
import type { Options, ValuesOf } from '../../record/field.ts';
import type { Item } from '../../record/items.tsx';
import { rowPage } from '../../record/row-page.tsx';
import { backTo, rowsPage } from '../../record/rows-page.tsx';
import { longText } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { weekFields } from './week-fields.ts';
import { keepWeeks, type Week, type WeekToKeep, weekRules, weeksOf } from './weeks.queries.ts';

const writes = { permission: 'education.write', recordClass: 'RC9' } as const;
const lists = ['education_barrier', 'information_source'];
const fields = { ...weekFields, note: longText({ label: 'Note (optional)', max: 2000 }), source };
type Said = ValuesOf<typeof fields>;

/** Hours in words: a dash where nobody could say. */
const hoursText = (hours: string | null): string =>
  hours === null ? 'not known' : String(Number(hours));

const numberOf = (hours: string | null) => (hours === null ? null : Number(hours));

/** Whether a week that is kept fell short. */
const isShort = (week: Week): boolean =>
  fellShort({
    expected: numberOf(week.expected_hours),
    offered: numberOf(week.offered_hours),
    attended: numberOf(week.attended_hours),
  }) === true;

function itemOf(row: Week, options: Options): Item {
  const barrier = weekFields.barrier.words(row.barrier, options);
  return {
    title: `Week of ${formatDay(row.week)}`,
    badges: isShort(row) ? [{ text: 'Below what is expected', tone: 'late' }] : [],
    lines: [
      `Offered ${hoursText(row.offered_hours)}, attended ${hoursText(row.attended_hours)}${row.expected_hours === null ? '; no hours were expected' : ` of ${Number(row.expected_hours)} hours expected`}`,
      barrier ? `In the way: ${barrier}` : '',
      row.next_action ? `Next: ${row.next_action}` : '',
      row.note ?? '',
      `Source: ${source.words(row.source, options)}`,
    ],
  };
}

/** What the columns hold, by the rule as it stands for the child in that week. */
async function toKeep(
  { tx, child }: ChildContext,
  week: Day,
  { offered, attended, next, ...said }: Said,
  version: number | null,
) {
  const rules = await weekRules(tx);
  const hours = rules.hoursOf(said.barrier);
  const entitled = entitledTo(rules.entitlements, {
    dateOfBirth: child.dateOfBirth,
    week,
    planHours: null,
  });
  const expected = hours === 'none-due' ? null : (entitled?.hours ?? null);
  const faults = weekFaults({ offered, attended, barrier: said.barrier, next }, expected, hours);
  const kept: WeekToKeep = {
    ...said,
    child_id: child.id,
    version,
    expected_hours: expected === null ? null : String(expected),
    offered_hours: offered,
    attended_hours: attended,
    next_action: next,
  };
  return {
    kept,
    faults: faults.map(({ column, says }) => ({
      field: column,
      message: `${weekColumns[column].replace(/^./, (first) => first.toUpperCase())}: ${says}`,
    })),
  };
}

async function keep(context: ChildContext, week: Day, said: Said, version: number | null) {
  const { kept, faults } = await toKeep(context, week, said, version);
  if (faults.length > 0) return { faults };
  const done = await keepWeeks(context.tx, context.actor, { week, today: context.today }, [kept]);
  return { faults, isKept: done.has(context.child.id) };
}

/** The weeks of a child's education: read, added to, and changed one by one. */
export const weekRoutes: readonly Route[] = [
  ...rowsPage({
    address: urls.needs.weeks,
    tab: { under: urls.child.education(':childId') },
    writes,
    words: {
      title: 'Education week by week',
      intro:
        'What a week held: the hours offered and attended beside those that a child of this age is to be offered, what was in the way, and what is done next. An education worker fills most of it in the weekly round.',
      empty: 'No week is recorded.',
      addTitle: 'Add a week',
      add: 'Add the week',
      saved: 'Saved: the week',
    },
    back: (childId) => backTo('Education, training and work', urls.child.education(childId)),
    rows: ({ tx, child }) => weeksOf(tx, child.id),
    item: (row, { options, mayWrite, context: { child } }) => ({
      ...itemOf(row, options),
      action: mayWrite
        ? {
            href: urls.needs.week(child.id, row.id),
            text: `Change the week of ${formatDay(row.week)}`,
          }
        : undefined,
    }),
    fields: {
      week: day({
        label: 'Which week? Any day of it',
        says: 'The week',
        required: 'Enter a day of the week',
        within: 'past',
      }),
      ...fields,
    },
    lists,
    save: async (context, _rows, { week, ...said }) => {
      const monday = mondayOf(week);
      const { faults, isKept } = await keep(context, monday, said, null);
      if (faults.length > 0) return faults;
      if (isKept) return { kind: 'saved' };
      const message = `The week of ${formatDay(monday)} is recorded already: change it in its place above`;
      return [{ field: 'week-day', message }];
    },
  }),
  ...rowPage({
    path: urls.needs.week(':childId', ':weekId'),
    writes,
    row: async ({ tx, child, param }) =>
      (await weeksOf(tx, child.id, 500)).find(({ id }) => id === param('weekId')),
    item: (row, { options }) => itemOf(row, options),
    words: { title: ({ week }) => `Week of ${formatDay(week)}`, saved: 'Saved: the week' },
    back: (_row, childId) => backTo('Education week by week', urls.needs.weeks(childId)),
    fields,
    lists,
    stored: ({ offered_hours, attended_hours, next_action, ...row }) => ({
      ...row,
      offered: offered_hours,
      attended: attended_hours,
      next: next_action,
    }),
    save: async (context, row, said) => {
      const { faults, isKept } = await keep(context, row.week, said, row.version);
      if (faults.length > 0) return faults;
      return isKept ? { kind: 'saved' } : { kind: 'moved-on', id: row.id };
    },
  }),
];
