/** What kind of inspection a service keeps. */
export const inspectionKinds = {
  mock: 'Mock inspection',
  'self-assessment': 'Self-assessment',
  inspectorate: 'Inspection by the inspectorate',
} as const;

/** Where an inspection is, in the order in which it goes. */
export const inspectionStates = {
  preparing: 'Preparing',
  fieldwork: 'Fieldwork',
  'ratings-panel': 'Ratings panel',
  draft: 'Draft report',
  'factual-accuracy': 'Factual accuracy',
  published: 'Published',
} as const;

/** Where a finding was seen. */
export const evidenceSources = {
  document: 'Document',
  meeting: 'Meeting',
  interview: 'Interview',
  'staff-survey': 'Staff survey',
  data: 'Data',
} as const;

/** Parts of a report that people write, with what a good one says. */
export const reportTexts = {
  foreword: {
    title: 'Foreword',
    hint: 'Half a page for a reader who reads nothing else: what is good, what is not, and what must change first.',
  },
  background: {
    title: 'Background',
    hint: 'The area, the children and the service: what a reader from elsewhere needs so as to follow the rest.',
  },
  diversity: {
    title: 'Diversity',
    hint: 'Which children are over- or under-represented, how they are served, and what the service does about it.',
  },
  voice: {
    title: 'What children and parents said',
    hint: 'How many were asked, how many answered, and what they said in their own words. Nobody can be recognised.',
  },
} as const;

/**
 * Who recommendations are addressed to, as published reports name them; others may be typed.
 * Source: recommendations of published inspections, 2018 to 2025. Confidence: confirmed.
 */
export const usualAddressees = [
  'Chair of the management board',
  'Management board',
  'Head of service',
  'Youth justice service',
  'Police',
  'Probation',
  'Health',
  'Children’s services',
] as const;
