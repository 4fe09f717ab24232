import { formatClock } from '../../domain/calendar/british-time.ts';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { attendances, hearingStates, socialCareAttendances } from '../../domain/orders/hearing.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import type { Kept } from '../../record/correction-rows.ts';
import type { Item } from '../../record/items.tsx';
import { type Hearing, hearingsOf } from './hearings.queries.ts';

/** One of the child's hearings, by the address. */
export const hearingAsked = async ({ tx, child, param }: ChildContext) =>
  isId(param('hearingId'))
    ? (await hearingsOf(tx, child.id)).find(({ id }) => id === param('hearingId'))
    : undefined;

export const hearingTitle = ({
  kind_label,
  listed_on,
  listed_at,
}: Pick<Hearing, 'kind_label' | 'listed_on' | 'listed_at'>): string =>
  `${kind_label}, ${formatDay(listed_on)}${listed_at ? ` at ${formatClock(listed_at)}` : ''}`;

/** How a hearing stands on a day: what waits for somebody is said first. */
export function hearingBadge(
  { state, listed_on, covered_by }: Pick<Hearing, 'state' | 'listed_on' | 'covered_by'>,
  today: Day,
): NonNullable<Item['badges']>[number] {
  if (state !== 'expected') return { text: hearingStates[state], tone: 'neutral' };
  if (listed_on < today) return { text: 'No result yet', tone: 'late' };
  return covered_by
    ? { text: listed_on === today ? 'Today' : 'Expected', tone: 'neutral' }
    : { text: 'Nobody covers it', tone: 'soon' };
}

export const remandWords = (
  remand: string | null,
  label: string | null,
  conditions: string | null,
): string => {
  if (!remand) return '';
  const words = remand === 'none' ? 'No bail and no remand' : (label ?? remand);
  return conditions ? `${words}: ${conditions}` : words;
};

/** Who came, in one line; nothing while nobody has said. */
export const attendanceWords = ({
  child_attended: child,
  parent_attended: parent,
  social_care_attended: care,
}: Pick<Hearing, 'child_attended' | 'parent_attended' | 'social_care_attended'>): string =>
  [
    child ? `Child: ${attendances[child].toLowerCase()}` : '',
    parent ? `parent or carer: ${attendances[parent].toLowerCase()}` : '',
    care ? `social care: ${socialCareAttendances[care].toLowerCase()}` : '',
  ]
    .filter(Boolean)
    .join('; ');

/** Where it goes on, or that the court has given no day. */
const goesOnWords = ({ next, without_day }: Pick<Hearing, 'next' | 'without_day'>): string => {
  if (next) return `Goes on ${formatDay(next.listed_on)}: ${next.kind.toLowerCase()}`;
  return without_day ? 'Goes on, and the court has given no day yet' : '';
};

/** One hearing in words. */
export const hearingItem = (hearing: Hearing, today: Day): Item => ({
  title: hearingTitle(hearing),
  badges: [hearingBadge(hearing, today)],
  lines: [
    [hearing.court, hearing.purpose].filter(Boolean).join(': '),
    hearing.matters.length > 0
      ? `About: ${hearing.matters.map(({ words }) => words).join('; ')}`
      : '',
    hearing.cover && hearing.state === 'expected' ? `Covered by ${hearing.cover}` : '',
    attendanceWords(hearing),
    remandWords(hearing.remand, hearing.remand_label, hearing.remand_conditions),
    goesOnWords(hearing),
  ],
});

/** What a hearing said before it was put right, or taken off. */
export function keptHearing(kept: Kept) {
  const text = (name: string) => (typeof kept[name] === 'string' ? (kept[name] as string) : null);
  const day = text('listed_on');
  const state = text('state') as Hearing['state'] | null;
  const lines = [
    ['Where', text('court')],
    ['When', day && formatDay(day)],
    ['How it stood', state && hearingStates[state]],
    [
      'Who came',
      attendanceWords(
        kept as Pick<Hearing, 'child_attended' | 'parent_attended' | 'social_care_attended'>,
      ),
    ],
    ['Bail or remand', remandWords(text('remand'), null, text('remand_conditions'))],
    ['What the court said', text('note')],
  ] as const;
  return { title: `Hearing${day ? ` of ${formatDay(day)}` : ''}`, lines };
}
