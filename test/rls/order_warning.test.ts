import { cannotTests } from '../support/cannot.ts';
import { sharedDatabase } from '../support/database.ts';
import { layFailure } from '../support/orders.ts';

cannotTests(sharedDatabase(), {
  table: 'order_warning',
  row: async (tx, childId) => ({
    failure_id: await layFailure(tx, childId),
    given_on: '2026-09-12',
    given_how: 'letter',
    described: 'Did not come to supervision',
    consequence: 'It may be put to the court',
  }),
  change: { described: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'quentin-larkin', 'ursula-peaceful'],
  notReaders: ['cleo-abacus', 'freddie-okafor-bright'],
  writers: ['ama-lovelock', 'marguerite-oyelaran'],
  notWriters: ['quentin-larkin', 'ursula-peaceful', 'tegan-bamford-ali'],
});
