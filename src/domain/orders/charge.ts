import type { Day } from '../calendar/day.ts';
import type { FormFault } from '../form-fault.ts';

export const chargers = {
  police: 'Police',
  cps: 'Crown Prosecution Service',
  'another-prosecutor': 'Another prosecutor',
  'not-known': 'Not known yet',
} as const;

export const pleas = {
  guilty: 'Guilty',
  'not-guilty': 'Not guilty',
  'none-entered': 'No plea entered',
} as const;

export const findings = { guilty: 'Guilty', 'not-guilty': 'Not guilty' } as const;

export const chargeEnds = {
  reduced: 'Reduced to a lesser charge',
  withdrawn: 'Withdrawn in court',
  discontinued: 'Discontinued before court',
} as const;

/** A charge may stand, or have ended in one of these ways. */
export type ChargeStanding = 'charged' | keyof typeof chargeEnds;

type Said = {
  readonly charged_on: Day;
  readonly plea: string | null;
  readonly plea_on: Day | null;
  readonly finding: string | null;
  readonly found_on: Day | null;
};

/** What does not go together in a charge: an answer without its day, a day without its answer, or days in the wrong order. */
export function chargeFaults(said: Said): FormFault[] {
  const pair = (what: string | null, on: Day | null, names: readonly [string, string, string]) => {
    const [field, dayField, name] = names;
    if (what && !on) return [{ field: `${dayField}-day`, message: `Enter the day of the ${name}` }];
    if (!what && on) return [{ field, message: `Choose the ${name}, or clear its day` }];
    return on && on < said.charged_on
      ? [
          {
            field: `${dayField}-day`,
            message: `The day of the ${name} must be the day of the charge or later`,
          },
        ]
      : [];
  };
  const { plea_on, found_on } = said;
  return [
    ...pair(said.plea, plea_on, ['plea', 'plea_on', 'plea']),
    ...pair(said.finding, found_on, ['finding', 'found_on', 'finding']),
    ...(plea_on && found_on && found_on < plea_on
      ? [{ field: 'found_on-day', message: 'The finding must be on the day of the plea or later' }]
      : []),
  ];
}

/** An arrest comes before the charge, or on its day. */
export const arrestFaults = ({
  charged_on,
  arrested_on,
}: {
  readonly charged_on: Day;
  readonly arrested_on: Day | null;
}): FormFault[] =>
  arrested_on && arrested_on > charged_on
    ? [
        {
          field: 'arrested_on-day',
          message: 'The day of the arrest must be the day of the charge or earlier',
        },
      ]
    : [];

/** A code of the Home Office as its list writes it: class and subclass, as in 008/26. What cannot be one stays as typed. */
export function hoCode(typed: string): string {
  const [, kind, sub] = /^(\d{1,3})\s*[/ .-]\s*(\d{1,2})$/.exec(typed) ?? [];
  return kind && sub ? `${kind.padStart(3, '0')}/${sub.padStart(2, '0')}` : typed;
}
