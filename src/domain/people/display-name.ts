import { visibleText } from '../text/visible-text.ts';

const NAME_PART = /\p{L}[\p{L}\p{M}]*/gu;
const SINGLE_LETTER_PREFIX = /(^|[\s-])(\p{L})(['’‘`])(\p{L})/gu;
const MC = /\bMc(\p{L})/gu;

/**
 * A name for reading. A name typed all in capitals or all small is given capitals (MARLOWE-QUIST
 * becomes Marlowe-Quist, O’ROURKE O’Rourke, MCDONALD McDonald); one with both was typed with care
 * and stays. Mac is left alone: Macey and Mackenzie are names too.
 */
export function displayName(text: string): string {
  const tidy = visibleText(text)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  const isAllOneCase = tidy === tidy.toUpperCase() || tidy === tidy.toLowerCase();
  if (!isAllOneCase) return tidy;
  return tidy
    .replace(NAME_PART, capitalise)
    .replace(/(['’‘`])(\p{L})/gu, (_, mark: string, letter: string) => mark + letter.toLowerCase())
    .replace(
      SINGLE_LETTER_PREFIX,
      (_, gap: string, prefix: string, mark: string, letter: string) =>
        gap + prefix + mark + letter.toUpperCase(),
    )
    .replace(MC, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

/** Forename and surname for reading, whichever of them is known. */
export function fullName(person: {
  readonly forename: string | null;
  readonly surname: string | null;
}): string {
  const parts = [person.forename, person.surname].filter((part) => part !== null && part !== '');
  return parts.length === 0
    ? 'Name not recorded'
    : parts.map((part) => displayName(part ?? '')).join(' ');
}

function capitalise(part: string): string {
  const [first = '', ...rest] = part;
  // The small letter of a Turkish İ is i; lower case alone would leave its dot behind as a sign of its own.
  return first.toUpperCase() + rest.join('').replaceAll('İ', 'i').toLowerCase();
}
