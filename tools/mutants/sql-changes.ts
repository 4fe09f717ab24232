import type { Change } from './change.ts';
import { type Token, tokensOf } from './sql-tokens.ts';

const otherSign: Record<string, string> = {
  '=': '<>',
  '<>': '=',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
};
const otherWord: Record<string, string> = { and: 'or', or: 'and', true: 'false', false: 'true' };
const endsClause = new Set(
  'and or where group order limit union then else elsif when end on join left inner cross using with returning loop having filter as select from begin if return'.split(
    ' ',
  ),
);
const commands = /^(create|insert|update|delete|truncate)$/;

/** Every single change of meaning of an SQL script: comparisons, constants, and / or, conditions turned round or left out. */
export function sqlChanges(file: string, script: string): Change[] {
  const tokens = tokensOf(script).filter(isMeant(script));
  return tokens.flatMap((token, at) => {
    const make = (to: string, start = token.start, end = token.end): Change => ({
      file,
      start,
      end,
      to,
    });
    const before = tokens[at - 1]?.text ?? '';
    const after = tokens[at + 1];
    // What is selected to see whether there is any is looked at by nobody.
    if (token.kind === 'number')
      return /\bexists \( select$/.test(textsBefore(tokens, at, 3))
        ? []
        : [make(String(Number(token.text) + 1))];
    if (token.kind === 'text') return constant(token.text).map((to) => make(to));
    const sign = otherSign[token.text];
    if (sign) return [make(sign)];
    if (token.text === 'in' && after?.text === '(' && before !== 'not') return [make('not in')];
    if (token.text === 'exists' && before !== 'if' && before !== 'not') return [make('not exists')];
    if (token.text === 'is' && /^(null|distinct)$/.test(after?.text ?? '')) return [make('is not')];
    if (token.text === 'not') {
      const isCondition = before === 'is' || (before !== 'if' && after?.text !== 'null');
      // Also the space after it: what is left out leaves no trace.
      return isCondition ? [make('', token.start, after?.start)] : [];
    }
    const word = otherWord[token.text];
    if (!word) return [];
    if (word !== 'and' && word !== 'or') return [make(word)];
    if (commands.test(before)) return [];
    return [make(word), ...leftOut(tokens, at).map(({ start, end }) => make('', start, end))];
  });
}

const textsBefore = (tokens: readonly Token[], at: number, many: number) =>
  tokens
    .slice(Math.max(0, at - many), at)
    .map(({ text }) => text)
    .join(' ');

/** An operand of "and" or "or" with its operator: the one after it, and the first of a chain too. */
function leftOut(tokens: readonly Token[], at: number): { start: number; end: number }[] {
  const operator = tokens[at];
  if (!operator) return [];
  const edge = (token: Token, index: number) =>
    tokens[index - 1]?.text !== 'distinct' &&
    (token.depth < operator.depth ||
      (token.depth === operator.depth &&
        (endsClause.has(token.text) || /^[,;]$/.test(token.text))));
  const next = tokens.findIndex((token, index) => index > at && edge(token, index));
  const lastOfNext = tokens[(next < 0 ? tokens.length : next) - 1];
  const previous = tokens.findLastIndex((token, index) => index < at && edge(token, index));
  const first = tokens[previous + 1];
  if (
    tokens
      .slice(previous + 1, at)
      .some(({ text, depth }) => text === 'between' && depth === operator.depth)
  )
    return [];
  const cuts = lastOfNext ? [{ start: operator.start, end: lastOfNext.end }] : [];
  const begins = !/^(and|or)$/.test(tokens[previous]?.text ?? '');
  return first && begins ? [...cuts, { start: first.start, end: operator.end }] : cuts;
}

// Sentences are for people; a record class becomes its neighbour, no end no beginning, any other word one that nothing has.
function constant(text: string): string[] {
  if (/\s/.test(text) || text === "''") return [];
  const recordClass = /^'RC(\d+)(S?)'$/.exec(text);
  if (recordClass) return [`'RC${Number(recordClass[1]) + 1}${recordClass[2]}'`];
  if (text === "'infinity'") return ["'-infinity'"];
  return [`${text.slice(0, -1)}~'`];
}

// What is written about a table is no rule of it.
const isMeant = (script: string) => {
  const notes = [...script.matchAll(/^comment on [\s\S]*?;$/gm)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return ({ start }: Token) => !notes.some((note) => start >= note.start && start < note.end);
};
