import { addMonths, type Day, formatDay } from '../../domain/calendar/day.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { limitDue } from '../../platform/db/limit-due.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { code } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { wordsOf } from '../../record/fields.ts';
import type { Item } from '../../record/items.tsx';
import { register } from '../../record/register.tsx';
import type { Around } from '../../record/rows-page.tsx';
import { longText } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { possibleOwners, type Warning, warnings } from './warnings.queries.ts';

const again = { says: 'The day to look again', within: 'future' } as const;

const fields = {
  kind: code('warning_type', {
    label: 'What is it about?',
    required: 'Choose what the warning is about',
  }),
  detail: longText({
    label: 'What must people know and do?',
    hint: 'Facts and what to do, not labels. The child may read this.',
    required: 'Say what people must know and do',
    max: 2000,
  }),
  owner_id: code('owner', {
    label: 'Who looks at it again?',
    required: 'Choose who looks at it again',
  }),
  review_on: day({
    label: 'When? (leave blank for the usual time of this warning)',
    ...again,
  }),
};

const looks = {
  detail: fields.detail,
  owner_id: fields.owner_id,
  review_on: day({
    label: 'When is it looked at next?',
    required: 'Enter the day to look again',
    ...again,
  }),
};

const ends = {
  end_reason: longText({
    label: 'Why is it no longer needed?',
    hint: 'What changed, and how you know',
    required: 'Say why the warning is no longer needed',
    max: 1000,
    rows: 3,
  }),
};

/** What everyone who meets the child must know first. */
export const warningRoutes = register({
  table: 'warning',
  tab: { room: 'about', text: 'Warnings' },
  writes: { permission: 'warning.write', recordClass: 'RC1' },
  address: urls.child.warnings,
  one: urls.child.warning,
  end: urls.child.endWarning,
  back: (childId) => ({ href: urls.child.overview(childId), text: 'Back to overview' }),
  words: {
    title: 'Warnings',
    intro:
      'What everyone who meets the child must know first, and what to do about it. A warning nobody looks at again does harm: each has an owner and a day.',
    empty: 'There is no warning now.',
    addTitle: 'Raise a warning',
    add: 'Raise the warning',
    saved: 'Saved: the warning',
    lookAgain: 'Look at it again, change or end it',
    open: 'Open the warning',
    keep: 'Keep the warning',
    endThis: 'End this warning',
    ended: 'End the warning',
    endedMeanwhile:
      'The warning was ended while you were typing. Raise a new one if what you wrote is still needed',
  },
  rows: ({ tx, child }) => warnings(tx, child.id),
  item: warningItem,
  fields,
  looks,
  ends,
  options: async ({ tx, child, today }) => ({
    owner: (await possibleOwners(tx, child.id, today)).map(({ id, name, job_title }) => ({
      value: id,
      text: `${name}, ${job_title}`,
    })),
  }),
  columns: async (context, { review_on, ...columns }) => ({
    ...columns,
    raised_on: context.today,
    review_on: review_on ?? (await usualReview(context, columns.kind)),
  }),
});

/** When a warning of a kind is usually looked at again: after its list's months, or else by the time limit of all warnings. */
async function usualReview({ tx, actor, today }: ChildContext, kind: string): Promise<Day> {
  const { warning_type: kinds } = await codeLists(tx, ['warning_type']);
  const its = kinds.find(({ code }) => code === kind);
  const months = Number(its?.attributes.default_review_months);
  if (Number.isInteger(months) && months > 0) return addMonths(today, months);
  const due = await limitDue(tx, actor.serviceId, 'warning-review', today);
  if (!due) throw new Error('There is no time limit warning-review');
  return due;
}

function warningItem(row: Warning, { context: { today }, options }: Around): Item {
  const isLate = row.ended_on === null && row.review_on < today;
  return {
    title: wordsOf(fields, row, options).kind,
    badges: isLate ? [{ text: 'Review overdue', tone: 'late' }] : [],
    lines: [
      row.detail,
      `Raised on ${formatDay(row.raised_on)}${row.raised_by ? ` by ${row.raised_by}` : ''}`,
      row.ended_on
        ? `Ended on ${formatDay(row.ended_on)}: ${row.end_reason}`
        : `${row.owner} looks again by ${formatDay(row.review_on)}`,
    ],
  };
}
