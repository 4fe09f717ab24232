import type { Provenance } from '../provenance.ts';

/** Asked of every case beside the framework's key questions, so that managers' view of their own oversight can be laid beside it. */
export const oversightQuestion = {
  id: 'management-oversight',
  standard: 'Management oversight',
  question: 'Did management oversight make the work in this case better?',
  prompts: [
    {
      id: 'oversight-a',
      text: 'Did the manager give a direction when the work began, and when it changed?',
    },
    {
      id: 'oversight-b',
      text: 'Do the entries show what was read and found, and not only that it was seen?',
    },
    {
      id: 'oversight-c',
      text: 'Did oversight find what is missing in the assessment, the plan or the work?',
    },
    {
      id: 'oversight-d',
      text: 'Was what the manager asked for done, and did somebody look?',
    },
  ],
  source: 'Foothold: inspectors report how many cases had oversight that was enough',
  confidence: 'local example',
} as const satisfies Provenance & Record<string, unknown>;
