import { z } from 'zod';
import { mustCheckLocally } from '../provenance.ts';
import { attributesOf, type ReferenceRow, wholeOrNull } from '../reference/reference-row.ts';

const ruleRow = z.object({
  orders: z.string().transform((text) => text.split(' ').filter(Boolean)),
  goes_to: z.enum(['court', 'panel', 'recall']),
  warned_months: wholeOrNull,
  warnings: wholeOrNull,
  says: z.string().min(1),
  may: z.string(),
  early_end: z.string(),
  law: z.string(),
});

/** What the law says when an order is not kept: to whom it goes, and after how many warnings within how many months it must. */
export type EnforcementRule = z.output<typeof ruleRow> & {
  readonly code: string;
  readonly label: string;
  readonly source: string;
  readonly mustCheck: boolean;
};

/** A row of `enforcement_rule` as a rule. */
export const enforcementRule = (row: ReferenceRow): EnforcementRule => ({
  code: row.code,
  label: row.label,
  source: row.source,
  mustCheck: mustCheckLocally(row),
  ...attributesOf(row, ruleRow),
});

/** Who deals with it, in words. */
export const goesToWords = {
  court: 'the court',
  panel: 'the panel',
  recall: 'those who decide on recall',
} as const satisfies Record<EnforcementRule['goes_to'], string>;
