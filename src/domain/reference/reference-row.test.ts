import { expect, test } from 'vitest';
import { z } from 'zod';
import { attributesOf, flag, type ReferenceRow, wholeOrNull } from './reference-row.ts';

const row = (attributes: Record<string, unknown>): ReferenceRow => ({
  code: 'youth-caution',
  label: 'Youth caution',
  attributes,
  source: 'test',
  confidence: 'confirmed',
  validFrom: null,
  validTo: null,
});
const schema = z.object({ admission_needed: flag, usual_gravity: wholeOrNull });

test('words of a file become yes, no, numbers and nothing', () => {
  expect(attributesOf(row({ admission_needed: 'true', usual_gravity: '3' }), schema)).toEqual({
    admission_needed: true,
    usual_gravity: 3,
  });
  expect(attributesOf(row({ admission_needed: true }), schema).usual_gravity).toBeNull();
  expect(attributesOf(row({ admission_needed: false, usual_gravity: '' }), schema)).toEqual({
    admission_needed: false,
    usual_gravity: null,
  });
});

test('a mistake in a code list names the code and the column', () => {
  expect(() =>
    attributesOf(row({ admission_needed: 'perhaps', usual_gravity: 1 }), schema),
  ).toThrow(/youth-caution: admission_needed/);
});
