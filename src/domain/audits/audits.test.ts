import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateReaders, secondReadings } from './allocate-readers.ts';
import { drawSample, type FrameCase, nextInStratum } from './draw-sample.ts';
import type { SamplePlan } from './sample-plan.ts';
import { sampleSize, sizeForConfidence } from './sample-size.ts';
import { nearness, stratumKinds, stratumOf, totalsBy } from './strata.ts';

const plan: SamplePlan = {
  opens: '2025-01-01',
  closes: '2025-12-31',
  types: ['youth-caution'],
  strata: ['sex', 'disposal', 'risk'],
  size: { kind: 'number', number: 10 },
  secondPercent: 20,
  notSinceMonths: 6,
  leastDays: 28,
  seed: 'march',
  readers: [],
};
const today = '2026-03-01';
const anyone = () => true;

const frames = fc.uniqueArray(
  fc.record({
    childId: fc.uuid(),
    sex: fc.constantFrom('female', 'male'),
    disposal: fc.constantFrom('youth-caution', 'outcome-22', 'referral-order'),
    risk: fc.constantFrom('low', 'medium', 'high', 'not-assessed'),
    startedOn: fc.constantFrom('2025-02-01', '2025-09-10', '2026-02-20'),
    endedOn: fc.constantFrom(null, '2025-10-01'),
    lastAuditedOn: fc.constantFrom(null, null, null, '2025-02-02', '2026-01-10'),
  }),
  { selector: ({ childId }) => childId, maxLength: 120 },
);

describe('a sample', () => {
  it('holds only cases of the frame, each once, and no more than asked', () =>
    fc.assert(
      fc.property(frames, fc.integer({ min: 1, max: 60 }), fc.string(), (frame, number, seed) => {
        const { cases, population } = drawSample(
          frame,
          { ...plan, seed, size: { kind: 'number', number } },
          today,
          anyone,
        );
        const ids = cases.map(({ childId }) => childId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((id) => frame.some(({ childId }) => childId === id))).toBe(true);
        expect(ids.length).toBe(Math.min(number, population));
      }),
    ));

  it('comes out the same from the same seed, however the cases are ordered', () =>
    fc.assert(
      fc.property(frames, fc.string(), (frame, seed) => {
        const draw = (from: readonly FrameCase[]) =>
          drawSample(from, { ...plan, seed }, today, anyone).cases.map(({ childId }) => childId);
        expect(draw([...frame].reverse())).toEqual(draw(frame));
      }),
    ));

  it('mirrors the population in each kind: sex within one case, the others within a few in any frame', () =>
    fc.assert(
      fc.property(frames, fc.integer({ min: 1, max: 60 }), fc.string(), (frame, number, seed) => {
        const { strata, population, cases } = drawSample(
          frame,
          { ...plan, seed, size: { kind: 'number', number } },
          today,
          anyone,
        );
        const away = (kind: 'sex' | 'disposal' | 'risk') =>
          Math.max(
            0,
            ...totalsBy(kind, strata).map((each) =>
              Math.abs(each.sample - (each.frame * cases.length) / population),
            ),
          );
        expect(away('sex')).toBeLessThan(1.0001);
        expect(away('disposal')).toBeLessThan(2.5);
        expect(away('risk')).toBeLessThan(3);
        expect(strata.reduce((sum, { sample }) => sum + sample, 0)).toBe(cases.length);
        expect(strata.reduce((sum, each) => sum + each.frame, 0)).toBe(population);
      }),
    ));

  it('leaves nobody out without a reason: those drawn from and those left make up the frame', () =>
    fc.assert(
      fc.property(frames, (frame) => {
        const { population, left } = drawSample(frame, plan, today, (id) => !id.startsWith('0'));
        expect(population + left.reduce((sum, each) => sum + each.cases, 0)).toBe(frame.length);
      }),
    ));

  it('gives for a case that is given back another of the same group or the nearest, never one drawn before', () =>
    fc.assert(
      fc.property(frames, (frame) => {
        const kinds = plan.strata;
        const few: SamplePlan = { ...plan, size: { kind: 'number', number: 2 } };
        const { cases, population } = drawSample(frame, few, today, anyone);
        const [gone] = cases;
        if (!gone) return;
        const drawn = new Set(cases.map(({ childId }) => childId));
        const found = nextInStratum(frame, few, today, anyone, { strata: gone, drawn });
        expect(found === null).toBe(population === cases.length);
        if (!found) return;
        expect(drawn.has(found.next.childId)).toBe(false);
        expect(found.isSameGroup).toBe(stratumOf(found.next, kinds) === stratumOf(gone, kinds));
        const whole = drawSample(frame, everything, today, anyone).cases;
        for (const each of whole.filter(({ childId }) => !drawn.has(childId)))
          expect(nearness(each, gone, kinds)).toBeLessThanOrEqual(
            nearness(found.next, gone, kinds),
          );
      }),
    ));
});

