/** Letters of police numbers by what is left over: no I, O or S. */
const POLICE_LETTERS = 'ZABCDEFGHJKLMNPQRTUVWXY';
/** Letters of pupil numbers, likewise. */
const PUPIL_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** The letter that belongs to the figures of a police number: what is left when they are divided by 23. */
export const policeLetter = (figures: string): string =>
  POLICE_LETTERS[Number(BigInt(figures) % 23n)] ?? '';

/** The letter with which a pupil number of these figures begins; a temporary one ends in a letter that counts too. */
export function pupilLetter(after: string): string | null {
  const values = [...after].map((sign) =>
    /\d/.test(sign) ? Number(sign) : PUPIL_LETTERS.indexOf(sign),
  );
  if (values.includes(-1)) return null;
  return PUPIL_LETTERS[weighed(values, (at) => at + 2) % 23] ?? null;
}

/** The last figure of an NHS number; null when the first nine have none, and no such number is issued. */
export function nhsFigure(nine: string): number | null {
  const check = 11 - (weighed([...nine].map(Number), (at) => 10 - at) % 11);
  return check === 10 ? null : check % 11;
}

/** The last figure of a learner number; null when the first nine have none. */
export function learnerFigure(nine: string): number | null {
  const left = weighed([...nine].map(Number), (at) => 10 - at) % 11;
  return left === 0 ? null : 10 - left;
}

const weighed = (values: readonly number[], weightAt: (place: number) => number): number =>
  values.reduce((sum, value, at) => sum + value * weightAt(at), 0);
