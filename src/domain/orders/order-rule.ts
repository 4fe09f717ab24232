import { z } from 'zod';
import type { Day } from '../calendar/day.ts';
import { mustCheckLocally } from '../provenance.ts';
import { attributesOf, flag, type ReferenceRow, wholeOrNull } from '../reference/reference-row.ts';

const words = z.string().transform((text) => text.split(' ').filter(Boolean));
const ageOn = z
  .union([z.literal('').transform(() => null), z.enum(['conviction', 'sentence'])])
  .nullable();
/** "13:12 15:24": 12 up to the age of 13, 24 up to 15. */
const byAge = words.transform((steps) =>
  steps.map((step) => {
    const [upTo = NaN, amount = NaN] = step.split(':').map(Number);
    return { upTo, amount };
  }),
);

const limits = {
  legal_basis: z.string().min(1),
  min_age: z.coerce.number().int(),
  max_age: z.coerce.number().int(),
  age_on: ageOn,
  least: wholeOrNull,
  most: wholeOrNull,
  unit: z.string(),
  note: z.string(),
};

const orderRow = z.object({
  ...limits,
  kind: z.string(),
  involvement_type: z.string(),
  counts_from: z.enum(['', 'sentence', 'contract']),
  within_months: wholeOrNull,
  extend_most: wholeOrNull,
  extend_within_most: flag,
  joined_most: wholeOrNull,
  not_with: words,
  not_while: words,
  needs_requirements: words,
});

const requirementRow = z.object({
  ...limits,
  least_by_age: byAge,
  most_by_age: byAge,
  only_with: words,
  needs_too: z.string(),
  ends_by_age: wholeOrNull,
  /** Whether the order lives on after its last day until this is done. */
  keeps_open: flag,
});

type Common = {
  readonly code: string;
  readonly label: string;
  readonly source: string;
  /** Whether a page must say "check locally" beside what this rule says. */
  readonly mustCheck: boolean;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
};

/** What the law says of one order that a court may make on a child. */
export type OrderRule = Common & z.output<typeof orderRow>;
/** What it says of one requirement of a youth rehabilitation order. */
export type RequirementRule = Common & z.output<typeof requirementRow>;

const commonOf = (row: ReferenceRow): Common => ({
  code: row.code,
  label: row.label,
  source: row.source,
  mustCheck: mustCheckLocally(row),
  validFrom: row.validFrom,
  validTo: row.validTo,
});

/** A row of `court_order` as a rule. */
export const orderRule = (row: ReferenceRow): OrderRule => ({
  ...commonOf(row),
  ...attributesOf(row, orderRow),
});

/** A row of `order_requirement` as a rule. */
export const requirementRule = (row: ReferenceRow): RequirementRule => ({
  ...commonOf(row),
  ...attributesOf(row, requirementRow),
});
