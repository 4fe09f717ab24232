import type { Provenance } from '../provenance.ts';

type Measure = Provenance & {
  readonly title: string;
  /** As it stands after the figure. */
  readonly unit: string;
  readonly per: bigint;
  readonly places: number;
  readonly numerator: string;
  readonly denominator: string;
  /** The numerator counts some of those whom the denominator counts. */
  readonly isPart: boolean;
};

const dataSummary = {
  source: 'Youth Justice Board data summary: unit and places as services print them, 2024',
  confidence: 'confirmed',
} as const;

/** The published measures that can be worked out from two counts. */
export const calculatedMeasures = {
  'fte-rate': {
    title: 'First time entrants',
    unit: 'per 100,000',
    per: 100_000n,
    places: 0,
    numerator: 'children with a first caution or conviction in twelve months',
    denominator: 'residents aged 10 to 17 (mid-year estimate)',
    isPart: false,
    ...dataSummary,
  },
  'custody-rate': {
    title: 'Custodial sentences',
    unit: 'per 1,000',
    per: 1_000n,
    places: 2,
    numerator: 'custodial sentences in twelve months',
    denominator: 'residents aged 10 to 17 (mid-year estimate)',
    isPart: false,
    ...dataSummary,
  },
  'reoffending-binary': {
    title: 'Children who reoffend',
    unit: '%',
    per: 100n,
    places: 1,
    numerator: 'children of the cohort with a proven reoffence',
    denominator: 'children in the cohort',
    isPart: true,
    ...dataSummary,
  },
  'reoffences-per-reoffender-quarter': {
    title: 'Reoffences per child who reoffends, three-month cohort',
    unit: 'reoffences',
    per: 1n,
    places: 2,
    numerator: 'proven reoffences',
    denominator: 'children of the cohort with a proven reoffence',
    isPart: false,
    ...dataSummary,
  },
  'reoffences-per-reoffender-annual': {
    title: 'Reoffences per child who reoffends, four cohorts together',
    unit: 'reoffences',
    per: 1n,
    places: 0,
    numerator: 'proven reoffences',
    denominator: 'children of the cohorts with a proven reoffence',
    isPart: false,
    ...dataSummary,
  },
  'reoffences-per-offender': {
    title: 'Reoffences per child in the cohort',
    unit: 'reoffences',
    per: 1n,
    places: 2,
    numerator: 'proven reoffences',
    denominator: 'children in the cohort',
    isPart: false,
    ...dataSummary,
  },
  percent: {
    title: 'Percentage',
    unit: '%',
    per: 100n,
    places: 0,
    numerator: 'whatever is compared',
    denominator: 'what it is compared with',
    isPart: false,
    source: 'Foothold: percentages in text are printed whole',
    confidence: 'check locally',
  },
} as const satisfies Record<string, Measure>;

export type CalculatedMeasure = keyof typeof calculatedMeasures;
