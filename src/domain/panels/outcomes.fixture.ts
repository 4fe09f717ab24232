import type { Outcome } from './outcomes.ts';

const common = {
  admissionNeeded: false,
  responsibilityNeeded: false,
  isFirstTimeEntrant: false,
  conditionsAllowed: false,
  policeNoticeOfFailure: false,
  source: 'test',
  confidence: 'confirmed',
  validFrom: null,
  validTo: null,
} as const;

/** Five outcomes with the marks that the rules turn on, for tests. */
export const sampleOutcomes = {
  nfa: {
    ...common,
    code: 'no-further-action',
    label: 'No further action',
    involvementType: null,
    usualGravity: 1,
  },
  resolution: {
    ...common,
    code: 'community-resolution',
    label: 'Community resolution',
    responsibilityNeeded: true,
    involvementType: 'community-resolution',
    usualGravity: 2,
  },
  outcome23: {
    ...common,
    code: 'outcome-23',
    label: 'Outcome 23',
    conditionsAllowed: true,
    policeNoticeOfFailure: true,
    involvementType: 'outcome-23',
    usualGravity: null,
    validFrom: '2026-01-01',
  },
  caution: {
    ...common,
    code: 'youth-caution',
    label: 'Youth caution',
    admissionNeeded: true,
    isFirstTimeEntrant: true,
    involvementType: 'youth-caution',
    usualGravity: 3,
  },
  charge: { ...common, code: 'charge', label: 'Charge', involvementType: null, usualGravity: 5 },
} satisfies Record<string, Outcome>;
