/** What a finding does to its row: refuse it, hold it for a person, or only say so. */
export type Weight = 'refuse' | 'hold' | 'note';

type RowRule = { readonly weight: Weight; readonly when: string; readonly why: string };

/**
 * The rules of a police list in plain words. The weight here is the weight everywhere: a refusal
 * goes before a hold, a hold before a match or a new child, and a note never changes a verdict.
 */
export const ROW_RULES = {
  'formula-in-identity': {
    weight: 'refuse',
    when: 'A URN or name begins with = + - @ or a tab',
    why: 'It is a formula or a damaged cell, not what police know the child by',
  },
  'impossible-date': {
    weight: 'refuse',
    when: 'A date is written that is no date, or that does not exist',
    why: 'A guessed date of birth makes a second child; the sender can put it right',
  },
  'month-first': {
    weight: 'refuse',
    when: 'A column of dates proves that the list is written with the month first',
    why: 'Every date that could be read both ways would be read wrongly, and ages turn on them',
  },
  'not-the-suspect': {
    weight: 'refuse',
    when: 'A column says that the row is of somebody harmed, a witness or a parent',
    why: 'Whoever was harmed must never be put on record as the child who is alleged to have done it',
  },
  'under-ten': {
    weight: 'refuse',
    when: 'The child was under ten on the day of the offence',
    why: 'A child under ten cannot commit an offence; the help is children’s services’ to give',
  },
  'adult-at-offence': {
    weight: 'refuse',
    when: 'The person was eighteen or over on the day of the offence',
    why: 'The matter is for adult services',
  },
  'born-after-offence': {
    weight: 'refuse',
    when: 'The date of birth is after the offence',
    why: 'One of the two dates is wrong',
  },
  'nothing-to-ask-about': {
    weight: 'refuse',
    when: 'So much is missing that police could not say whom the row means',
    why: 'Nobody could decide anything from it',
  },
  'name-missing': {
    weight: 'hold',
    when: 'One of the two names is missing, but the rest would let police say who it is',
    why: 'A record needs a name; a person can ask, or recognise the child',
  },
  'name-unreadable': {
    weight: 'hold',
    when: 'A name holds figures or signs that names do not have',
    why: 'It may be a slip; it would make the child hard to find',
  },
  'name-order': {
    weight: 'hold',
    when: 'One column holds the whole name and does not say which part is the surname',
    why: 'A child under the wrong surname is not found again',
  },
  'reference-damaged': {
    weight: 'hold',
    when: 'A spreadsheet has shortened the URN or made a date of it',
    why: 'Many references become the same one that way, and none of them is what police know the child by',
  },
  'urn-missing': {
    weight: 'hold',
    when: 'There is no URN',
    why: 'Without it the same referral would be made again from the next list',
  },
  'birth-missing': {
    weight: 'hold',
    when: 'There is no date of birth',
    why: 'Neither the age nor the child can be made sure of',
  },
  'offence-missing': {
    weight: 'hold',
    when: 'There is no offence',
    why: 'It is not known what the child is referred for',
  },
  'offence-date-missing': {
    weight: 'hold',
    when: 'There is no offence date',
    why: 'The age at the offence decides whether the row is ours',
  },
  'dates-contradict': {
    weight: 'hold',
    when: 'The referral is dated before the offence',
    why: 'One of the dates is wrong, and the age may turn on it',
  },
  'in-the-future': {
    weight: 'hold',
    when: 'The offence or the referral is dated after today',
    why: 'One of the dates is wrong',
  },
  'turned-eighteen': {
    weight: 'hold',
    when: 'The child was under eighteen at the offence and is eighteen by the referral',
    why: 'Who works with the young person is a decision, not arithmetic',
  },
  'child-uncertain': {
    weight: 'hold',
    when: 'The child resembles somebody known, but not in everything',
    why: 'Making two children one, or one two, is for a person to decide',
  },
  'record-doubled': {
    weight: 'hold',
    when: 'Two records both look like this child',
    why: 'They may need merging before more is added to either',
  },
  'urn-shared': {
    weight: 'hold',
    when: 'One URN stands against two different children',
    why: 'The URN of one of them is wrong, or it names the crime and not the child',
  },
  'facts-contradict': {
    weight: 'hold',
    when: 'The same URN, child and offence come again with other facts',
    why: 'Only the sender knows which is right',
  },
  'waits-for-row': {
    weight: 'hold',
    when: 'The child is the child of an earlier row that is held',
    why: 'That row must be decided first',
  },
  'turns-eighteen-soon': {
    weight: 'note',
    when: 'The child turns eighteen within sixty days',
    why: 'Time is short',
  },
  'is-gap': {
    weight: 'note',
    when: 'Ethnicity, sex, address, postcode or referral date is missing',
    why: 'A gap in the record is worked on later; it stops no help',
  },
  'cell-unreadable': {
    weight: 'note',
    when: 'A cell that a referral can do without cannot be read',
    why: 'It is left out and said, never guessed',
  },
  'kept-as-text': {
    weight: 'note',
    when: 'A cell looks like a formula or like markup',
    why: 'It is kept as plain text and never run',
  },
  'name-parted': {
    weight: 'note',
    when: 'One column holds the whole name',
    why: 'The reader should see which part is taken for the surname',
  },
  'victim-unclear': {
    weight: 'note',
    when: 'What is said of the victim does not agree with itself',
    why: 'Details must not be shared until the victim’s wish is clear',
  },
  'is-twin': {
    weight: 'note',
    when: 'A twin is in the list or on record',
    why: 'Twins are two children',
  },
  'is-namesake': {
    weight: 'note',
    when: 'Another child of the same name is in the list or on record',
    why: 'The reader should see that it was noticed',
  },
} as const satisfies Record<string, RowRule>;

/** Name of a rule of a police list. */
export type RowRuleId = keyof typeof ROW_RULES;

/** The ages on which a row turns. */
export const AGE_LIMITS = {
  criminalResponsibility: {
    years: 10,
    source: 'Children and Young Persons Act 1933 s50',
    confidence: 'recalled',
  },
  adult: {
    years: 18,
    source: 'Crime and Disorder Act 1998 s117: a young person is under eighteen',
    confidence: 'recalled',
  },
  record: {
    fewest: 5,
    most: 25,
    source:
      'Foothold: earlier help begins after five, and no order of a child runs past twenty-five',
    confidence: 'check locally',
  },
  soonAdult: {
    days: 60,
    source: 'Foothold, to be set by the service',
    confidence: 'local example',
  },
} as const;
