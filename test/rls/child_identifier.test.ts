import { cannotTests } from '../support/cannot.ts';
import { sharedDatabase } from '../support/database.ts';

cannotTests(sharedDatabase(), {
  table: 'child_identifier',
  row: () => ({ kind: 'urn', value: '01EM/1/26', value_search: '01EM126', source: 'police' }),
  change: { source: 'court' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'rosamund-achebe', 'annie-twelvetrees'],
  notReaders: ['ursula-peaceful', 'winston-appleby', 'xanthe-goodenough', 'gwendolen-osei'],
  writers: ['ama-lovelock', 'marguerite-oyelaran', 'annie-twelvetrees'],
  notWriters: ['rosamund-achebe', 'philippa-standfast', 'ursula-peaceful', 'desmond-plumb'],
});
