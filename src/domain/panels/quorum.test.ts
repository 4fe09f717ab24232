import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quorumRules } from './quorum.data.ts';
import { type Attendee, quorumOf } from './quorum.ts';

const [panel, bureau] = quorumRules;
const came = (name: string, agency: string): Attendee => ({
  name,
  agency,
  attendance: 'attended',
  sentView: false,
});
const wrote = (name: string, agency: string): Attendee => ({
  name,
  agency,
  attendance: 'apologies',
  sentView: true,
});
const core = [came('Ada', 'youth-justice'), came('Ben', 'police')];

describe('whether the panel may decide', () => {
  test('police and the service with health, education and social care present', () => {
    const full = [
      ...core,
      came('Cy', 'health'),
      came('Di', 'education'),
      came('Ed', 'social-care'),
    ];
    expect(quorumOf(panel, full)).toMatchObject({ isQuorate: true, missing: [] });
  });

  test('without police it may not, though police sent a view', () => {
    const people = [came('Ada', 'youth-justice'), wrote('Ben', 'police'), came('Cy', 'health')];
    expect(quorumOf(panel, people).missing).toContain('Police must be present');
  });

  test('education may send a view instead', () => {
    const people = [
      ...core,
      came('Cy', 'health'),
      wrote('Di', 'education'),
      wrote('Ed', 'early-help'),
    ];
    const found = quorumOf(panel, people);
    expect(found.isQuorate).toBe(true);
    expect(found.seats.find((seat) => seat.seat === 'education')).toMatchObject({
      filledBy: 'Di',
      how: 'sent-view',
    });
  });

  test('somebody from the substance service stands in for health, and it shows', () => {
    const seats = quorumOf(panel, [...core, came('Cy', 'substance-misuse')]).seats;
    expect(seats.find((seat) => seat.seat === 'health')).toMatchObject({ how: 'substitute' });
  });

  test('one person cannot sit for the service and for victims', () => {
    const seats = quorumOf(panel, core).seats;
    expect(seats.filter((seat) => seat.filledBy === 'Ada')).toHaveLength(1);
    expect(seats.find((seat) => seat.seat === 'chair')?.filledBy).toBe('Ada');
  });

  test('two present and three views are not a meeting', () => {
    const views = [wrote('Cy', 'health'), wrote('Di', 'education'), wrote('Ed', 'social-care')];
    expect(quorumOf(panel, [...core, ...views]).missing).toEqual([
      'At least 3 people must be present, and 2 are',
    ]);
  });

  test('apologies and people still expected fill no seat', () => {
    const expected: Attendee = {
      name: 'Ben',
      agency: 'police',
      attendance: 'expected',
      sentView: false,
    };
    expect(quorumOf(panel, [came('Ada', 'youth-justice'), expected]).isQuorate).toBe(false);
  });

  test('a bureau needs a community member in the room', () => {
    expect(quorumOf(bureau, core).missing).toContain('Community member must be present');
  });
});

test('a substitute is moved when the seat can be filled in another way', () => {
  const rule = {
    ...panel,
    leastPresent: 2,
    seats: [
      { id: 'a', label: 'A', requirement: 'must-attend', agencies: ['x', 'y'] },
      { id: 'b', label: 'B', requirement: 'must-attend', agencies: ['x'] },
    ],
  } as const;
  expect(quorumOf(rule, [came('Xi', 'x'), came('Yo', 'y')]).isQuorate).toBe(true);
});

test('one more person in the room never makes a panel less able to decide', () => {
  const agency = fc.constantFrom(
    'youth-justice',
    'police',
    'health',
    'education',
    'social-care',
    'voluntary-sector',
  );
  fc.assert(
    fc.property(fc.array(agency, { maxLength: 8 }), agency, (agencies, extra) => {
      const people = agencies.map((name, index) => came(`P${index}`, name));
      const before = quorumOf(panel, people);
      const after = quorumOf(panel, [...people, came('New', extra)]);
      expect(after.isQuorate || !before.isQuorate).toBe(true);
      const names = after.seats.flatMap((seat) => seat.filledBy ?? []);
      expect(new Set(names).size).toBe(names.length);
    }),
  );
});

test('whoever is in the room fills one seat, and no second by a view they wrote before', () => {
  const people = [
    ...core,
    { ...came('Cy', 'health'), sentView: true },
    came('Vi', 'victim-service'),
  ];
  const rule = {
    ...panel,
    seats: [
      ...panel.seats,
      {
        id: 'nurse',
        label: 'Nurse',
        requirement: 'attend-or-send-view' as const,
        agencies: ['health'],
      },
    ],
  };
  expect(quorumOf(rule, people).missing).toContain('Nurse must be present or send a view');
});

test('a seat that is only invited may stay empty, and a view fills it', () => {
  const full = [...core, came('Cy', 'health'), came('Di', 'education'), came('Ed', 'social-care')];
  expect(quorumOf(panel, full).seats.find(({ seat }) => seat === 'community')?.how).toBe('empty');
  const found = quorumOf(panel, [...full, wrote('Fi', 'voluntary-sector')]);
  expect(found.seats.find(({ seat }) => seat === 'community')).toMatchObject({
    filledBy: 'Fi',
    how: 'sent-view',
  });
  expect(found.seats.find(({ seat }) => seat === 'police')).toMatchObject({
    filledBy: 'Ben',
    how: 'present',
  });
});

test('three in the room are enough for a panel', () => {
  const views = [wrote('Di', 'education'), wrote('Ed', 'social-care')];
  expect(quorumOf(panel, [...core, came('Cy', 'health'), ...views]).isQuorate).toBe(true);
  expect(quorumRules.map(({ id, leastPresent }) => [id, leastPresent])).toEqual([
    ['joint-decision-panel', 3],
    ['bureau', 3],
    ['referral-order', 3],
  ]);
});
