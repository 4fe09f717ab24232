import { sharedDatabase } from '../support/database.ts';
import { onlyAdded } from '../support/only-added.ts';

onlyAdded(sharedDatabase(), {
  table: 'compliance_meeting',
  what: 'what was said at a meeting about an order',
  values: {
    held_on: '2026-09-20',
    who_came: 'The child and their mother',
    in_the_way: 'The bus',
    agreed: 'A lift',
  },
  column: 'agreed',
});
