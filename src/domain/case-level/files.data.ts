/** What a column of a bundle holds. */
export type ColumnKind =
  | 'text'
  | 'day'
  | 'instant'
  | 'number'
  | 'whole'
  | 'score'
  | 'yes-no'
  | { readonly list: CodeList }
  | { readonly words: readonly string[] }
  | { readonly of: BundleFile };

/** The code lists that a column's values are of. */
export type CodeList =
  | 'ethnicity'
  | 'accommodation'
  | 'education'
  | 'health'
  | 'offence-category'
  | 'remand'
  | 'legal-outcome'
  | 'disposal';

export type BundleColumn = {
  readonly name: string;
  readonly kind: ColumnKind;
  /** It must have a value in every row. */
  readonly needed: boolean;
};

export const bundleFiles = [
  'service',
  'people',
  'addresses',
  'residences',
  'education',
  'send',
  'care',
  'health',
  'offences',
  'hearings',
  'outcomes',
  'requirements',
  'involvements',
  'outcome_involvements',
  'assessments',
  'contacts',
  'victims',
  'board_attendance',
] as const;
export type BundleFile = (typeof bundleFiles)[number];

const column = (name: string, kind: ColumnKind = 'text'): BundleColumn => ({
  name: name.replace('*', ''),
  kind,
  needed: name.endsWith('*'),
});
const person = column('person*', { of: 'people' });
const episode = [column('from*', 'day'), column('to', 'day')];
const suitability = column('suitability*', { words: ['SUITABLE', 'UNSUITABLE', 'UNKNOWN'] });
const levels = { words: ['low', 'medium', 'high', 'very-high'] };

/**
 * Every file of a case-level bundle with its columns in their order, before a file's own rows are read. A file's key is the
 * column that is named in `bundleKeys`; days are YYYY-MM-DD, instants ISO 8601 with an offset, blank is "not recorded".
 */
export const bundleColumns: Readonly<Record<BundleFile, readonly BundleColumn[]>> = {
  service: [
    column('service*'),
    column('name*'),
    column('population_year', 'whole'),
    column('population_10_17', 'whole'),
  ],
  people: [
    column('person*'),
    column('surname*'),
    column('forename*'),
    column('known_as'),
    column('date_of_birth', 'day'),
    column('sex', { words: ['male', 'female', 'unknown'] }),
    column('gender_term'),
    column('ethnicity', { list: 'ethnicity' }),
    column('language'),
    column('religion'),
    column('nationality'),
    column('immigration'),
    column('pnc'),
    column('nhs_number'),
    column('upn'),
    column('deleted', 'yes-no'),
  ],
  addresses: [person, column('address'), column('postcode'), ...episode, column('source')],
  residences: [
    person,
    column('residence*'),
    column('type*', { list: 'accommodation' }),
    suitability,
    ...episode,
    column('flags'),
  ],
  education: [
    person,
    column('education*'),
    column('type*', { list: 'education' }),
    column('provider'),
    column('hours_offered', 'number'),
    column('hours_attended', 'number'),
    suitability,
    ...episode,
  ],
  send: [
    person,
    column('need*', 'yes-no'),
    column('identified_on', 'day'),
    column('plan', 'yes-no'),
    column('plan_kind'),
    column('plan_year'),
    ...episode,
  ],
  care: [
    person,
    column('status*', {
      words: [
        'looked-after',
        'child-protection-plan',
        'child-in-need',
        'early-help-plan',
        'early-help-referral',
      ],
    }),
    ...episode,
  ],
  health: [
    person,
    column('episode*'),
    column('kind*', { words: ['mental-health', 'substance'] }),
    column('screened_on', 'day'),
    column('need_on', 'day'),
    column('offered_on', 'day'),
    column('offered', { list: 'health' }),
    column('attended_on', 'day'),
    column('attended'),
    column('already_from', 'day'),
    column('already_to', 'day'),
  ],
  offences: [
    person,
    column('offence*'),
    column('offence_on*', 'day'),
    column('arrested_on', 'day'),
    column('first_hearing_on', 'day'),
    column('home_office_code'),
    column('description*'),
    column('category', { list: 'offence-category' }),
    column('seriousness', 'score'),
    column('knife', 'yes-no'),
  ],
  hearings: [
    person,
    column('hearing*'),
    column('heard_on*', 'day'),
    column('court'),
    column('result'),
    column('remand', { list: 'remand' }),
    column('remand_proposal'),
  ],
  outcomes: [
    column('outcome*'),
    column('offence*', { of: 'offences' }),
    column('outcome_on*', 'day'),
    column('main', 'yes-no'),
    column('legal_outcome*', { list: 'legal-outcome' }),
    column('appeal', { words: ['none', 'changed', 'successful', 'ambiguous'] }),
    column('residence', { words: ['own', 'other'] }),
    column('days', 'number'),
    column('weeks', 'number'),
    column('months', 'number'),
    column('years', 'number'),
    column('hours', 'number'),
  ],
  requirements: [
    column('outcome*', { of: 'outcomes' }),
    column('requirement*'),
    column('amount', 'number'),
    column('unit'),
    column('done_amount', 'number'),
  ],
  involvements: [
    column('involvement*'),
    person,
    column('disposal*', { list: 'disposal' }),
    ...episode,
    column('licence_from', 'day'),
    column('licence_to', 'day'),
    column('completed', 'yes-no'),
    column('successful', 'yes-no'),
    column('to_adult_services_on', 'day'),
  ],
  outcome_involvements: [
    column('outcome*', { of: 'outcomes' }),
    column('involvement*', { of: 'involvements' }),
  ],
  assessments: [
    person,
    column('assessment*'),
    column('tool'),
    column('signed_on*', 'day'),
    column('likelihood', levels),
    column('safety', levels),
    column('harm', levels),
  ],
  contacts: [
    person,
    column('contact*'),
    column('involvement', { of: 'involvements' }),
    column('at*', 'instant'),
    column('type'),
    column('attendance'),
    column('notes'),
  ],
  victims: [
    column('victim*'),
    column('offence*', { of: 'offences' }),
    column('consent_to_contact', 'yes-no'),
    column('contacted_on', 'day'),
    column('view_sought', 'yes-no'),
    column('restorative_engaged', 'yes-no'),
    column('restorative_from', 'day'),
    column('restorative_to', 'day'),
    column('progress_asked', 'yes-no'),
    column('progress_given_on', 'day'),
    column('support_asked', 'yes-no'),
    column('support_given_on', 'day'),
    column('satisfied'),
  ],
  board_attendance: [
    column('meeting_on*', 'day'),
    column('sector*', {
      words: ['social-care', 'education', 'police', 'probation', 'health', 'other'],
    }),
    column('attended', 'yes-no'),
    column('senior', 'yes-no'),
    column('delegated', 'yes-no'),
  ],
};

/** The column of a file by which others name its rows, unique within the file; a file that nothing names and that has no id has none. */
export const bundleKeys: Readonly<Partial<Record<BundleFile, string>>> = {
  people: 'person',
  residences: 'residence',
  education: 'education',
  health: 'episode',
  offences: 'offence',
  hearings: 'hearing',
  outcomes: 'outcome',
  involvements: 'involvement',
  assessments: 'assessment',
  contacts: 'contact',
  victims: 'victim',
};
