import type { Provenance } from '../provenance.ts';

export type SeatRequirement = 'must-attend' | 'attend-or-send-view' | 'invited';

export type Seat = {
  id: string;
  label: string;
  requirement: SeatRequirement;
  /** Codes of the list `agency` that fill the seat, the usual one first. */
  agencies: readonly string[];
};

export type QuorumRule = Provenance & {
  id: string;
  name: string;
  leastPresent: number;
  seats: readonly Seat[];
};

/** The panels that Foothold knows at first; a service replaces the seats with its own. */
export const quorumRules = [
  {
    id: 'joint-decision-panel',
    name: 'Joint decision panel',
    leastPresent: 3,
    seats: [
      seat('chair', 'Youth justice service', 'must-attend', ['youth-justice']),
      seat('police', 'Police', 'must-attend', ['police']),
      seat('health', 'Health', 'attend-or-send-view', [
        'health',
        'mental-health',
        'speech-language',
        'substance-misuse',
      ]),
      seat('education', 'Education', 'attend-or-send-view', ['education', 'school']),
      seat('social-care', 'Social care', 'attend-or-send-view', ['social-care', 'early-help']),
      seat('victims', 'Victim worker', 'invited', ['victim-service', 'youth-justice']),
      seat('community', 'Community member', 'invited', ['community', 'voluntary-sector']),
    ],
    source: 'Foothold default: police and youth justice service together, others present or heard',
    confidence: 'check locally',
  },
  {
    id: 'bureau',
    name: 'Bureau',
    leastPresent: 3,
    seats: [
      seat('chair', 'Youth justice service', 'must-attend', ['youth-justice']),
      seat('police', 'Police', 'must-attend', ['police']),
      seat('community', 'Community member', 'must-attend', ['community', 'voluntary-sector']),
      seat('health', 'Health', 'attend-or-send-view', [
        'health',
        'mental-health',
        'speech-language',
        'substance-misuse',
      ]),
      seat('education', 'Education', 'attend-or-send-view', ['education', 'school']),
      seat('victims', 'Victim worker', 'invited', ['victim-service', 'youth-justice']),
    ],
    source: 'Panels of this name in Wales, as practitioners describe them',
    confidence: 'check locally',
  },
] as const satisfies readonly QuorumRule[];

function seat(
  id: string,
  label: string,
  requirement: SeatRequirement,
  agencies: readonly string[],
): Seat {
  return { id, label, requirement, agencies };
}
