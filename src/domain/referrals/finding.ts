import { ROW_RULES, type RowRuleId, type Weight } from './row-rules.data.ts';

/** Something noticed about a row: the rule, and a sentence with what to do about it. */
export type Finding = { readonly rule: RowRuleId; readonly text: string };

/** Makes a finding; its weight comes from the rule. */
export function finding(rule: RowRuleId, text: string): Finding {
  return { rule, text };
}

/** What a finding does to its row. */
function weightOf({ rule }: Finding): Weight {
  return ROW_RULES[rule].weight;
}

/** The findings of one weight. */
export function ofWeight(findings: readonly Finding[], weight: Weight): readonly Finding[] {
  return findings.filter((each) => weightOf(each) === weight);
}
