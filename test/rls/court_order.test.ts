import { cannotTests } from '../support/cannot.ts';
import { sharedDatabase } from '../support/database.ts';

cannotTests(sharedDatabase(), {
  table: 'court_order',
  row: () => ({
    kind: 'referral-order',
    court: 'Eastmarsh Youth Court',
    made_on: '2026-09-01',
    convicted_on: '2026-09-01',
  }),
  change: { court: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'quentin-larkin', 'ursula-peaceful'],
  notReaders: ['cleo-abacus', 'freddie-okafor-bright'],
  writers: ['ama-lovelock', 'marguerite-oyelaran'],
  notWriters: ['quentin-larkin', 'ursula-peaceful', 'tegan-bamford-ali'],
});
