import { cannotTests } from '../support/cannot.ts';
import { sharedDatabase, staffId } from '../support/database.ts';

cannotTests(sharedDatabase(), {
  table: 'warning',
  row: () => ({
    kind: 'weapons',
    detail: 'Meet in the office',
    owner_id: staffId('ama-lovelock'),
    raised_on: '2026-01-01',
    review_on: '2026-04-01',
  }),
  change: { detail: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'rosamund-achebe', 'ursula-peaceful'],
  notReaders: ['cleo-abacus', 'gwendolen-osei', 'freddie-okafor-bright'],
  writers: ['ama-lovelock', 'marguerite-oyelaran', 'annie-twelvetrees'],
  notWriters: ['rosamund-achebe', 'philippa-standfast', 'ursula-peaceful', 'desmond-plumb'],
});
