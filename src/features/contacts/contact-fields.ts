import { lenses } from '../../domain/assessments/lenses.data.ts';
import { choice, code, tick, ticks } from '../../record/choice-fields.tsx';
import { clock } from '../../record/clock-field.tsx';
import { day } from '../../record/day-field.tsx';
import { longText, number, text } from '../../record/text-fields.tsx';

/** What, where, when and whose: the same for a contact held and one still to come. */
const whereAndWhen = {
  type: code('contact_type', {
    label: 'What kind of contact was it?',
    says: 'Kind of contact',
    required: 'Choose what kind of contact it was',
  }),
  place: text({ label: 'Where was it?', says: 'Where', max: 200 }),
  room_id: code('rooms', {
    label: 'Room',
    hint: 'If it is in one of the service’s own',
    empty: 'None',
  }),
  on: day({
    label: 'What day was it?',
    says: 'The day of the contact',
    required: 'Enter the day of the contact',
  }),
  at: clock({
    label: 'What time did it begin?',
    hint: 'Such as 2:30pm',
    says: 'Time',
    required: 'Enter the time it began',
  }),
  minutes: number({ label: 'Minutes', hint: 'If you know', from: 0, to: 1440, whole: true }),
  worker_id: code('workers', {
    label: 'Whose contact was it?',
    says: 'Whose contact',
    required: 'Choose whose contact it was',
  }),
  involvement_id: code('involvements', {
    label: 'Which piece of work it was for',
    says: 'Part of',
  }),
};

/** Who was seen, what was said, what comes next. */
const whatHappened = {
  attendance: code('attendance', {
    label: 'Did it go ahead?',
    says: 'Did it go ahead',
    required: 'Choose whether it went ahead',
    as: 'small-radios',
  }),
  child_seen: choice(
    [
      { value: 'alone', text: 'Yes, alone' },
      { value: 'with-others', text: 'Yes, with others' },
      { value: 'not-seen', text: 'No' },
      {
        value: 'not-applicable',
        text: 'Not asked of this contact',
        hint: 'Such as a call to a school',
      },
    ],
    {
      label: 'Did you see the child?',
      says: 'Child seen',
      required: 'Choose whether you saw the child',
      as: 'small-radios',
    },
  ),
  parent_spoken_to: tick({
    label: 'Parent or carer',
    text: 'I spoke with a parent or carer',
  }),
  absence_reason: code('absence_reason', {
    label: 'If the child did not come, why?',
    hint: 'Some reasons are good ones: a service that the child could not reach was not refused',
    says: 'Why the child did not come',
  }),
  with_whom: text({
    label: 'Who else was there?',
    hint: 'Leave blank if nobody',
    says: 'Who else was there',
    max: 500,
  }),
  notes: longText({
    label: 'What happened',
    hint: 'What you did together, what you saw, and what is fact and what is your view',
    max: 100_000,
    rows: 8,
  }),
  child_words: longText({
    label: 'What the child said, in their own words',
    hint: 'Leave blank if they said nothing that you can quote',
    says: 'What the child said',
    rows: 3,
  }),
  next_step: longText({
    label: 'What happens next',
    hint: 'Who does what, and by when',
    rows: 2,
  }),
  lenses: ticks(
    lenses.map(({ id, label }) => ({ value: id, text: label })),
    { label: 'What it was about', hint: 'Tick all that apply' },
  ),
  safeguarding: tick({
    label: 'Safeguarding',
    text: 'I am worried about a child’s safety',
    hint: 'A manager is asked to look at it, which may be tomorrow: if a child is in danger, ring first.',
  }),
};

/** The contact after this one, planned from the same form. */
const nextContact = {
  next_on: day({ label: 'Day of the next contact', says: 'The day of the next contact' }),
  next_at: clock({ label: 'Time', hint: 'Such as 4pm: after school', says: 'Time of the next' }),
  next_place: text({
    label: 'Where',
    hint: 'Blank: the same place',
    says: 'Where the next is',
    max: 200,
  }),
};

/** One contact every so many weeks, each a contact of its own. */
const repeated = {
  every: choice(
    [
      { value: '1', text: 'Every week' },
      { value: '2', text: 'Every two weeks' },
      { value: '4', text: 'Every four weeks' },
    ],
    { label: 'How often', says: 'Repeated', as: 'select' },
  ),
  times: number({
    label: 'How many in all',
    hint: 'Between 2 and 26',
    from: 2,
    to: 26,
    whole: true,
  }),
};

/** Of contacts that were planned together: this one, or also those after it. */
const ofSeries = {
  later: tick({
    label: 'Those after it',
    text: 'Also those after it that were planned together with it',
  }),
};

const whyMended = {
  reason: longText({
    label: 'Why do you change it?',
    hint: 'What it said before is kept and shown beside this',
    says: 'Why it was changed',
    required: 'Say why you change it',
    max: 2000,
    rows: 2,
  }),
};

/** Everything that a form about a contact may ask. */
export const contactFields = {
  ...whereAndWhen,
  ...whatHappened,
  ...nextContact,
  ...repeated,
  ...ofSeries,
  ...whyMended,
};

type Name = keyof typeof contactFields;
const planned = Object.keys(whereAndWhen) as Name[];
const held = [...planned, ...(Object.keys(whatHappened) as Name[])];

/** The fields of each form: of what is to come, of what happened, and of what happened and comes next. */
export const asked = {
  plan: [...planned, ...(Object.keys(repeated) as Name[])],
  move: [...planned, ...(Object.keys(ofSeries) as Name[]), ...(Object.keys(whyMended) as Name[])],
  mend: [...held, ...(Object.keys(whyMended) as Name[])],
  record: [...held, ...(Object.keys(nextContact) as Name[])],
} as const;
export type Asks = keyof typeof asked;
