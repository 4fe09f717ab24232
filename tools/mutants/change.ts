/** One change of meaning: a piece of a file's text and what stands there instead. */
export type Change = {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly to: string;
};

export const changed = (text: string, { start, end, to }: Change): string =>
  text.slice(0, start) + to + text.slice(end);

export const lineOf = (text: string, { start }: Change): number =>
  text.slice(0, start).split('\n').length;

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

/** How a change is known for as long as its line stands as it is, wherever in its file that line moves. */
export function nameOf(text: string, change: Change): string {
  const from = text.lastIndexOf('\n', change.start - 1) + 1;
  const until = text.indexOf('\n', change.start);
  const line = text.slice(from, until < 0 ? text.length : until);
  const before = text
    .slice(0, from)
    .split('\n')
    .filter((other) => flat(other) === flat(line)).length;
  const column = flat(`${line.slice(0, change.start - from)}|`).length;
  return [
    `${change.file}: ${flat(line)}`,
    `column ${column}${before ? ` of its line ${before + 1}` : ''}`,
    `${flat(text.slice(change.start, change.end)) || 'nothing'} → ${flat(change.to) || 'nothing'}`,
  ].join(' | ');
}
