import { cannotTests } from '../support/cannot.ts';
import { sharedDatabase } from '../support/database.ts';

cannotTests(sharedDatabase(), {
  table: 'network_person',
  row: () => ({ name: 'Petra Testaway', relationship: 'mother', valid_from: '2026-01-01' }),
  change: { note: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'rosamund-achebe', 'annie-twelvetrees'],
  notReaders: ['ursula-peaceful', 'winston-appleby', 'xanthe-goodenough', 'gwendolen-osei'],
  writers: ['ama-lovelock', 'marguerite-oyelaran', 'annie-twelvetrees'],
  notWriters: ['rosamund-achebe', 'philippa-standfast', 'ursula-peaceful', 'desmond-plumb'],
});
