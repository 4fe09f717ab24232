import { cannotTests } from '../support/cannot.ts';
import { sharedDatabase } from '../support/database.ts';

cannotTests(sharedDatabase(), {
  table: 'child_contact_point',
  row: () => ({
    kind: 'mobile',
    value: '+447700900001',
    value_search: '+447700900001',
    whose: 'Own',
    valid_from: '2026-01-01',
  }),
  change: { safe_to_use: 'no' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'rosamund-achebe', 'annie-twelvetrees'],
  notReaders: ['ursula-peaceful', 'winston-appleby', 'xanthe-goodenough', 'gwendolen-osei'],
  writers: ['ama-lovelock', 'marguerite-oyelaran', 'annie-twelvetrees'],
  notWriters: ['rosamund-achebe', 'philippa-standfast', 'ursula-peaceful', 'desmond-plumb'],
});
