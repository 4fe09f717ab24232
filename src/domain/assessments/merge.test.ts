import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Answers } from './answers.ts';
import { merged, threeWay } from './merge.ts';

const said = (value: string): Answer => ({ state: 'answered', value });

describe('two people have the same assessment open', () => {
  const base: Answers = { home: said('Nan'), money: said('none'), why: said('angry') };

  test('each question says whose work it is', () => {
    const mine = { ...base, home: said('Mum'), why: said('scared') };
    const theirs = { ...base, money: said('owes a friend'), why: said('bored') };
    expect(threeWay(base, mine, theirs).map((row) => [row.question, row.state])).toEqual([
      ['home', 'only-mine'],
      ['money', 'only-theirs'],
      ['why', 'both'],
    ]);
  });

  test('both wrote the same, so there is nothing to choose', () => {
    const both = { ...base, home: said('Mum') };
    expect(threeWay(base, both, { ...both }).every((row) => row.state === 'same')).toBe(true);
  });

  test('work on different questions joins by itself', () => {
    const rows = threeWay(base, { ...base, home: said('Mum') }, { ...base, money: said('owes') });
    expect(merged(rows, {})).toEqual({
      kind: 'merged',
      answers: { home: said('Mum'), money: said('owes'), why: said('angry') },
    });
  });

  test('work on the same question waits until somebody chooses, and may be written anew', () => {
    const rows = threeWay(base, { ...base, why: said('scared') }, { ...base, why: said('bored') });
    expect(merged(rows, {})).toEqual({ kind: 'undecided', questions: ['why'] });
    const result = merged(rows, { why: { kind: 'own', answer: said('scared and bored') } });
    expect(result.kind === 'merged' && result.answers.why).toEqual(said('scared and bored'));
  });

  test('an answer that changed only in its comment has changed', () => {
    const mine = { ...base, home: { ...said('Nan'), comment: 'since May' } };
    expect(threeWay(base, mine, base)[0]?.state).toBe('only-mine');
  });

  test('declined is not the same as not known', () => {
    const mine: Answers = { home: { state: 'declined', reason: 'asked twice' } };
    const theirs: Answers = { home: { state: 'unknown', reason: 'asked twice' } };
    expect(threeWay({}, mine, theirs)[0]?.state).toBe('both');
  });

  test('a question that I emptied and nobody touched stays empty', () => {
    const rows = threeWay(base, { money: said('none'), why: said('angry') }, base);
    const result = merged(rows, {});
    expect(result.kind === 'merged' && Object.keys(result.answers)).toEqual(['money', 'why']);
  });
});

const answers = fc.dictionary(
  fc.constantFrom('home', 'money', 'why'),
  fc.constantFrom('x', 'y', 'z').map(said),
);

test('when nobody else saved, my work is kept exactly', () => {
  fc.assert(
    fc.property(answers, answers, (base, mine) => {
      const result = merged(threeWay(base, mine, base), {});
      expect(result).toEqual({ kind: 'merged', answers: mine });
    }),
  );
});

test('choosing theirs everywhere gives their work exactly', () => {
  fc.assert(
    fc.property(answers, answers, answers, (base, mine, theirs) => {
      const rows = threeWay(base, mine, theirs);
      const all = rows.map((row) => [row.question, { kind: 'theirs' } as const] as const);
      const result = merged(rows, Object.fromEntries(all));
      expect(result).toEqual({ kind: 'merged', answers: theirs });
    }),
  );
});