describe('who is left out of a sample', () => {
  const one = {
    childId: 'c1',
    sex: 'female',
    disposal: 'outcome-22',
    risk: 'low',
    startedOn: '2025-02-01',
    endedOn: null as string | null,
    lastAuditedOn: null as string | null,
  };
  it.each([
    ['nobody whose case was never read', {}, undefined],
    ['a case read a day less than six months ago', { lastAuditedOn: '2025-09-02' }, 'read-lately'],
    ['no case read six months ago', { lastAuditedOn: '2025-09-01' }, undefined],
    ['work of 27 days', { startedOn: '2026-02-02' }, 'too-short'],
    ['no work of 28 days', { startedOn: '2026-02-01' }, undefined],
    ['work that ended within 28 days', { endedOn: '2025-02-28' }, 'too-short'],
  ])('%s', (_what, more, reason) => {
    const { left } = drawSample([{ ...one, ...more }], plan, today, anyone);
    expect(left[0]?.reason).toBe(reason);
  });

  it('cases read yesterday are drawn again where the plan asks for no gap', () => {
    const read = { ...one, lastAuditedOn: '2026-02-28' };
    expect(drawSample([read], { ...plan, notSinceMonths: 0 }, today, anyone).population).toBe(1);
  });

  it('a case that nobody is free to read', () => {
    expect(drawSample([one], plan, today, () => false).left).toEqual([
      { reason: 'no-free-reader', cases: 1 },
    ]);
  });
});

const everything: SamplePlan = { ...plan, size: { kind: 'number', number: 200 } };

describe('a themed sample', () => {
  it('is drawn from the children of its themes only, and counts the others as left out', () =>
    fc.assert(
      fc.property(frames, fc.integer({ min: 0, max: 3 }), (frame, every) => {
        const themed = frame.map((each, index) => ({
          ...each,
          themes: index % 4 < every ? ['girls', 'in-care'] : ['girls'],
        }));
        const draw = (themes: SamplePlan['themes']) =>
          drawSample(themed, { ...everything, themes }, today, anyone);
        const { cases, left } = draw(['girls', 'in-care']);
        expect(cases.every(({ themes }) => themes.includes('in-care'))).toBe(true);
        const others = themed.filter(({ themes }) => !themes.includes('in-care')).length;
        expect(left.find(({ reason }) => reason === 'other-theme')?.cases ?? 0).toBe(others);
        expect(draw([]).left.some(({ reason }) => reason === 'other-theme')).toBe(false);
      }),
    ));
});

describe('chance in a sample', () => {
  // Forty-seven cases in groups of one and two, 16 of them girls: what a small service has.
  const frame = Array.from({ length: 47 }, (_, index) => ({
    childId: `child-${index}`,
    sex: index < 16 ? 'female' : 'male',
    disposal: ['youth-caution', 'outcome-22', 'referral-order', 'youth-rehabilitation-order'][
      (index * 7) % 4
    ] as string,
    risk: ['low', 'medium', 'medium', 'high', 'very-high'][(index * 3) % 5] as string,
    startedOn: '2025-02-01',
    endedOn: null,
    lastAuditedOn: null,
  }));
  const seeds = Array.from({ length: 1200 }, (_, index) => `seed ${index}`);
  const samples = seeds.map((seed) =>
    drawSample(frame, { ...plan, seed, size: { kind: 'number', number: 8 } }, today, anyone),
  );

  it('is the same for every case, also for one that is alone in its group', () => {
    const times = new Map(frame.map(({ childId }) => [childId, 0]));
    for (const { cases } of samples)
      for (const { childId } of cases) times.set(childId, (times.get(childId) ?? 0) + 1);
    const expected = (seeds.length * 8) / 47;
    // Five times the spread that chance itself has.
    const spread = 5 * Math.sqrt(seeds.length * (8 / 47) * (39 / 47));
    for (const [childId, drawn] of times)
      expect(Math.abs(drawn - expected), `${childId} was drawn ${drawn} times`).toBeLessThan(
        spread,
      );
  });

  it('leaves each kind’s totals close to the population’s: 34 percent girls is two or three of eight, never one', () => {
    const away = { sex: 0, disposal: 0, risk: 0 };
    for (const { strata } of samples)
      for (const { id } of stratumKinds)
        for (const { frame: inFrame, sample } of totalsBy(id, strata))
          away[id] = Math.max(away[id], Math.abs(sample - (inFrame * 8) / 47));
    expect(away.sex).toBeLessThan(1);
    expect(away.disposal).toBeLessThan(1.7);
    expect(away.risk).toBeLessThan(2.2);
    const girls = samples.map(({ cases }) => cases.filter(({ sex }) => sex === 'female').length);
    expect([...new Set(girls)].sort()).toEqual([2, 3]);
  });
});

