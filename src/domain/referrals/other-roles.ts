import { isNotKnown } from '../text/not-known.ts';
import { visibleText } from '../text/visible-text.ts';
import { type Finding, finding } from './finding.ts';
import { type ColumnMapping, headingKey, type SourceRow } from './map-columns.ts';

/** Words for somebody in a case who is not the suspect. */
const OTHERS =
  /^(?:alleged )?(?:victims?|aggrieved|complainants?|injured (?:party|person)|witness(?:es)?)(?: ?[/&,] ?(?:victim|witness|complainant|aggrieved))?$/i;
/** The same as forces shorten them, and families: told only under a heading that is about who somebody is. */
const BY_ROLE =
  /^(?:(?:v|vic|vict|agg|aggr|comp|ip|w|wit|inf|rp|aa) ?\d{0,2}|informants?|reporting (?:party|person)|parents?|guardians?|carers?|appropriate adults?)$/i;
const ROLE =
  /role|involve|capacity|classif|nature|link|association|persontype|nominaltype|^type$|^status$/;
// Who told, agreed or lives with the child may be a victim or a parent.
const OF_OTHERS =
  /victim|aggrieved|complainant|injuredp|witness|by$|from|source|report|consent|contact|liv(?:es|ing)|with$/;

/** What a column says of whose row it is: somebody who was harmed or who saw it must never be taken for the child who did it. */
export function otherRoles(row: SourceRow, { columns, headings }: ColumnMapping): Finding[] {
  const used = new Set(Object.values(columns));
  return row.cells.flatMap((raw, index) => {
    const text = visibleText(raw).trim().replaceAll(/\s+/g, ' ');
    const key = headingKey(headings[index] ?? '');
    if (used.has(index) || isNotKnown(text) || OF_OTHERS.test(key)) return [];
    if (!OTHERS.test(text) && !(ROLE.test(key) && BY_ROLE.test(text))) return [];
    const where = headings[index] || `Column ${index + 1}`;
    return [
      finding(
        'not-the-suspect',
        `${where}: “${text}” says that the row is not of a suspect, so nothing is made of it. If it is of one, ask police to send the row again`,
      ),
    ];
  });
}
