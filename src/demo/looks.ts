import { type Day, isDay } from '../domain/calendar/day.ts';
import type { Rows } from './rows.ts';

/** What a manager has to look at of what is told about one child, with its day. */
export type ToLookAt = (until: Day) => readonly string[];

/** The same rows, with what among them asks for a manager's look. */
export function watched(rows: Rows): { readonly rows: Rows; readonly toLookAt: ToLookAt } {
  const risks: { readonly id: string; readonly since: Day }[] = [];
  return {
    rows: {
      add: (table, row) => {
        const { id, since } = riskOf(table, row) ?? {};
        if (typeof id === 'string' && since && isDay(since)) risks.push({ id, since });
        rows.add(table, row);
      },
      get size() {
        return rows.size;
      },
      flush: rows.flush,
    },
    // Each is looked at once: by the first who writes after it.
    toLookAt: (until) => {
      const seen = risks.filter(({ since }) => since <= until);
      for (const risk of seen) risks.splice(risks.indexOf(risk), 1);
      return seen.map(({ id }) => id);
    },
  };
}

const highs: readonly unknown[] = ['high', 'very-high'];

function riskOf(table: string, row: Readonly<Record<string, unknown>>) {
  const { id } = row;
  if (table === 'contact' && row.safeguarding === true)
    return { id, since: String(row.held_at).slice(0, 10) };
  if (table === 'child_address' && row.accommodation_type === 'sofa-surfing')
    return { id, since: String(row.valid_from) };
  if (
    table === 'assessment' &&
    (highs.includes(row.safety_level) || highs.includes(row.harm_level))
  )
    return { id, since: String(row.signed_on) };
  return undefined;
}
