import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { ReferenceRow } from '../reference/reference-row.ts';
import type { CourtOrder } from './court-order.ts';
import { orderRule, requirementRule } from './order-rule.ts';

function rowsOf(list: string): ReferenceRow[] {
  const rows: Record<string, string>[] = parse(readFileSync(`db/reference/${list}.csv`, 'utf8'), {
    columns: true,
  });
  return rows.map(
    ({
      code = '',
      label = '',
      source = '',
      confidence = '',
      valid_from,
      valid_to,
      ...attributes
    }) => ({
      code,
      label,
      source,
      confidence,
      attributes,
      validFrom: valid_from || null,
      validTo: valid_to || null,
    }),
  );
}

export const orderRules = rowsOf('court_order').map(orderRule);
const requirementRules = rowsOf('order_requirement').map(requirementRule);

const named = <T extends { code: string }>(rules: readonly T[], code: string): T => {
  const rule = rules.find((each) => each.code === code);
  if (!rule) throw new Error(`there is no rule ${code}`);
  return rule;
};

export const requirement = (code: string, amount: number | null = null) => ({
  rule: named(requirementRules, code),
  amount,
});

/** An order on a child of 15, convicted and sentenced on 1 October 2026 unless said otherwise. */
export const order = (
  code: string,
  amount: number | null,
  more: Partial<CourtOrder> = {},
): CourtOrder => ({
  rule: named(orderRules, code),
  bornOn: '2011-03-04',
  convictedOn: more.sentencedOn ?? '2026-10-01',
  sentencedOn: '2026-10-01',
  amount,
  contractOn: null,
  isConsecutive: false,
  requirements: [],
  events: [],
  ...more,
});
