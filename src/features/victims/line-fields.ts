import { wishesStatuses } from '../../domain/victims/wishes.data.ts';
import { choice, code } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { longText, text } from '../../record/text-fields.tsx';

const yes = { value: 'yes', text: 'Yes' } as const;
const no = { value: 'no', text: 'No' } as const;
const notAsked = { value: 'not-asked', text: 'Not asked yet' } as const;
const unknown = { value: 'unknown', text: 'Not known yet' } as const;

/** Who the victim is and how to reach them. */
export const detailFields = {
  name: text({
    label: 'Name',
    required: 'Enter the person’s name, or the business’s',
    max: 200,
  }),
  details_received_on: day({
    label: 'When did their details arrive?',
    hint: 'The time for first contact starts on this day',
    says: 'The day their details arrived',
    within: 'past',
  }),
  police_consent: choice([yes, no, unknown], {
    label: 'Did they agree that police pass on their details?',
    says: 'Agreed that police pass on their details',
    required: 'Choose whether they agreed that police pass on their details',
  }),
  contact_details: longText({
    label: 'How to reach them (optional)',
    hint: 'Telephone, e-mail, address; a parent’s or supporter’s too',
    says: 'How to reach them',
    rows: 3,
  }),
  preferred_contact: text({
    label: 'How and when they prefer (optional)',
    says: 'How and when they prefer',
    max: 500,
  }),
  access_needs: longText({
    label: 'What they need to take part (optional)',
    hint: 'Language, hearing, reading, a supporter, a safe place and time',
    says: 'What they need to take part',
    rows: 3,
  }),
  is_child: choice([yes, no], {
    label: 'Are they under 18?',
    hint: 'Rights come sooner for a child; a parent may speak with them',
    says: 'Under 18',
    required: 'Choose whether they are under 18',
    as: 'inline-radios',
  }),
  known_number: text({
    label: 'If they are also a child known to this service, their number (optional)',
    hint: 'Managers are told only that this victim is known to the service',
    says: 'Their number as a child',
    max: 40,
    width: 'one-third',
  }),
  note: longText({ label: 'Note (optional)', says: 'Note', rows: 3 }),
};

/** One time that they were spoken to, or tried. */
export const contactFields = {
  held_on: day({
    label: 'When?',
    says: 'The day of the contact',
    required: 'Enter the day of the contact',
    within: 'past',
  }),
  method: code('victim_contact_method', {
    label: 'How?',
    required: 'Choose how you made contact',
  }),
  reached: choice([yes, { value: 'no', text: 'No, I tried' }], {
    label: 'Did you reach them?',
    required: 'Choose whether you reached them',
  }),
  note: longText({
    label: 'What was said, or what you tried',
    hint: 'A log is not changed afterwards: add another line to put something right.',
    required: 'Enter what was said or what you tried',
    rows: 5,
  }),
};

/** What the victim wants: their words stay in the vault. */
export const wishesFields = {
  wishes: code('statuses', {
    label: 'How far have you come?',
    says: 'Wishes',
    required: 'Choose how far you have come',
    as: 'radios',
  }),
  wishes_on: day({
    label: 'On what day?',
    says: 'The day',
    required: 'Enter the day you asked or heard',
    within: 'past',
  }),
  words: longText({
    label: 'What they want, in their own words',
    hint: 'Stays in the vault. What the child’s worker may see is chosen on another page, with their consent.',
    says: 'In their words',
    rows: 5,
  }),
  impact: longText({
    label: 'What it did to them (optional)',
    hint: 'Stays in the vault',
    says: 'What it did to them',
    rows: 4,
  }),
  no_wishes_reason: longText({
    label: 'If there are no wishes, why',
    hint: 'The child’s worker and the panel read this. Say nothing that shows who the person is.',
    says: 'Why there are no wishes',
    rows: 3,
  }),
  safety_need: choice([yes, no, unknown], {
    label: 'Do they need to be kept safe from the child, or from others?',
    says: 'Needs to be kept safe',
    required: 'Choose whether they need to be kept safe',
  }),
  safety_line: longText({
    label: 'If yes, what must the child’s worker do?',
    hint: 'The worker reads this and must answer it in the plan. For example: no sessions near the high street on weekdays. No names.',
    says: 'What the child’s worker must do',
    rows: 3,
  }),
  updates_wanted: choice([yes, no, notAsked], {
    label: 'Do they want to hear how the work goes?',
    says: 'Wants updates',
    required: 'Choose whether they want updates',
  }),
};

/** The words that the child's worker may see. */
export const shareFields = {
  shared_with_worker: longText({
    label: 'The words they agreed to share',
    hint: 'Read them out to the person and change them until they agree. The child’s worker and the panel’s paper show exactly these words.',
    required: 'Enter the words they agreed to share',
    rows: 5,
  }),
  share_consent_on: day({
    label: 'On what day did they agree?',
    says: 'The day they agreed',
    required: 'Enter the day they agreed',
    within: 'past',
  }),
  tell_child: choice([yes, no, notAsked], {
    label: 'May the worker tell the child these words?',
    says: 'May the child be told',
    required: 'Choose whether the child may be told',
  }),
};

/** That a person who had to be kept safe need no longer be. */
export const safetyOverFields = {
  safety_over_on: day({
    label: 'Since when does it no longer hold?',
    says: 'The day from which it no longer holds',
    required: 'Enter the day from which it no longer holds',
    within: 'past',
  }),
  safety_over_reason: longText({
    label: 'How do you know?',
    hint: 'The child’s worker reads this. Say nothing that shows who the person is.',
    says: 'Why the need for safety no longer holds',
    required: 'Enter how you know that it no longer holds',
    rows: 3,
  }),
};

/** Why a line is closed. */
export const closeFields = {
  end_reason: code('victim_end_reason', {
    label: 'Why is it closed?',
    hint: 'Tell them first that the work has ended, if they wished to know.',
    required: 'Choose why the line is closed',
  }),
};

/** How far asking has come, as choices; wishes are given only where there is a place for their words. */
export const statuses = (hasVault: boolean) =>
  Object.entries(wishesStatuses).map(([value, { label, hint }]) => ({
    value,
    text: label,
    hint: hint || undefined,
    past: !hasVault && value === 'given',
  }));
