import { cannotTests } from '../support/cannot.ts';
import { sharedDatabase } from '../support/database.ts';

cannotTests(sharedDatabase(), {
  table: 'charge',
  row: () => ({ charged_on: '2026-09-01', charged_by: 'police', wording: 'Theft from shop' }),
  change: { wording: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'quentin-larkin', 'ursula-peaceful'],
  notReaders: ['cleo-abacus', 'freddie-okafor-bright'],
  writers: ['ama-lovelock', 'marguerite-oyelaran'],
  notWriters: ['quentin-larkin', 'ursula-peaceful', 'tegan-bamford-ali'],
});
