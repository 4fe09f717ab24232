import { OFFENCE_OPENINGS } from './offence-words.data.ts';

const SURE_BREAK = /\s*(?:;|\||\r?\n|\r)\s*/;
const JOINED = /\s+(?:and|&|\+)\s+/gi;
const LIST_MARK = /^(?:\d{1,2}[.)]|[•*–-])\s+/;

/** The offences in one cell, in the order given, each once. */
export function splitOffences(cell: string): readonly string[] {
  const parts = cell
    .split(SURE_BREAK)
    .map((part) => part.replace(LIST_MARK, '').replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .flatMap(splitJoined);
  const seen = new Set<string>();
  return parts.filter((part) => {
    const key = offenceKey(part);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** An offence as it is compared: two wordings that differ in case or marks are one. */
export function offenceKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}<>£]+/gu, ' ')
    .trim();
}

function splitJoined(text: string): readonly string[] {
  for (const found of text.matchAll(JOINED)) {
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + found[0].length);
    if (beginsOffence(before) && beginsOffence(after)) return [before, ...splitJoined(after)];
  }
  return [text];
}

function beginsOffence(text: string): boolean {
  const words = offenceKey(text);
  return OFFENCE_OPENINGS.some((opening) => words.startsWith(opening));
}
