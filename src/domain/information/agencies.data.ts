import type { RecordClass } from '../access/record-classes.data.ts';

export type AgencyQuestion = {
  /** The class in which the agency keeps its own detail; RC4 where it has none here and only a line for the team is kept. */
  readonly recordClass: Extract<RecordClass, 'RC4' | 'RC7' | 'RC8' | 'RC9' | 'RC10'>;
  /** Words to start the question from; whoever asks makes them fit the child. */
  readonly starter: string;
  /** Asked about every child, whatever their circumstances. */
  readonly always?: true;
};

/** What each agency is usually asked before a child is assessed. Our own words; agencies are the rows of `agency` in db/reference. */
export const agencyQuestions: Readonly<Record<string, AgencyQuestion>> = {
  police: {
    recordClass: 'RC7',
    always: true,
    starter:
      'What do you hold about this child that bears on their safety or other people’s: earlier outcomes, times they were harmed or missing, worries about exploitation, weapons or the home? Please give one line that the team may use.',
  },
  health: {
    recordClass: 'RC8',
    always: true,
    starter:
      'Is the child known to health services, or waiting for one? Is there anything about health, mood, sleep, speech, understanding or medicine that the team should allow for when they meet and plan with this child?',
  },
  education: {
    recordClass: 'RC9',
    always: true,
    starter:
      'Where is the child on roll, how many hours are offered and how many attended? Any exclusions, special educational needs or a plan? Who at school knows the child best, and what do they enjoy and do well?',
  },
  'social-care': {
    recordClass: 'RC10',
    always: true,
    starter:
      'Is the child or a brother or sister known to you, now or before? What was the worry, is there a plan, and who is the worker? Is there anyone whom the child is not safe with?',
  },
  'early-help': {
    recordClass: 'RC10',
    always: true,
    starter:
      'Have you worked with this family? What was agreed, what helped, and is somebody still visiting?',
  },
  'mental-health': {
    recordClass: 'RC8',
    starter:
      'Is the child open to you or on a waiting list? What should the team know to keep the child safe and to plan at a pace they can manage?',
  },
  'speech-language': {
    recordClass: 'RC8',
    starter: 'Have you met this child? What helps them to understand, and to be understood?',
  },
  'substance-misuse': {
    recordClass: 'RC8',
    starter: 'Is the child working with you? What should the team know to plan safely?',
  },
  school: {
    recordClass: 'RC9',
    starter:
      'How is the child doing at school: attendance, friendships, strengths, worries? Who do they trust there?',
  },
  probation: {
    recordClass: 'RC4',
    starter:
      'Is an adult whom the child lives or spends time with known to you, and is there a risk to the child?',
  },
  housing: {
    recordClass: 'RC4',
    starter: 'Is the family’s home secure? Is there anything at the address that bears on safety?',
  },
  'other-yjs': {
    recordClass: 'RC4',
    starter:
      'Have you worked with this child? What was agreed, what helped, and what is still open?',
  },
};

const anyAgency: AgencyQuestion = {
  recordClass: 'RC4',
  starter: 'What do you know about this child that would help us to keep them and others safe?',
};

/** What to ask an agency; one we have no words for gets a general question. */
export const questionFor = (agency: string): AgencyQuestion => agencyQuestions[agency] ?? anyAgency;
