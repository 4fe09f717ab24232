import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { clashesWith, clashWords, overlaps, spanOf, type Taken } from './clash.ts';

const taken = (more: Partial<Taken>): Taken => ({
  whose: 'worker',
  what: 'contact',
  clock: '10:00',
  minutes: 30,
  name: null,
  ...more,
});

it.each([
  ['another appointment at the same time', '10:00', 30, {}, true],
  ['one that begins as the other ends', '10:30', 30, {}, false],
  ['one that ends as the other begins', '09:30', 30, {}, false],
  ['one without a length, which counts as an hour', '10:45', 30, { minutes: null }, true],
  ['a hearing of the morning, until one', '12:45', 15, { what: 'hearing' as const }, true],
  [
    'a hearing of the morning and an appointment after it',
    '13:00',
    60,
    { what: 'hearing' as const },
    false,
  ],
  [
    'a hearing whose time is not known, all day',
    '16:00',
    60,
    { what: 'hearing' as const, clock: null },
    true,
  ],
  ['a panel, for two hours', '11:45', 30, { what: 'panel' as const, minutes: null }, true],
] as const)('%s', (_words, clock, minutes, more, clashes) => {
  expect(clashesWith({ clock, minutes }, [taken(more)]).length > 0).toBe(clashes);
});

test('a clash says whose time it is and what takes it', () => {
  const names = { child: 'Wren', worker: 'Ama Lovelock', room: 'Room 2' };
  expect(clashWords(taken({ whose: 'child', what: 'hearing' }), names)).toBe(
    'Wren has a court hearing at 10am',
  );
  expect(clashWords(taken({ whose: 'room', clock: null }), names)).toBe(
    'Room 2 has another appointment that day',
  );
  expect(
    clashWords(taken({ whose: 'child', what: 'lessons', name: 'Marsh End School' }), names),
  ).toBe('Wren may be at Marsh End School then: ask');
});

test('whichever of two is asked for first, they clash or they do not', () => {
  const clock = fc
    .tuple(fc.integer({ min: 7, max: 20 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${`${hour}`.padStart(2, '0')}:${`${minute}`.padStart(2, '0')}`);
  const one = fc.record({
    what: fc.constantFrom('contact' as const, 'hearing' as const, 'panel' as const),
    clock: fc.option(clock, { nil: null }),
    minutes: fc.option(fc.integer({ min: 1, max: 240 }), { nil: null }),
  });
  fc.assert(
    fc.property(one, one, (a, b) => {
      expect(overlaps(spanOf(a), spanOf(b))).toBe(overlaps(spanOf(b), spanOf(a)));
      expect(overlaps(spanOf(a), spanOf(a))).toBe(true);
    }),
  );
});
