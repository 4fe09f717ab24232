import { newId } from '../../src/platform/db/new-id.ts';
import { cannotTests } from '../support/cannot.ts';
import { serviceId, sharedDatabase } from '../support/database.ts';

cannotTests(sharedDatabase(), {
  table: 'family_information',
  row: async (tx, childId) => {
    const person = newId();
    await tx
      .insertInto('network_person')
      .values({
        service_id: serviceId,
        id: person,
        child_id: childId,
        name: 'Petra Testaway',
        relationship: 'mother',
        valid_from: '2026-01-01',
      })
      .execute();
    return { network_person_id: person, detail: 'Invented' };
  },
  change: { detail: 'Changed' },
  readers: ['ama-lovelock', 'marguerite-oyelaran', 'philippa-standfast', 'viv-tolliver'],
  notReaders: [
    'rosamund-achebe',
    'tegan-bamford-ali',
    'quentin-larkin',
    'ursula-peaceful',
    'annie-twelvetrees',
    'desmond-plumb',
  ],
  writers: ['ama-lovelock', 'viv-tolliver'],
  notWriters: ['marguerite-oyelaran', 'philippa-standfast', 'rosamund-achebe'],
});
