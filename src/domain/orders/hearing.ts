import type { Day } from '../calendar/day.ts';
import type { FormFault } from '../form-fault.ts';

/** What may have become of a hearing. */
export const hearingEnds = {
  held: 'It was held, and the matter ended there',
  adjourned: 'It goes on another day',
  vacated: 'It was taken out of the list',
} as const;

export type HearingState = 'expected' | keyof typeof hearingEnds;

export const hearingStates: Readonly<Record<HearingState, string>> = {
  expected: 'Expected',
  held: 'Held',
  adjourned: 'Adjourned',
  vacated: 'Vacated',
};

export const attendances = {
  'in-person': 'Came',
  'by-link': 'By video link',
  no: 'Did not come',
  'not-known': 'Not known',
} as const;

export const socialCareAttendances = {
  'in-person': 'Came',
  'by-link': 'By video link',
  no: 'Did not come',
  'not-involved': 'Not involved',
  'not-known': 'Not known',
} as const;

type Said = {
  readonly state: string;
  readonly child_attended: string | null;
  readonly remand_conditions: string | null;
  readonly remand: string | null;
  readonly note: string | null;
  readonly without_day?: boolean;
  readonly next_on?: Day | null;
  readonly next_kind?: string | null;
};
type Standing = {
  readonly listed_on: Day;
  /** The hearing that it was put off to, once there is one. */
  readonly next: object | null;
};

/** What does not go together in what is recorded of a hearing. */
export function hearingFaults(said: Said, hearing: Standing, today: Day): FormFault[] {
  const faults: FormFault[] = [];
  const add = (field: string, message: string) => faults.push({ field, message });
  const isThere = said.state !== 'vacated';
  if (isThere && hearing.listed_on > today)
    add('state', 'The day of this hearing has not come: change its day first');
  if (isThere && !said.child_attended)
    add('child_attended', 'Choose whether the child came, or that it is not known');
  if (!isThere && !said.note) add('note', 'Say why it was taken out of the list');
  if (said.remand_conditions && !said.remand)
    add('remand', 'Choose the bail or remand that the conditions belong to');
  if (hearing.next) {
    if (said.state === 'held')
      add('state', 'It stands here that this hearing goes on another day: see to that day first');
    return faults;
  }
  const { next_on, without_day } = said;
  const goesOn = Boolean(next_on);
  if (said.state === 'adjourned' && !goesOn && !without_day)
    add('next_on-day', 'Enter the day on which it goes on, or say that the court has given none');
  if (goesOn && without_day)
    add('without_day', 'Either enter the next day or say that the court has given none');
  if (said.state === 'held' && (goesOn || without_day))
    add('state', 'What goes on another day is adjourned: choose that, or clear the next day');
  if (next_on && next_on < (said.state === 'vacated' ? today : hearing.listed_on))
    add('next_on-day', 'The next day must be that of this hearing or later');
  if (said.state === 'vacated' && without_day)
    add('without_day', 'Only what is adjourned waits for a day: say in the note what is known');
  if (goesOn && !said.next_kind) add('next_kind', 'Choose what the next hearing is for');
  return faults;
}
