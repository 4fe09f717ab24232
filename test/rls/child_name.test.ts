import { cannotTests } from '../support/cannot.ts';
import { sharedDatabase } from '../support/database.ts';

cannotTests(sharedDatabase(), {
  table: 'child_name',
  row: () => ({ forename: 'Ren', surname: 'Other', kind: 'alias', source: 'school' }),
  change: { surname: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'rosamund-achebe', 'ursula-peaceful'],
  notReaders: ['cleo-abacus', 'gwendolen-osei', 'freddie-okafor-bright'],
  writers: ['ama-lovelock', 'marguerite-oyelaran', 'annie-twelvetrees'],
  notWriters: ['rosamund-achebe', 'philippa-standfast', 'ursula-peaceful', 'desmond-plumb'],
});
