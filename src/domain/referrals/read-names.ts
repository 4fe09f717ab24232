import { startsFormula } from '../csv/safe-cell.ts';
import { displayName } from '../people/display-name.ts';
import { isKnownForename } from '../people/nicknames.ts';
import { undamaged } from '../text/damaged-letters.ts';
import { isNotKnown } from '../text/not-known.ts';
import { type Finding, finding } from './finding.ts';
import type { Cell } from './row-cells.ts';

type Names = { readonly surname: string | null; readonly forename: string | null };

const NOT_IN_A_NAME = /[^\p{L}\p{M}\s'’‘ʼ`.,()/-]/u;
const HYPHENS = /[‐‑‒–—−﹣－]/g;
// Smith (female) says something of a child that is no name of theirs.
const SAID_OF_SOMEBODY =
  /\((?:male|female|m|f|boy|girl|twin|juvenile|youth|child|suspect|victim|offender|yp|aka.*)\)/i;
const APOSTROPHES = /[´′ʹʻ‛ˈ＇]/g;
const CAPITALS = /^[\p{Lu}\p{M}’'`‘ʼ-]{2,}$/u;

/** Who is asked about a name, and whether the column of whole names is known to have the forename first. */
type Around = { readonly sender?: string; readonly forenameFirst?: boolean };

/** The names of a row, from a column each or from one for both, and what is odd about them; whoever sent it is asked. */
export function readNames(
  cells: (field: 'wholeName' | 'surname' | 'forename') => Cell,
  findings: Finding[],
  { sender = 'police', forenameFirst = false }: Around = {},
): Names {
  const whole = cells('wholeName');
  if (whole.heading !== null && !isNotKnown(whole.text))
    return readWhole(whole, findings, { sender, forenameFirst });
  return {
    surname: readOne(cells('surname'), findings, sender),
    forename: readOne(cells('forename'), findings, sender),
  };
}

function readOne(cell: Cell, findings: Finding[], sender: string): string | null {
  const text = plain(cell.text);
  if (isNotKnown(text)) return null;
  findings.push(...signFindings(text, cell, sender));
  return displayName(text);
}

/** So many names that can only be read forename first, and none that cannot, say it of their column. */
const FEWEST_PROOFS = 2;

/** Whether a column of whole names has the forename first: a list that is written one way says it of names that may be read both ways. */
export function isForenameFirst(texts: readonly string[]): boolean {
  const ways = texts.map((text) => wayOf(plain(text).trim().split(/\s+/)));
  return (
    ways.filter((way) => way === 'as-said').length >= FEWEST_PROOFS && !ways.includes('turned')
  );
}

// Jack Smith as names are said, and Smith Jack; Pellow Tamsin and Jack Ali may be either.
function wayOf(words: readonly string[]): 'as-said' | 'turned' | 'either' {
  const [one = '', other = '', ...more] = words;
  if (other === '' || more.length > 0 || isKnownForename(one) === isKnownForename(other))
    return 'either';
  return isKnownForename(one) ? 'as-said' : 'turned';
}

// SMITH, Tamsin at the comma; SMITH Tamsin by the capitals; two plain words as names are said, where that is known. What is none of these is not parted.
function readWhole(
  cell: Cell,
  findings: Finding[],
  { sender, forenameFirst }: Required<Around>,
): Names {
  const text = plain(cell.text);
  findings.push(...signFindings(text, cell, sender));
  const { surname, forename, isSure } = parted(text, forenameFirst);
  const names = { surname: known(surname), forename: known(forename) };
  const said = `surname ${names.surname ?? 'not known'}, forename ${names.forename ?? 'not known'}`;
  findings.push(
    isSure
      ? finding('name-parted', `${cell.heading}: “${text}” is read as ${said}`)
      : finding(
          'name-order',
          `${cell.heading}: “${text}” does not say which is the surname (read as ${said}): check with ${sender}`,
        ),
  );
  return names;
}

function parted(
  text: string,
  forenameFirst: boolean,
): { surname: string; forename: string; isSure: boolean } {
  const [before = '', ...after] = text.split(',');
  if (after.length > 0) {
    const forename = after.join(' ').trim();
    return { surname: before.trim(), forename, isSure: after.length === 1 && forename !== '' };
  }
  const words = text.split(/\s+/);
  const isCapital = words.map((word) => CAPITALS.test(word));
  const capitals = words.filter((_, index) => isCapital[index]);
  const others = words.filter((_, index) => !isCapital[index]);
  const standTogether = isCapital
    .join()
    .replaceAll('false', '')
    .replace(/^,+|,+$/g, '');
  if (capitals.length > 0 && others.length > 0 && !/,{2,}/.test(standTogether))
    return { surname: capitals.join(' '), forename: others.join(' '), isSure: true };
  const way = wayOf(words);
  if (way === 'turned')
    return { surname: words[0] ?? '', forename: words.slice(1).join(' '), isSure: false };
  return {
    surname: words.at(-1) ?? '',
    forename: words.slice(0, -1).join(' '),
    isSure: words.length === 2 && capitals.length === 0 && (forenameFirst || way === 'as-said'),
  };
}

const known = (name: string) => (isNotKnown(name) ? null : displayName(name));

const plain = (text: string) => text.replaceAll(APOSTROPHES, "'").replaceAll(HYPHENS, '-');

function signFindings(text: string, { heading }: Cell, sender: string): readonly Finding[] {
  const was = undamaged(text);
  if (was !== null)
    return [
      finding(
        'name-unreadable',
        `${heading}: “${text}” is damaged, perhaps “${was}” before it was saved wrongly: check the spelling with ${sender}`,
      ),
    ];
  if (startsFormula(text) || !(NOT_IN_A_NAME.test(text) || SAID_OF_SOMEBODY.test(text))) return [];
  return [
    finding(
      'name-unreadable',
      `${heading}: “${text}” holds signs that a name does not have: check the spelling with ${sender}`,
    ),
  ];
}
