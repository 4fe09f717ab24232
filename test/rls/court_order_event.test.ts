import { sharedDatabase } from '../support/database.ts';
import { onlyAdded } from '../support/only-added.ts';

onlyAdded(sharedDatabase(), {
  table: 'court_order_event',
  what: 'what came of an order',
  values: { what: 'breached', happened_on: '2026-09-20', note: 'Two appointments missed' },
  column: 'note',
});
