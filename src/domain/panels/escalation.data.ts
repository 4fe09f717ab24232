import type { Provenance } from '../provenance.ts';

export type EscalationLevel = 1 | 2 | 3;

/** Who answers a disagreement at each level, and in how many working days. */
export const escalationLevels = [
  level(1, 'Managers', 'Practice manager and police sergeant', 2),
  level(2, 'Heads', 'Head of service and police inspector', 5),
  level(3, 'Strategic leads', 'Chair of the management board and police superintendent', 10),
] as const satisfies readonly (Provenance & {
  level: EscalationLevel;
  label: string;
  parties: string;
  workingDays: number;
})[];

function level<L extends EscalationLevel>(
  value: L,
  label: string,
  parties: string,
  workingDays: number,
) {
  return {
    level: value,
    label,
    parties,
    workingDays,
    source: 'Foothold default, to be replaced by the written agreement with police',
    confidence: 'check locally' as const,
  };
}
