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
  /** What it hears of a child. */
  about: 'referral' | 'order';
  /** Nothing is recorded without it; where it is not, an exception with its reason may stand in its place. */
  isHard: boolean;
  leastPresent: number;
  seats: readonly Seat[];
};

const volunteers = ['community', 'voluntary-sector'];

/** The panels that Foothold knows at first; a service replaces the seats with its own. */
export const quorumRules = [
  {
    id: 'joint-decision-panel',
    name: 'Joint decision panel',
    about: 'referral',
    isHard: false,
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
    about: 'referral',
    isHard: false,
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
  {
    id: 'referral-order',
    name: 'Referral order panel',
    about: 'order',
    isHard: true,
    leastPresent: 3,
    seats: [
      seat('chair', 'Youth justice service', 'must-attend', ['youth-justice']),
      seat('volunteer', 'Panel member who is not of the service', 'must-attend', volunteers),
      seat(
        'second-volunteer',
        'Second member who is not of the service',
        'must-attend',
        volunteers,
      ),
      seat('victims', 'Victim worker', 'invited', ['victim-service', 'youth-justice']),
    ],
    source:
      'Sentencing Act 2020 s91: at every meeting one member of the youth offending team and at least two who are not',
    confidence: 'confirmed',
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
