import type { Day } from '../../../domain/calendar/day.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import {
  asBefore,
  hoursAsked,
  isBlank,
  type WeekColumn,
  type WeekSaid,
  weekColumns,
  weekFaults,
} from '../../../domain/needs/education-week.ts';
import { entitledTo } from '../../../domain/needs/entitlement.ts';
import type { Form } from '../../../platform/http/context.ts';
import { versionOf } from '../../../platform/http/parse-form.ts';
import { weekFields } from '../week-fields.ts';
import type { Week, WeekRules, WeekToKeep } from '../weeks.queries.ts';
import type { RoundChild } from './round.queries.ts';

/** The box of a child's column, and the hidden field with the version of the child's row. */
export const boxOf = (column: WeekColumn, childId: string) => `${column}-${childId}`;
export const versionBox = (childId: string) => `${childId}-version`;
/** One name for all the ticks of “as last week”: their values are the children. */
export const sameBox = 'same';

export const nameOf = ({ forename, surname }: Pick<RoundChild, 'forename' | 'surname'>) =>
  `${forename} ${surname}`;

const columns = Object.keys(weekColumns) as WeekColumn[];

const saidOf = (week: Week | null): WeekSaid => ({
  offered: week?.offered_hours ?? null,
  attended: week?.attended_hours ?? null,
  barrier: week?.barrier ?? null,
  next: week?.next_action ?? null,
});

/** What a box of a child holds when nothing was typed. */
export const shownOf = (child: RoundChild, column: WeekColumn): string => {
  const stored = saidOf(child.now)[column];
  if (stored === null) return '';
  return column === 'offered' || column === 'attended' ? String(Number(stored)) : stored;
};

/** What a child is to be offered in the week. */
export const expectedOf = (rules: WeekRules, { date_of_birth }: RoundChild, week: Day) =>
  entitledTo(rules.entitlements, { dateOfBirth: date_of_birth, week, planHours: null });

export type RowRead =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'refused'; readonly faults: readonly FormFault[] }
  | { readonly kind: 'typed'; readonly kept: WeekToKeep };

type Reading = {
  readonly rules: WeekRules;
  readonly week: Day;
  readonly today: Day;
  readonly source: string;
};

/** What somebody typed of one child: nothing, something to mend, or a week to keep. */
export function readRow(form: Form, child: RoundChild, reading: Reading): RowRead {
  const { rules, week, today, source } = reading;
  const asked = { today, options: rules.options };
  const typed: Partial<Record<WeekColumn, string | null>> = {};
  const faults: FormFault[] = [];
  const fault = (column: WeekColumn, says: string) =>
    faults.push({
      field: boxOf(column, child.id),
      message: `${nameOf(child)}, ${weekColumns[column]}: ${says}`,
    });
  for (const column of columns) {
    const read = weekFields[column].read(form, boxOf(column, child.id), asked);
    if ('value' in read) typed[column] = read.value;
    else if ('fault' in read) fault(column, toMend(column, read.fault));
  }
  const isSame = form.all(sameBox).includes(child.id);
  if (faults.length > 0) return { kind: 'refused', faults };
  const wrote: WeekSaid = {
    offered: typed.offered ?? null,
    attended: typed.attended ?? null,
    barrier: typed.barrier ?? null,
    next: typed.next ?? null,
  };
  const said = isSame && child.before ? asBefore(wrote, saidOf(child.before)) : wrote;
  if (!isSame && isUntouched(wrote, child, form)) return { kind: 'untouched' };
  if (isBlank(said)) {
    fault('offered', hoursAsked);
    return { kind: 'refused', faults };
  }
  const hours = rules.hoursOf(said.barrier);
  const expected = hours === 'none-due' ? null : (expectedOf(rules, child, week)?.hours ?? null);
  for (const { column, says } of weekFaults(said, expected, hours)) fault(column, says);
  if (faults.length > 0) return { kind: 'refused', faults };
  const version = form.text(versionBox(child.id));
  return {
    kind: 'typed',
    kept: {
      child_id: child.id,
      version: version === '' ? null : versionOf(version.split('|')[0] ?? ''),
      expected_hours: expected === null ? null : String(expected),
      offered_hours: said.offered,
      attended_hours: said.attended,
      barrier: said.barrier,
      next_action: said.next,
      note: child.now?.note ?? null,
      source,
    },
  };
}

/** What the hidden field of a child holds: the version of the row that was read, and what its boxes held. */
export const readAs = (child: RoundChild): string =>
  child.now === null
    ? ''
    : [child.now.version, ...columns.map((column) => shownOf(child, column))].join('|');

// The boxes hold what they held when the page was drawn, whatever became of the row since.
function isUntouched(wrote: WeekSaid, child: RoundChild, form: Form): boolean {
  const read = form.text(versionBox(child.id));
  if (read === '') return isBlank(wrote);
  const typed = columns.map((column) => form.text(boxOf(column, child.id)));
  return read.slice(read.indexOf('|') + 1) === typed.join('|');
}

const toMend = (column: WeekColumn, fault: string) =>
  column === 'offered' || column === 'attended' ? 'enter a number from 0 to 60' : fault;
