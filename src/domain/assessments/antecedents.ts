import { type Day, formatDay } from '../calendar/day.ts';
import { labelIn } from '../reference/label-in.ts';
import { levels } from './levels.data.ts';

/** A row of the record that says something of the child's behaviour before now. */
export type Antecedent =
  | { kind: 'offence'; on: Day | null; what: string }
  | { kind: 'referral'; on: Day | null; what: string }
  | { kind: 'outcome'; on: Day | null; what: string; completion: string | null }
  | {
      kind: 'assessment';
      on: Day | null;
      levels: { likelihood: string; safety: string; harm: string };
    };

/** The record in lines that an assessor comments on, oldest first; what has no date comes last. */
export function antecedentLines(rows: readonly Antecedent[]): string[] {
  const sorted = rows.toSorted((a, b) => (a.on ?? '9999').localeCompare(b.on ?? '9999'));
  return [...new Set(sorted.map(line))];
}

function line(row: Antecedent): string {
  const on = row.on ? formatDay(row.on) : 'Date not known';
  if (row.kind === 'offence') return `${on}: alleged, ${row.what}`;
  if (row.kind === 'referral') return `${on}: referred by ${row.what}`;
  if (row.kind === 'outcome') {
    const completion = row.completion ? `, ${row.completion.replaceAll('-', ' ')}` : '';
    return `${on}: outcome, ${row.what}${completion}`;
  }
  const label = (id: string) => labelIn(levels, id).toLowerCase();
  const { likelihood, safety, harm } = row.levels;
  return `${on}: earlier assessment (further offending ${label(likelihood)}, own safety ${label(safety)}, other people ${label(harm)})`;
}
