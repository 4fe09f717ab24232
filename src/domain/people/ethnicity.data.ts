/**
 * Self-defined ethnicity, the 18+1 codes that police and the youth justice returns share
 * (2011 Census groups; A4 Chinese was O1 in the older 16+1 list).
 */
export const ETHNICITIES = [
  { code: 'W1', label: 'White British', group: 'White' },
  { code: 'W2', label: 'White Irish', group: 'White' },
  { code: 'W3', label: 'Gypsy or Irish Traveller', group: 'White' },
  { code: 'W9', label: 'Any other White background', group: 'White' },
  { code: 'M1', label: 'White and Black Caribbean', group: 'Mixed' },
  { code: 'M2', label: 'White and Black African', group: 'Mixed' },
  { code: 'M3', label: 'White and Asian', group: 'Mixed' },
  { code: 'M9', label: 'Any other Mixed background', group: 'Mixed' },
  { code: 'A1', label: 'Indian', group: 'Asian or Asian British' },
  { code: 'A2', label: 'Pakistani', group: 'Asian or Asian British' },
  { code: 'A3', label: 'Bangladeshi', group: 'Asian or Asian British' },
  { code: 'A4', label: 'Chinese', group: 'Asian or Asian British' },
  { code: 'A9', label: 'Any other Asian background', group: 'Asian or Asian British' },
  { code: 'B1', label: 'Caribbean', group: 'Black or Black British' },
  { code: 'B2', label: 'African', group: 'Black or Black British' },
  { code: 'B9', label: 'Any other Black background', group: 'Black or Black British' },
  { code: 'O2', label: 'Arab', group: 'Other ethnic group' },
  { code: 'O9', label: 'Any other ethnic group', group: 'Other ethnic group' },
  { code: 'NS', label: 'Not stated', group: 'Not stated' },
] as const;

/** Other ways in which the codes arrive, normalised to small letters. */
export const ETHNICITY_SYNONYMS = {
  n: 'NS',
  ns: 'NS',
  n1: 'NS',
  n2: 'NS',
  n3: 'NS',
  refused: 'NS',
  'not stated': 'NS',
  'declined to say': 'NS',
  'prefer not to say': 'NS',
  o1: 'A4',
  british: 'W1',
  'white - british': 'W1',
  irish: 'W2',
  'white - irish': 'W2',
  gypsy: 'W3',
  traveller: 'W3',
  roma: 'W3',
  'black caribbean': 'B1',
  'black african': 'B2',
} as const satisfies Record<string, (typeof ETHNICITIES)[number]['code']>;
