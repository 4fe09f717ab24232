type DecisionPoint = {
  readonly title: string;
  readonly events: string;
  readonly among: string;
  /** The base of its rate: 1,000 among residents, 100 where the events are some of those among whom they are counted. */
  readonly per: 1000 | 100;
  readonly measure: string;
  /** The groups are all there are, so that they add up to everybody. */
  readonly isWhole: boolean;
  readonly note: string;
};

/** Points at which somebody decides about a child, in the order in which a case meets them. */
export const decisionPoints = {
  'stop-and-search': {
    title: 'Stop and search',
    events: 'Stops and searches of children',
    among: 'Residents aged 10 to 17, Census 2021',
    per: 1000,
    measure: 'relative-rate-index',
    isWhole: false,
    note: 'Searches are counted, not children: one child may be searched several times. Only Asian and White children are in the public file.',
  },
  arrest: {
    title: 'Arrest',
    events: 'Arrests of children',
    among: 'Residents aged 10 to 17, Census 2021',
    per: 1000,
    measure: 'relative-rate-index',
    isWhole: false,
    note: 'Arrests are counted, not children. Only Asian and White children are in the public file.',
  },
  'cautioned-or-sentenced': {
    title: 'Cautioned or sentenced',
    events: 'Children cautioned or sentenced',
    among:
      'Residents aged 10 to 17: by ethnicity Census 2021, by sex the mid-year estimate before the year to March',
    per: 1000,
    measure: 'children-cautioned-or-sentenced',
    isWhole: true,
    note: 'By ethnicity, residents are known for Asian and White children of England and Wales only, on census day 2021; the further a year is from it, the less they fit. Until the year to March 2013 Chinese children are counted with the Other group.',
  },
  'custodial-remand': {
    title: 'Custodial remand',
    events: 'Remands to youth detention accommodation',
    among: 'Remand decisions of every kind',
    per: 100,
    measure: 'remand-outcomes',
    isWhole: true,
    note: 'Some counts were withheld by who published them. Where one of the four kinds of decision is withheld, so is their sum.',
  },
  'custodial-sentence': {
    title: 'Custodial sentence',
    events: 'Children sentenced to custody',
    among: 'Children sentenced',
    per: 100,
    measure: 'relative-rate-index',
    isWhole: false,
    note: 'Only Asian and White children are in the public file.',
  },
} as const satisfies Record<string, DecisionPoint>;

export type DecisionPointId = keyof typeof decisionPoints;

export const isDecisionPoint = (id: string): id is DecisionPointId =>
  Object.hasOwn(decisionPoints, id);
