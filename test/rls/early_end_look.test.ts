import { sharedDatabase } from '../support/database.ts';
import { onlyAdded } from '../support/only-added.ts';

onlyAdded(sharedDatabase(), {
  table: 'early_end_look',
  what: 'whether an order may end early',
  values: { looked_on: '2026-09-20', asks: true, why: 'All sessions are kept' },
  column: 'why',
});
