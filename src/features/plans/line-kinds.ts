/** The kinds of line, in the order of the page, each with the words of its own page. */
export const lineKinds = {
  goal: { one: 'a goal', title: 'Goals and steps' },
  step: { one: 'a step', title: 'Steps' },
  safety: { one: 'a safety line', title: 'Keeping the child and others safe' },
  'victim-safety': {
    one: 'a line for someone harmed',
    title: 'Keeping people already harmed safe',
  },
  contingency: { one: 'what happens if things change', title: 'If things change' },
  exit: { one: 'an exit step', title: 'When our work ends' },
} as const;

export type LineKind = keyof typeof lineKinds;
export const isLineKind = (text: string): text is LineKind => Object.hasOwn(lineKinds, text);

/** The kinds that answer what somebody needs to be safe. */
export const keepsSafe: readonly LineKind[] = ['safety', 'victim-safety', 'contingency'];

/** The kinds that are written with the child, to be read by the child: always on the child's own page. */
export const writtenToTheChild: readonly LineKind[] = ['goal', 'step', 'exit'];
