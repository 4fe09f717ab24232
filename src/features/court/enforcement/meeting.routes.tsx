import { formatDay } from '../../../domain/calendar/day.ts';
import type { Route } from '../../../platform/http/route.ts';
import { code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { addRow } from '../../../record/rows.ts';
import { backTo, rowsPage } from '../../../record/rows-page.tsx';
import { longText, text } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { writesCourt } from '../charge-words.ts';
import { meetingsOf } from './enforcement.queries.ts';
import { enforcedOf } from './enforcement-words.ts';

/** Meetings with the child and those around them about what keeps them from keeping an order. */
export const meetingRoutes: readonly Route[] = rowsPage({
  address: urls.compliance.meetings,
  writes: writesCourt,
  fields: {
    order_id: code('orders', { label: 'About which order?', required: 'Choose the order' }),
    held_on: day({
      label: 'On which day was it?',
      says: 'The day of the meeting',
      required: 'Enter the day of the meeting',
      within: 'past',
    }),
    who_came: text({
      label: 'Who came?',
      says: 'Who came',
      hint: 'The child, a parent, and who else',
      required: 'Enter who came',
      max: 500,
    }),
    in_the_way: longText({
      label: 'What gets in the way?',
      says: 'What gets in the way',
      hint: 'In the child’s own words where you can',
      required: 'Enter what gets in the way',
      max: 4000,
    }),
    agreed: longText({
      label: 'What was agreed?',
      says: 'What was agreed',
      hint: 'What changes, who sees to it, and by when',
      required: 'Enter what was agreed',
      max: 4000,
    }),
  },
  options: async (context) => ({
    orders: (await enforcedOf(context)).enforced.map(({ order }) => ({
      value: order.row.id,
      text: `${order.rule.label}, made on ${formatDay(order.row.made_on)}`,
    })),
  }),
  rows: ({ tx, child }) => meetingsOf(tx, child.id),
  item: ({ held_on, who_came, in_the_way, agreed, order_id }, { options }) => ({
    title: formatDay(held_on),
    lines: [
      options.orders?.find(({ value }) => value === order_id)?.text ?? '',
      `With ${who_came}`,
      `In the way: ${in_the_way}`,
      `Agreed: ${agreed}`,
    ],
  }),
  words: {
    title: 'Compliance meetings',
    intro:
      'The child, a parent and whoever helps meet before it comes to a court: what gets in the way, and what is done about it.',
    empty: 'No meeting is recorded.',
    addTitle: 'Record a meeting',
    add: 'Record the meeting',
    saved: 'Saved: the meeting',
  },
  back: (childId) => backTo('Compliance', urls.compliance.list(childId)),
  save: async ({ tx, actor, child }, _rows, value) => {
    await addRow(tx, actor, 'compliance_meeting', { child_id: child.id, ...value });
    return { kind: 'saved' };
  },
});
