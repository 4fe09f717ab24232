import { cannotTests } from '../support/cannot.ts';
import { sharedDatabase } from '../support/database.ts';

cannotTests(sharedDatabase(), {
  table: 'characteristic',
  row: () => ({
    kind: 'ethnicity',
    record_class: 'RC1',
    code: 'W1',
    source: 'self',
    recorded_on: '2026-01-01',
  }),
  change: { code: 'M1' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'rosamund-achebe', 'annie-twelvetrees'],
  notReaders: ['ursula-peaceful', 'winston-appleby', 'xanthe-goodenough', 'gwendolen-osei'],
  writers: ['ama-lovelock', 'marguerite-oyelaran', 'annie-twelvetrees'],
  notWriters: ['rosamund-achebe', 'philippa-standfast', 'ursula-peaceful', 'desmond-plumb'],
});
