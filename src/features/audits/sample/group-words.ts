import { levels } from '../../../domain/assessments/levels.data.ts';
import type { StratumKind } from '../../../domain/audits/strata.ts';
import { type Code, labelOf } from '../../../domain/reference/codes.ts';

/** A level in words; a child without a signed assessment has none. */
export const riskWords = (risk: string) =>
  risk === 'not-assessed'
    ? 'Not assessed'
    : risk.charAt(0).toUpperCase() + risk.slice(1).replace('-', ' ');

/** A group's value in words. */
export function groupWords(kind: StratumKind, value: string, types: readonly Code[]): string {
  if (kind === 'disposal') return labelOf(types, value);
  return riskWords(value);
}

/** Risk from least to most, work as the service lists it, sex by its name; what is not known comes last. */
export function groupOrder(
  kind: StratumKind,
  one: string,
  other: string,
  types: readonly Code[],
): number {
  const order: readonly string[] =
    kind === 'risk'
      ? levels.map(({ id }) => id)
      : kind === 'disposal'
        ? types.map(({ code }) => code)
        : [];
  const at = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return at(one) - at(other) || (one < other ? -1 : 1);
}
