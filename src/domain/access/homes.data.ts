import type { Role } from './roles.data.ts';

/** The children on somebody's home: by which ties, under which heading, and what is said when there are none. */
type Children = {
  readonly ties: readonly string[];
  readonly title: string;
  readonly empty: string;
  /** True where what others owe for these children is worth knowing. */
  readonly othersOwe: boolean;
};

export type HomeRow = { readonly lead: string; readonly children: Children | null };

const ofWorker: HomeRow = {
  lead: '',
  children: {
    ties: ['allocated', 'co-worker', 'duty', 'named-list'],
    title: 'My children',
    empty:
      'No child is allocated to you. Your manager allocates children from the referrals inbox.',
    othersOwe: true,
  },
};
const ofPartner: HomeRow = {
  lead: '',
  children: {
    ties: ['partner', 'co-worker', 'information-request', 'named-list'],
    title: 'Children I work with',
    empty:
      'You work with no child at the moment. A child appears here when the service asks your agency about them or names you as a worker.',
    othersOwe: false,
  },
};
const ofReader: HomeRow = {
  lead: 'You see the children of your sample until its end, and change nothing in their records.',
  children: {
    ties: ['sample', 'named-list'],
    title: 'Children in your sample',
    empty:
      'No child is in your sample yet. The service adds them, and each one is open to you until its day ends.',
    othersOwe: false,
  },
};
const without = (lead: string): HomeRow => ({ lead, children: null });

/** What a role's first page is for; beside this it shows all that waits for the person. */
export const homes: Readonly<Record<Role, HomeRow>> = {
  'case-manager': ofWorker,
  'practice-manager': ofWorker,
  'head-of-service': ofWorker,
  'police-officer': ofPartner,
  'health-clinician': ofPartner,
  'education-worker': ofPartner,
  'social-care-worker': ofPartner,
  'early-help-worker': ofPartner,
  'court-officer': without(
    'What happened at a hearing that you covered, and is not recorded yet, comes first. The court list under Intake shows each day, what you cover and what nobody covers: take it there.',
  ),
  'victim-worker': without(
    'The people harmed first: who is new, who waits for a word, and whose panel is near.',
  ),
  'panel-member': without(
    'You read the papers of your own panels, from the day they open until the day after the panel. What you read stays with the panel.',
  ),
  'business-support': without('The inbox first: a list that waits is a child who waits.'),
  analyst: without('You see figures and rules, and no child’s record.'),
  'board-member': without('You see how the service is doing, and no child’s record.'),
  administrator: without(
    'You keep staff, access and the service’s own time limits. You see no child’s record.',
  ),
  auditor: ofReader,
  inspector: ofReader,
};
