import { describe, expect, it } from 'vitest';
import { contentOf } from './content.ts';
import { contradictionsOf, differencesOf, type RecordNow, unchangedSince } from './since-signed.ts';
import { foothold } from './template.fixture.ts';

const saying = (answers: Record<string, string>) =>
  contentOf({
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, value]) => [id, { state: 'answered', value }]),
    ),
  });
const signed = saying({ 'home-is-settled': 'yes', home: 'With Nan', money: 'Enough' });
const now = saying({ 'home-is-settled': 'yes', home: 'With Nan', money: 'In debt' });
const record: RecordNow = { homes: [], changes: [], exploitation: [], risks: [] };

describe('since the last signature', () => {
  it('what changed is told with both texts, and what did not is named', () => {
    expect(differencesOf(foothold, signed, now)).toEqual([
      { key: 'answer:money', label: 'Money', before: 'Enough', after: 'In debt' },
    ]);
    expect(unchangedSince(foothold, signed, now)).toEqual([
      'Home and where the child sleeps',
      'Is the child’s home settled and suitable?',
    ]);
  });

  it('of what did not change, signs, sources and what was left empty are not named', () => {
    const marked = contentOf({
      answers: { money: { state: 'answered', value: '' } },
      indicators: { weapon: 'present' },
      judgements: {
        harm: {
          level: 'medium',
          reason: 'Two fights',
          sources: [{ from: 'school', name: 'Head of year', use: 'used' }],
        },
      },
    });
    expect(unchangedSince(foothold, marked, marked)).toEqual(
      expect.arrayContaining(['Risk to other people: level', 'Risk to other people: reasons']),
    );
    expect(unchangedSince(foothold, marked, marked).join()).not.toMatch(/Sign|source|Money/);
  });

  it.each<[string, Partial<RecordNow>, number]>([
    ['a home that is not settled', { homes: [{ text: 'Sofa-surfing', holds: false }] }, 1],
    ['a home that is', { homes: [{ text: 'With a parent', holds: true }] }, 0],
    ['a change of home', { changes: [{ text: 'Moved home', ofHome: true }] }, 1],
    ['another change', { changes: [{ text: 'Arrested', ofHome: false }] }, 0],
    ['nothing', {}, 0],
  ])('a home that is called settled is held against %s', (_name, says, count) => {
    const found = contradictionsOf(foothold, { signed, now }, { ...record, ...says });
    expect(found).toHaveLength(count);
  });

  it('an answer given afresh after a change is not held against that change', () => {
    const changes = [{ text: 'Moved home', ofHome: true }];
    const before = saying({ 'home-is-settled': 'no' });
    expect(contradictionsOf(foothold, { signed: before, now }, { ...record, changes })).toEqual([]);
  });

  it('a home that is called settled is held against a risk and a sign of the same assessment', () => {
    const own = contentOf({
      answers: {
        ...now.answers,
        'risks-to-child': { state: 'answered', value: ['Bullying', 'Nowhere safe to live'] },
      },
      indicators: { 'unsafe-home': 'present', exploitation: 'present' },
    });
    const risks = [{ label: 'Nowhere safe to live', role: 'home-is-settled' as const }];
    const found = contradictionsOf(foothold, { signed: null, now: own }, { ...record, risks });
    expect(found.map(({ message }) => message.replace(/.*says: /, ''))).toEqual([
      'Home is unsafe or not settled, including sofa-surfing',
      'Nowhere safe to live',
    ]);
  });

  it('no sign of exploitation is held against a live warning', () => {
    const none = saying({ 'exploitation-concern': 'no' });
    const says = { ...record, exploitation: ['Warning: At risk of exploitation'] };
    expect(contradictionsOf(foothold, { signed: null, now: none }, says)[0]?.message).toContain(
      'the record says: Warning: At risk of exploitation',
    );
  });
});
