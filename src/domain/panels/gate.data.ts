import type { Provenance } from '../provenance.ts';

export type GateRequirement =
  | 'assessment-signed'
  | 'child-met'
  | 'parent-met'
  | 'victim-wishes'
  | 'information-asked'
  | 'information-weighed';

/** What practice asks before a panel decides about a child; each may be passed by a recorded exception. */
export const gateRequirements = [
  { id: 'assessment-signed', label: 'Assessment signed' },
  { id: 'child-met', label: 'Child met' },
  { id: 'parent-met', label: 'Parent or carer met' },
  { id: 'victim-wishes', label: 'Victims’ wishes sought' },
  { id: 'information-asked', label: 'Partners asked for information' },
  { id: 'information-weighed', label: 'Partners’ answers used or set aside' },
] as const satisfies readonly { id: GateRequirement; label: string }[];

/** A reason shorter than this says nothing to the manager who will read it. */
export const leastReasonLetters = 10;

/** Codes of the list `agency` that are asked about every child before a panel, unless the service's settings name others. */
export const agenciesAlwaysAsked = {
  agencies: ['police', 'health', 'education', 'social-care'],
  source: 'Foothold default, to be replaced by the service’s own sharing agreement',
  confidence: 'check locally',
} as const satisfies Provenance & { agencies: readonly string[] };
