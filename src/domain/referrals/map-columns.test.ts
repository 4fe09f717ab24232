import { expect, it } from 'vitest';
import { headerKey } from './map-columns.ts';

it('a sender’s file is known again by its headings, however they are written and whatever blank columns follow', () => {
  expect(headerKey(['D.O.B', 'Surname', '', ''])).toBe('dob|surname');
  expect(headerKey(['dob', ' SURNAME '])).toBe('dob|surname');
  expect(headerKey(['dob', '', 'surname'])).not.toBe('dob|surname');
});
