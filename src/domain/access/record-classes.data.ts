/** The eighteen record classes. What each role may do with each is in roles.data.ts. */
export const recordClasses = {
  RC1: 'Identity and demographics',
  RC2: 'Offences, outcomes and court',
  RC3: 'Contacts and attendance',
  RC4: 'Assessment and judgements',
  RC5: 'Plan, safety, contingency and exit',
  RC6: 'Risk panel and MAPPA',
  RC7: 'Police intelligence',
  RC8: 'Health',
  RC9: 'Education and SEND',
  RC10: 'Social care status and plans',
  RC11: 'Victim vault',
  RC12: 'Parents’ and family’s own information',
  RC13: 'Incidents, change events and reviews',
  RC14: 'Supervision, audit grades and HR',
  RC15: 'Complaints',
  RC16: 'Board and aggregate reports',
  RC17: 'Finance and workforce',
  RC18: 'Access log',
} as const;

export type RecordClass = keyof typeof recordClasses;

/**
 * What a role may do with a class.
 * W write · R read · S the sanitised part only · A approve (reads, does not write) · P the panel's papers, in its window.
 * A star: a live relationship with the child is needed to write (and, for roles of scope "related", to read).
 */
export type Access = 'W' | 'W*' | 'R' | 'R*' | 'S' | 'S*' | 'A' | 'P';
