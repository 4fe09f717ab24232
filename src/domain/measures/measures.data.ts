import type { Provenance } from '../provenance.ts';

/** Which of the two national definitions: the first (from April 2023) or the newer one that followed. */
export type Definition = 'first' | 'newer';
/** The ways in which a figure may be broken down; each row of a measure has a word for each of its own. */
export type Breakdown = 'ethnicity' | 'sex' | 'age' | 'order' | 'tier' | 'category' | 'sector';

export type Measure = Provenance & {
  readonly id: string;
  readonly title: string;
  readonly numerator: string;
  /** In words; `over` says what is divided by. */
  readonly denominator: string;
  /** By the rows that are counted, by residents aged 10 to 17 of the year before, or by nothing: then the numerator is the figure. */
  readonly over: 'rows' | 'population' | 'nothing';
  readonly per: bigint;
  readonly unit: string;
  readonly places: number;
  readonly definitions: readonly Definition[];
  readonly breakdowns: readonly Breakdown[];
  /** For how many months after the period those counted are followed: until then the figure is not whole. */
  readonly followedFor?: number;
};

const indicator = {
  source:
    'Ministry of Justice reporting code for the Youth Justice Application Framework (MIT), August 2026',
  confidence: 'confirmed',
} as const;
const dataSummary = {
  source:
    'Youth Justice Board data summary, and the reporting code of the Ministry of Justice (MIT), August 2026',
  confidence: 'part confirmed',
} as const;

const both = ['first', 'newer'] as const;
const ofOrders = ['order', 'ethnicity', 'sex', 'age'] as const;
const ofOutcomes = ['tier', 'category', 'ethnicity', 'sex', 'age'] as const;
const ofChildren = ['ethnicity', 'sex', 'age'] as const;

const shares = { over: 'rows', per: 100n, unit: '%', places: 0, definitions: both } as const;
const orders = { ...shares, breakdowns: ofOrders, ...indicator } as const;
const ending = 'children whose order ended';
const consenting = 'victims who agreed to be contacted';
const residents = 'residents aged 10 to 17 in the year before';

/**
 * Every measure that is worked out from the record or from a case-level bundle, in the order in which they are listed. The
 * rows of each come from the function of its name in db/measures, whose files say what decides a row.
 */
