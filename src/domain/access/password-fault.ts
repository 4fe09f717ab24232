/** What is known of a person and of people in general that a guesser would try first. */
export type Guesses = {
  /** Passwords that many people use, in small letters. */
  readonly common: ReadonlySet<string>;
  /** The person's name and e-mail, the service, the program. */
  readonly own: readonly string[];
};

/** Letters that a password must have at least. */
export const minPasswordLength = 12;

const longestPassword = 128;
const fewestKinds = 5;
const fewestLeft = 6;
const shortestRun = 4;
const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const runs = rows.flatMap((row) => [row, [...row].reverse().join('')]);
const drawn: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Why a password may not be chosen, as a sentence that says what to do; null when it may. */
export function passwordFault(password: string, { common, own }: Guesses): string | null {
  if (password.length < minPasswordLength)
    return `Your password must have at least ${minPasswordLength} letters`;
  if (password.length > longestPassword)
    return `Your password must have ${longestPassword} letters or fewer`;
  const small = password.toLowerCase();
  if (new Set(small).size < fewestKinds || withoutRuns(small).length < fewestLeft)
    return 'That is the same few letters again, or a row of keys. Choose three or four unrelated words';
  if (shapesOf(small).some((shape) => isCommon(shape, common)))
    return 'That is one of the passwords that are guessed first. Choose three or four unrelated words';
  if (withoutWords(small, own).length < fewestLeft)
    return 'That is made of your name, your e-mail or the service’s name. Choose three or four unrelated words';
  return null;
}

// As typed, without what people put before and after a word, and both with figures read as letters.
function shapesOf(small: string): readonly string[] {
  const joined = small.replace(/\s/g, '');
  const bare = joined.replace(/^[^a-z]+|[^a-z]+$/g, '');
  return [joined, bare].flatMap((text) => [
    text,
    [...text].map((sign) => drawn[sign] ?? sign).join(''),
  ]);
}

function isCommon(shape: string, common: ReadonlySet<string>): boolean {
  const unit = /^(.+?)\1*$/.exec(shape)?.[1] ?? shape;
  if (unit.length < shortestRun || common.has(unit)) return true;
  // Two of them side by side are tried as soon as one.
  return [...unit].some(
    (_sign, at) => at >= shortestRun && common.has(unit.slice(0, at)) && common.has(unit.slice(at)),
  );
}

function withoutRuns(text: string): string {
  let left = '';
  for (let at = 0; at < text.length; ) {
    const run = runLength(text.slice(at));
    if (run < shortestRun) left += text[at];
    at += run < shortestRun ? 1 : run;
  }
  return left;
}

function runLength(text: string): number {
  let length = 1;
  while (length < text.length && runs.some((row) => row.includes(text.slice(0, length + 1))))
    length += 1;
  return length;
}

function withoutWords(text: string, own: readonly string[]): string {
  const words = own
    .flatMap((each) => each.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  return words.reduce((left, word) => left.replaceAll(word, ''), text).replace(/[^\p{L}]/gu, '');
}
