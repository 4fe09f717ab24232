/** Why somebody must not judge a case. The database finds them (audit_ties) and refuses such a reader. */
export const conflicts = {
  'own-case': 'it is or was their own case',
  relationship: 'they work or worked with the child',
  countersigned: 'they countersigned an assessment in it',
  oversaw: 'they wrote a manager’s entry in it',
  'manages-worker': 'they manage its worker',
  'reached-victim': 'they were in touch with the victim',
  'not-on-list': 'the record is sealed and they are not on its list',
} as const;

/** The same, said to the person themselves. */
export const ownConflicts: Readonly<Record<Conflict, string>> = {
  'own-case': 'it is or was your own case',
  relationship: 'you work or worked with the child',
  countersigned: 'you countersigned an assessment in it',
  oversaw: 'you wrote a manager’s entry in it',
  'manages-worker': 'you manage its worker',
  'reached-victim': 'you were in touch with the victim',
  'not-on-list': 'the record is sealed and you are not on its list',
};

export type Conflict = keyof typeof conflicts;
export type Tie = {
  readonly childId: string;
  readonly staffId: string;
  readonly kind: Conflict;
};