export const measures: readonly Measure[] = [
  {
    id: 'kpi1',
    title: 'Suitable accommodation',
    numerator: 'children whose homes at the end were all suitable',
    denominator: ending,
    ...orders,
  },
  {
    id: 'kpi2',
    title: 'Suitable education, training or work',
    numerator: 'children whose education, training or work at the end was all suitable',
    denominator: ending,
    ...orders,
  },
  {
    id: 'kpi3',
    title: 'Special needs with a formal plan',
    numerator: 'children with a formal plan',
    denominator: `${ending} with a special educational or additional learning need`,
    ...orders,
  },
  {
    id: 'kpi3a',
    title: 'Special needs',
    numerator: 'children with a special educational or additional learning need',
    denominator: ending,
    ...orders,
  },
  ...(['4', '5'] as const).flatMap((number): Measure[] => {
    const need = number === '4' ? 'mental health or emotional wellbeing' : 'substance use';
    return [
      {
        id: `kpi${number}`,
        title: `Help offered for ${need}`,
        numerator:
          'children who were offered help during the order or had it already (first definition: children with a need)',
        denominator: `${ending} with a need (first definition: ${ending})`,
        ...orders,
      },
      {
        id: `kpi${number}a`,
        title: `Need for help: ${need}`,
        numerator: 'children with a need',
        denominator: ending,
        ...orders,
      },
      {
        id: `kpi${number}b`,
        title: `Help already at the start: ${need}`,
        numerator: 'children who had help when the order began',
        denominator: `${ending} with a need`,
        ...orders,
      },
    ];
  }),
  {
    id: 'kpi6',
    title: 'Out-of-court work completed successfully',
    numerator: 'children with such work completed successfully',
    denominator: 'children whose out-of-court work ended',
    ...orders,
  },
  {
    id: 'kpi6a',
    title: 'Out-of-court work completed',
    numerator: 'pieces of work completed',
    denominator: 'pieces of out-of-court work that ended',
    ...orders,
  },
  {
    id: 'kpi7',
    title: 'Supported by wider services',
    numerator:
      'children looked after, on a child protection plan, in need or on an early help plan on any day of the order',
    denominator: ending,
    ...orders,
  },
  {
    id: 'kpi8',
    title: 'Senior partners at the board',
    numerator: 'sectors of which a senior person came',
    denominator: 'the five sectors that sit by law',
    over: 'nothing',
    per: 1n,
    unit: 'of 5',
    places: 0,
    definitions: both,
    breakdowns: ['sector'],
    ...indicator,
  },
  {
    id: 'kpi8b',
    title: 'Delegates at the board',
    numerator: 'sectors of which a delegate came',
    denominator: 'the five sectors that sit by law',
    over: 'nothing',
    per: 1n,
    unit: 'of 5',
    places: 0,
    definitions: both,
    breakdowns: ['sector'],
    ...indicator,
  },
  {
    id: 'kpi9',
    title: 'Serious violence',
    numerator:
      'offences of drugs, robbery or violence against the person of seriousness 5 to 8 that were proved',
    denominator: residents,
    over: 'population',
    per: 10_000n,
    unit: 'per 10,000',
    places: 2,
    definitions: both,
    breakdowns: ofOutcomes,
    ...indicator,
  },
  {
    id: 'kpi9a',
    title: 'Serious violence among offences',
    numerator: 'offences of serious violence',
    denominator: 'offences that were proved',
    ...shares,
    breakdowns: ofOutcomes,
    ...indicator,
  },
  {
    id: 'kpi9b',
    title: 'Serious violence among children',
    numerator: 'children with an offence of serious violence',
    denominator: 'children with an offence that was proved',
    ...shares,
    breakdowns: ofOutcomes,
    ...indicator,
  },
  {
    id: 'kpi10',
    title: 'Victims in restorative justice',
    numerator: 'victims who took part',
    denominator: consenting,
    ...orders,
  },
  {
    id: 'kpi10a',
    title: 'Victims',
    numerator: 'victims of offences of orders that ended',
    denominator: '',
    ...orders,
    over: 'nothing',
    per: 1n,
    unit: 'victims',
  },
  {
    id: 'kpi10b',
    title: 'Children with victims',
    numerator: 'children whose offences had a victim',
    denominator: ending,
    ...orders,
  },
  {
    id: 'kpi10d',
    title: 'Victims whose view was sought',
    numerator: 'victims whose view was sought before the decision',
    denominator: consenting,
    ...orders,
  },
  {
    id: 'kpi10e',
    title: 'Victims told of progress',
    numerator: 'victims who were told',
    denominator: `${consenting} (first definition: victims who asked)`,
    ...orders,
  },
  {
    id: 'kpi10f',
    title: 'Victims told of support',
    numerator: 'victims who were told',
    denominator: `${consenting} (first definition: victims who asked)`,
    ...orders,
  },
  {
    id: 'kpi10g',
    title: 'Victims contacted',
    numerator: 'victims who were contacted',
    denominator: consenting,
    ...orders,
    definitions: ['newer'],
  },
  {
    id: 'fte',
    title: 'First-time entrants',
    numerator: 'children with a first caution or conviction',
    denominator: residents,
    over: 'population',
    per: 100_000n,
    unit: 'per 100,000',
    places: 0,
    definitions: both,
    breakdowns: ofOutcomes,
    ...dataSummary,
  },
  {
    id: 'custody',
    title: 'Custody',
    numerator: 'custodial sentences',
    denominator: residents,
    over: 'population',
    per: 1_000n,
    unit: 'per 1,000',
    places: 2,
    definitions: both,
    breakdowns: ofOutcomes,
    ...dataSummary,
  },
  {
    id: 'reoffending',
    title: 'Reoffending',
    numerator: 'children who did a further offence',
    denominator: 'children of the cohort',
    over: 'rows',
    per: 100n,
    unit: '%',
    places: 1,
    definitions: both,
    followedFor: 18,
    breakdowns: ofChildren,
    ...dataSummary,
  },
  {
    id: 'reoffences-per-reoffender',
    title: 'Further offences for each child who reoffended',
    numerator: 'further offences',
    denominator: 'children who did a further offence',
    over: 'rows',
    per: 1n,
    unit: 'for each child',
    places: 2,
    definitions: both,
    followedFor: 18,
    breakdowns: ofChildren,
    ...dataSummary,
  },
  {
    id: 'reoffences-per-child',
    title: 'Further offences for each child',
    numerator: 'further offences',
    denominator: 'children of the cohort',
    over: 'rows',
    per: 1n,
    unit: 'for each child',
    places: 2,
    definitions: both,
    followedFor: 18,
    breakdowns: ofChildren,
    ...dataSummary,
  },
  {
    id: 'serious-violence-100k',
    title: 'Serious violence, per 100,000',
    numerator: 'offences of serious violence that were proved',
    denominator: residents,
    over: 'population',
    per: 100_000n,
    unit: 'per 100,000',
    places: 0,
    definitions: both,
    breakdowns: ofOutcomes,
    ...indicator,
  },
];
