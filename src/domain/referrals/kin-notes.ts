import { comparePeople } from '../people/match.ts';
import type { MatchRuleId } from '../people/match-rules.data.ts';
import { joinedName } from '../people/normalise-name.ts';
import type { PersonFacts } from '../people/person.ts';
import { type Finding, finding } from './finding.ts';
import { childOfRow, type Known, knownFromRow, sayWho } from './known-people.ts';
import type { ReadRow } from './referral-values.ts';

const TWINS: readonly MatchRuleId[] = ['twin', 'twin-nearby'];

/** Twins are named on both rows, wherever they stand; a namesake on the later row only. */
export function kinNotes(
  row: ReadRow,
  rows: readonly ReadRow[],
  records: readonly Known[],
): readonly Finding[] {
  const others = rows
    .filter((each) => each.line !== row.line && mayBeKin(row.values, each.values))
    .map((each) => ({ line: each.line, known: knownFromRow(each, childOfRow(each), 'settled') }));
  const onRecord = records
    .filter((each) => mayBeKin(row.values, each.facts))
    .map((known) => ({ line: 0, known }));
  const seen = new Set<string>();
  return [...onRecord, ...others].flatMap(({ line, known }) => {
    const { rule, reasons } = comparePeople(row.values, known.facts);
    const isTwin = TWINS.includes(rule);
    const isNamesake = rule === 'namesake' && line < row.line;
    const key = personKey(known.facts);
    if ((!isTwin && !isNamesake) || seen.has(key)) return [];
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

/** One key for a child who comes several times, also with the names swapped. */
function personKey({ surname, forename, dateOfBirth }: PersonFacts): string {
  return [...[joinedName(surname ?? ''), joinedName(forename ?? '')].sort(), dateOfBirth].join(' ');
}

/** Twins share a birthday, namesakes a name; nobody else needs comparing. */
function mayBeKin(a: PersonFacts, b: PersonFacts): boolean {
  const [surname, forename] = [joinedName(b.surname ?? ''), joinedName(b.forename ?? '')];
  const names = [joinedName(a.surname ?? ''), joinedName(a.forename ?? '')];
  return a.dateOfBirth === b.dateOfBirth || (names.includes(surname) && names.includes(forename));
}