describe('the size of a sample', () => {
  it.each([
    [80, 5, 100, 63],
    [95, 5, 1000, 278],
    [95, 5, 1_000_000, 385],
    [80, 5, 27, 24],
    [80, 5, 1, 1],
    [90, 10, 0, 0],
  ])('for %i percent confidence and %i points in %i cases is %i', (sure, margin, of, wanted) => {
    expect(sizeForConfidence(sure, margin, of)).toBe(wanted);
  });

  it('never grows when the margin does, never shrinks when the population grows, and is never over it', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 1, max: 5000 }),
        (margin, population) => {
          const size = sizeForConfidence(95, margin, population);
          expect(size).toBeLessThanOrEqual(population);
          expect(sizeForConfidence(95, margin + 1, population)).toBeLessThanOrEqual(size);
          expect(sizeForConfidence(95, margin, population + 1)).toBeGreaterThanOrEqual(size);
        },
      ),
    ));

  it('keeps to an inspection’s published limits, and to what there is', () => {
    const rule = { kind: 'confidence', confidence: 80, margin: 5, least: 14, most: 91 } as const;
    expect(sampleSize(rule, 5000)).toBe(91);
    expect(sampleSize(rule, 12)).toBe(12);
    expect(sampleSize({ ...rule, margin: 25 }, 200)).toBe(14);
  });
});

describe('readers', () => {
  const pairs = fc.uniqueArray(fc.tuple(fc.nat(29), fc.nat(4)), {
    selector: ([child, reader]) => `${child}/${reader}`,
    maxLength: 80,
  });

  it('never get a case they are tied to, nor the same case twice', () =>
    fc.assert(
      fc.property(pairs, fc.integer({ min: 0, max: 100 }), (barred, secondPercent) => {
        const children = Array.from({ length: 30 }, (_, index) => `c${index}`);
        const readers = ['r0', 'r1', 'r2', 'r3', 'r4'];
        const isBarred = (child: string, reader: string) =>
          barred.some(([c, r]) => `c${c}` === child && `r${r}` === reader);
        const given = allocateReaders(children, readers, isBarred, { secondPercent, seed: 's' });
        const keys = given.map(({ childId, readerId }) => `${childId}/${readerId}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(given.some(({ childId, readerId }) => isBarred(childId, readerId))).toBe(false);
        const firsts = given.filter(({ reading }) => reading === 'first').length;
        const readable = children.filter((c) => readers.some((r) => !isBarred(c, r))).length;
        expect(firsts).toBe(readable);
      }),
    ));

  it('read a case twice only where somebody else stays free to settle it', () => {
    const staysFree = (child: string, readers: readonly string[]) =>
      child === 'c1' || !readers.includes('manager');
    const given = allocateReaders(['c1', 'c2'], ['auditor', 'manager'], () => false, {
      secondPercent: 100,
      seed: 's',
      staysFree,
    });
    const twice = given.filter(({ reading }) => reading === 'second');
    expect(twice.map(({ childId }) => childId)).toEqual(['c1']);
  });

  it('share the work evenly when one case may be read by one of them alone', () => {
    for (const seed of Array.from({ length: 20 }, (_, index) => `seed ${index}`)) {
      const given = allocateReaders(
        ['anybody', 'only-a'],
        ['a', 'b'],
        (child, reader) => child === 'only-a' && reader === 'b',
        { secondPercent: 0, seed },
      );
      expect(new Set(given.map(({ readerId }) => readerId)).size, seed).toBe(2);
    }
  });

  it('share the work evenly when nobody is tied to anybody', () => {
    const children = Array.from({ length: 21 }, (_, index) => `c${index}`);
    const given = allocateReaders(children, ['a', 'b', 'c'], () => false, {
      secondPercent: 20,
      seed: 'x',
    });
    const loads = ['a', 'b', 'c'].map(
      (reader) => given.filter(({ readerId }) => readerId === reader).length,
    );
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    expect(given.filter(({ reading }) => reading === 'second')).toHaveLength(5);
    expect(secondReadings(10, 1)).toBe(1);
    expect(secondReadings(1000, 100)).toBe(1000);
    expect(secondReadings(1000, 0)).toBe(0);
  });
});
