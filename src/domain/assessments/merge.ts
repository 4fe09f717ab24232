import { type Answer, type Answers, isSameAnswer } from './answers.ts';

export type MergeState = 'same' | 'only-mine' | 'only-theirs' | 'both';

/** One question as three people saw it: as it was when I began, as I left it, as it was saved meanwhile. */
export type MergeRow = {
  question: string;
  state: MergeState;
  base: Answer | undefined;
  mine: Answer | undefined;
  theirs: Answer | undefined;
};

export type MergeChoice = { kind: 'mine' } | { kind: 'theirs' } | { kind: 'own'; answer: Answer };

/** What happened to each question since two people opened the same version; questions keep the order of first mention. */
export function threeWay(base: Answers, mine: Answers, theirs: Answers): MergeRow[] {
  const ids = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)]);
  return [...ids].map((question) => {
    const row = { question, base: base[question], mine: mine[question], theirs: theirs[question] };
    return { ...row, state: stateOf(row.base, row.mine, row.theirs) };
  });
}

export type Merged =
  | { kind: 'merged'; answers: Answers }
  | { kind: 'undecided'; questions: string[] };

/** Puts two people's work together; where both changed a question somebody must have chosen. */
export function merged(
  rows: readonly MergeRow[],
  choices: Readonly<Record<string, MergeChoice>>,
): Merged {
  const undecided = rows.filter((row) => row.state === 'both' && !choices[row.question]);
  if (undecided.length > 0) {
    return { kind: 'undecided', questions: undecided.map((row) => row.question) };
  }
  const kept = rows.flatMap((row): [string, Answer][] => {
    const answer = chosen(row, choices[row.question]);
    return answer === undefined ? [] : [[row.question, answer]];
  });
  return { kind: 'merged', answers: Object.fromEntries(kept) };
}

function stateOf(
  base: Answer | undefined,
  mine: Answer | undefined,
  theirs: Answer | undefined,
): MergeState {
  if (isSameAnswer(mine, theirs)) return 'same';
  if (isSameAnswer(base, theirs)) return 'only-mine';
  if (isSameAnswer(base, mine)) return 'only-theirs';
  return 'both';
}

function chosen(row: MergeRow, choice: MergeChoice | undefined): Answer | undefined {
  if (choice?.kind === 'own') return choice.answer;
  if (choice?.kind === 'mine') return row.mine;
  if (choice?.kind === 'theirs') return row.theirs;
  return row.state === 'only-theirs' ? row.theirs : row.mine;
}
