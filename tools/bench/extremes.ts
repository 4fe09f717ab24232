import { demoId } from '../../src/demo/random.ts';

/** The service beside: of the children made for it, some 300 have a worker today, and its head's page is about all of them. */
export const smallService = { id: demoId('service', 'smallshire'), made: 1090 } as const;

/** The worker who holds very many children. */
export const busyWorker = { code: 'gus-merriman', children: 200 } as const;

/** Whose child has the long history. */
export const longCaseworker = 'ben-thackery';
export const manyContacts = 5000;

/** The case managers who read and write as one does: neither the busy one nor the one with the long history. */
export const caseManagers = [
  'ama-lovelock',
  'chandra-pell',
  'dilys-okoro',
  'ewan-brightwater',
  'farida-quill',
] as const;
