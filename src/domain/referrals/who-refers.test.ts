import { describe, expect, it } from 'vitest';
import { type Code, choicesOf, labelOf } from '../reference/codes.ts';
import { agenciesFitting, referringAgencies } from './who-refers.ts';

const code = (id: string, attributes: Record<string, string> = {}, inForce = true): Code => ({
  code: id,
  label: id.toUpperCase(),
  confidence: 'stated',
  inForce,
  attributes,
});
const agencies = [
  code('police', { refers_children: 'true' }),
  code('school', { refers_children: 'true' }),
  code('housing', { refers_children: 'false' }),
];
const names = (codes: readonly Code[]) => codes.map((each) => each.code);

describe('who sends children to the service', () => {
  it('agencies that are only asked or told are left out', () => {
    expect(names(referringAgencies(agencies))).toEqual(['police', 'school']);
  });

  it('a way of coming in names its agencies; one that names none takes any', () => {
    expect(names(agenciesFitting(code('list', { agencies: 'police  school' }), agencies))).toEqual([
      'police',
      'school',
    ]);
    expect(names(agenciesFitting(code('list', { agencies: 'police' }), agencies))).toEqual([
      'police',
    ]);
    for (const any of [undefined, code('letter'), code('letter', { agencies: ' ' })])
      expect(agenciesFitting(any, agencies)).toBe(agencies);
  });
});

describe('a code list', () => {
  const codes = [code('now'), code('once', {}, false)];

  it('offers what is in force, and still reads what was', () => {
    expect(choicesOf(codes)).toEqual([{ value: 'now', text: 'NOW' }]);
    expect(labelOf(codes, 'once')).toBe('ONCE');
  });

  it('a code of no list reads as words, and none as nothing', () => {
    expect(labelOf(codes, 'not-asked-yet')).toBe('not asked yet');
    expect(labelOf(codes, null)).toBe('');
  });
});
