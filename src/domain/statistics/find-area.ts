import { isNearlySpelt } from '../people/likeness.ts';

/** Areas by every way in which they are named: number, government code, name. */
export type Areas = ReadonlyMap<string, string>;

/** An area's code, or the names that may have been meant. */
export type FoundArea =
  | { readonly kind: 'found'; readonly code: string }
  | { readonly kind: 'not-found'; readonly near: readonly string[] };

const TITLES =
  /\b(?:(?:london|royal|metropolitan|county) )*(?:borough|city|county|council|district)(?: council)?(?: of)?\b|\bthe\b/g;

/** A name or code of an area as it is compared: small letters, no points, & as and. */
export const areaKey = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[.'’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Finds an area by number, government code or name, with or without Council, City of and the like; a name that is nearly one is never taken for it. */
export function findArea(text: string, areas: Areas): FoundArea {
  const key = areaKey(text);
  const whole = areas.get(key);
  if (whole !== undefined) return { kind: 'found', code: whole };
  const bare = bareName(key);
  const byBareName = [...areas].filter(([name]) => bareName(name) === bare);
  const codes = new Set(bare === '' ? [] : byBareName.map(([, code]) => code));
  const [only] = codes;
  if (only !== undefined && codes.size === 1) return { kind: 'found', code: only };
  const near = [...areas.keys()].filter(
    (name) =>
      /[a-z]{4}/.test(name) && (isNearlySpelt(name, key) || isNearlySpelt(bareName(name), bare)),
  );
  return { kind: 'not-found', near };
}

const bareName = (key: string) => key.replaceAll(TITLES, ' ').replace(/\s+/g, ' ').trim();
