import { describe, expect, it } from 'vitest';
import { isNotKnown, isNotKnownDay, isPlaceholderNumber } from './not-known.ts';

describe('what people write where they do not know', () => {
  it.each([
    '',
    ' - ',
    'N/K',
    'nk.',
    'Unknown',
    'TBC',
    't.b.c.',
    'Not known',
    '#N/A',
    '#REF!',
    '########',
    'Anhysbys',
    '\u200bN/K',
  ])('%j is not known', (text) => expect(isNotKnown(text)).toBe(true));
  it.each(['Nkosi', 'Nan-Marie', 'Unsworth', '4 Nil Row', '#4'])('%j says something', (text) =>
    expect(isNotKnown(text)).toBe(false),
  );
  it('the days that programs put for none are none', () => {
    expect(isNotKnownDay('01/01/1900 00:00')).toBe(true);
    expect(isNotKnownDay('01/01/2010')).toBe(false);
  });
  it.each(['0000', '0', '999 999 9999', 'XXXX', 'none', '1234567890'])('%j is no number', (text) =>
    expect(isPlaceholderNumber(text)).toBe(true),
  );
  it.each(['7', '1001', 'EM/1/26', '111'])('%j may be a number', (text) =>
    expect(isPlaceholderNumber(text)).toBe(false),
  );
});
