import { cannotTests } from '../support/cannot.ts';
import { sharedDatabase } from '../support/database.ts';

cannotTests(sharedDatabase(), {
  table: 'care_episode',
  row: () => ({ status: 'child-in-need', valid_from: '2026-01-01', source: 'social-care' }),
  change: { authority: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'viv-tolliver', 'winston-appleby'],
  notReaders: ['ursula-peaceful', 'xanthe-goodenough', 'cleo-abacus'],
  writers: ['viv-tolliver', 'winston-appleby'],
  notWriters: ['ama-lovelock', 'marguerite-oyelaran', 'tegan-bamford-ali'],
});
