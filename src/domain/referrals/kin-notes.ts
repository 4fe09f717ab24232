import { comparePeople } from '../people/match.ts';
import type { MatchRuleId } from '../people/match-rules.data.ts';
import { mayBeKin, quickLook } from '../people/quick-look.ts';
import { type Finding, finding } from './finding.ts';
import type { KnownIndex } from './known-index.ts';
import { sayWho } from './known-people.ts';
import type { ReadRow } from './referral-values.ts';

const TWINS: readonly MatchRuleId[] = ['twin', 'twin-nearby'];

/** Twins are named on both rows, wherever they stand; a namesake on the later row only. Nobody is either of their own row. */
export function kinNotes(row: ReadRow, rows: KnownIndex, records: KnownIndex): readonly Finding[] {
  const look = quickLook(row.values);
  const seen = new Set<string>();
  return [...records.kin(look), ...rows.kin(look)]
    .filter((known) => mayBeKin(look, known.look))
    .flatMap((known) => {
      const { rule, reasons } = comparePeople(row.values, known.facts);
      const isTwin = TWINS.includes(rule);
      const isEarlier = known.child.kind === 'record' || known.child.row < row.line;
      const key = `${known.look.names} ${known.look.born}`;
      if ((!isTwin && !(rule === 'namesake' && isEarlier)) || seen.has(key)) return [];
      seen.add(key);
      return isTwin
        ? [
            finding(
              'is-twin',
              `${reasons.at(-1)}: ${sayWho(known.child)}. Two children, never made one`,
            ),
          ]
        : [
            finding(
              'is-namesake',
              `A child of the same name is known, ${sayWho(known.child)}: ${reasons.slice(1).join('; ')}`,
            ),
          ];
    });
}
