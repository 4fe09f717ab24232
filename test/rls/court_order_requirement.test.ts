import { cannotTests } from '../support/cannot.ts';
import { sharedDatabase } from '../support/database.ts';
import { layOrder } from '../support/orders.ts';

cannotTests(sharedDatabase(), {
  table: 'court_order_requirement',
  row: async (tx, childId) => ({
    order_id: await layOrder(tx, childId),
    kind: 'supervision',
    from_on: '2026-09-01',
  }),
  change: { detail: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'quentin-larkin', 'ursula-peaceful'],
  notReaders: ['cleo-abacus', 'freddie-okafor-bright'],
  writers: ['ama-lovelock', 'marguerite-oyelaran'],
  notWriters: ['quentin-larkin', 'ursula-peaceful', 'tegan-bamford-ali'],
});
