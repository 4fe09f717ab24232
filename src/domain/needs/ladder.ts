/** Who is asked when a child's weeks fall short, in their order. Source: the service's ladder; the clocks are rows of time_limit. */
export const rungs = {
  school: { asks: 'Ask the school', asked: 'The school', head: false },
  'virtual-school': {
    asks: 'Ask the virtual school or the SEND team',
    asked: 'The virtual school or SEND team',
    head: false,
  },
  head: { asks: 'Put it to the head of service', asked: 'The head of service', head: false },
  board: {
    asks: 'Put it to the board’s education seat',
    asked: 'The board’s education seat',
    head: true,
  },
} as const;

export type Rung = keyof typeof rungs;
const rungNames = Object.keys(rungs) as readonly Rung[];
export const isRung = (text: string): text is Rung => Object.hasOwn(rungs, text);

type Step = { readonly rung: string };

/** The rung that comes next; undefined when all were asked. */
export const nextRung = (steps: readonly Step[]): Rung | undefined =>
  rungNames.find((rung) => !steps.some((step) => step.rung === rung));
