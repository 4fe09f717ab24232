import { cannotTests } from '../support/cannot.ts';
import { sharedDatabase } from '../support/database.ts';

cannotTests(sharedDatabase(), {
  table: 'education_episode',
  row: () => ({
    provision: 'college',
    provider: 'Marsh College',
    valid_from: '2026-01-01',
    source: 'school',
  }),
  change: { provider: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'tegan-bamford-ali', 'viv-tolliver'],
  notReaders: ['quentin-larkin', 'rosamund-achebe', 'ursula-peaceful', 'annie-twelvetrees'],
  writers: ['ama-lovelock', 'tegan-bamford-ali'],
  notWriters: ['marguerite-oyelaran', 'viv-tolliver', 'annie-twelvetrees'],
});
