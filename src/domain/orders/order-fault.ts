import type { OrderRule, RequirementRule } from './order-rule.ts';

/** What cannot be lawful, or cannot be so without a look, with the rule that says so. The court's word still stands. */
export type OrderFault = {
  readonly what: 'in force' | 'age' | 'amount' | 'together' | 'change';
  readonly says: string;
  readonly basis: string;
  readonly source: string;
  readonly mustCheck: boolean;
};

export type Rule = OrderRule | RequirementRule;

export const because = (rule: Rule, what: OrderFault['what'], says: string): OrderFault => ({
  what,
  says: `${rule.label}: ${says}`,
  basis: rule.legal_basis,
  source: rule.source,
  mustCheck: rule.mustCheck,
});
