import { cannotTests } from '../support/cannot.ts';
import { sharedDatabase } from '../support/database.ts';
import { layOrder } from '../support/orders.ts';

cannotTests(sharedDatabase(), {
  table: 'failure_to_comply',
  row: async (tx, childId) => ({
    order_id: await layOrder(tx, childId),
    happened_on: '2026-09-10',
    what: 'Did not come to supervision',
  }),
  change: { what: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'quentin-larkin', 'ursula-peaceful'],
  notReaders: ['cleo-abacus', 'freddie-okafor-bright'],
  writers: ['ama-lovelock', 'marguerite-oyelaran'],
  notWriters: ['quentin-larkin', 'ursula-peaceful', 'tegan-bamford-ali'],
});
