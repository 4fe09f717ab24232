import type { Provenance } from '../provenance.ts';

export type EscalationLevel = 1 | 2 | 3;

/** Who answers a disagreement at each level, and the time limit that says by when. */
export const escalationLevels = [
  level(1, 'Managers', 'Practice manager and police sergeant'),
  level(2, 'Heads', 'Head of service and police inspector'),
  level(3, 'Strategic leads', 'Chair of the management board and police superintendent'),
] as const satisfies readonly (Provenance & {
  level: EscalationLevel;
  label: string;
  parties: string;
  limit: string;
})[];

function level<L extends EscalationLevel>(value: L, label: string, parties: string) {
  return {
    level: value,
    label,
    parties,
    limit: `escalation-answer-${value}`,
    source: 'Foothold default, to be replaced by the written agreement with police',
    confidence: 'check locally' as const,
  };
}
