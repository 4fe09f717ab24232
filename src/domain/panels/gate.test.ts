import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GateFacts, gateProblems, gateResult } from './gate.ts';

const ready: GateFacts = {
  assessment: 'signed',
  childMetOn: '2026-10-01',
  parentMetOn: '2026-10-01',
  hasNoParentToMeet: false,
  victims: [{ state: 'wishes-given', reason: '' }],
  agenciesToAsk: ['Police', 'Health'],
  requests: [
    { agency: 'Police', state: 'answered', mark: 'used' },
    { agency: 'Health', state: 'asked', mark: null },
  ],
};
const bare: GateFacts = {
  assessment: 'none',
  childMetOn: null,
  parentMetOn: null,
  hasNoParentToMeet: false,
  victims: [{ state: 'not-asked', reason: '' }],
  agenciesToAsk: ['Police', 'Health'],
  requests: [{ agency: 'Health', state: 'answered', mark: null }],
};
const sentences = (facts: Partial<GateFacts>) =>
  gateProblems({ ...ready, ...facts }).map((problem) => problem.sentence);

describe('before a panel decides about a child', () => {
  test('the work is done: the gate is met', () => {
    expect(gateResult(ready, [])).toEqual({ kind: 'met', open: [], excepted: [] });
  });

  test('nothing is done: every requirement says so', () => {
    expect(gateProblems(bare).map((problem) => problem.sentence)).toEqual([
      'There is no assessment yet',
      'Nobody has met the child yet',
      'Nobody has met a parent or carer yet',
      'One victim’s wishes are not known and no reason is given',
      'Not yet asked for information: Police',
      'Answers that nobody has marked as used or not relevant: Health',
    ]);
  });

  test('an assessment that waits for its countersignature is not signed', () => {
    expect(sentences({ assessment: 'submitted' })).toEqual([
      'The assessment is waiting for a manager’s signature',
    ]);
  });

  test('a victim who wants no contact has been heard', () => {
    expect(sentences({ victims: [{ state: 'does-not-want-contact', reason: '' }] })).toEqual([]);
  });

  test('a victim who could not be traced is no gap when the reason is written', () => {
    expect(
      sentences({ victims: [{ state: 'not-traced', reason: 'Police hold no address' }] }),
    ).toEqual([]);
    expect(sentences({ victims: bare.victims.concat(bare.victims) })).toEqual([
      '2 victims’ wishes are not known and no reason is given',
    ]);
  });

  test('an offence with no victim needs no wishes', () => {
    expect(sentences({ victims: [] })).toEqual([]);
  });

  test('a partner who was asked and has not replied does not shut the gate', () => {
    expect(sentences({})).toEqual([]);
  });

  test('a child who lives alone has no parent to meet', () => {
    expect(sentences({ parentMetOn: null, hasNoParentToMeet: true })).toEqual([]);
  });
});

describe('passing the gate by exception', () => {
  const notMet = { ...ready, childMetOn: null };

  test('one reasoned exception opens one requirement, and is kept to be counted', () => {
    const result = gateResult(notMet, [
      { requirement: 'child-met', reason: 'Kit is in hospital until after the panel' },
    ]);
    expect(result.kind).toBe('passed-by-exception');
    expect(result.excepted.map((row) => row.id)).toEqual(['child-met']);
  });

  test('an exception without a real reason does not count', () => {
    for (const reason of ['', '   ', 'n/a']) {
      expect(gateResult(notMet, [{ requirement: 'child-met', reason }]).kind).toBe('shut');
    }
  });

  test('an exception for one requirement does not open another', () => {
    const reason = 'Kit is in hospital until after the panel';
    expect(gateResult(notMet, [{ requirement: 'parent-met', reason }]).kind).toBe('shut');
  });

  test('an exception that turned out not to be needed is not counted', () => {
    const reason = 'Kit is in hospital until after the panel';
    expect(gateResult(ready, [{ requirement: 'child-met', reason }])).toMatchObject({
      kind: 'met',
      excepted: [],
    });
  });
});

test('the gate opens only when each unmet requirement has its own exception', () => {
  const ids = gateProblems(bare).map((problem) => problem.id);
  fc.assert(
    fc.property(fc.subarray(ids), (covered) => {
      const exceptions = covered.map((requirement) => ({ requirement, reason: 'A good reason' }));
      const result = gateResult(bare, exceptions);
      expect(result.open.length + result.excepted.length).toBe(ids.length);
      expect(result.kind === 'shut').toBe(covered.length < ids.length);
    }),
  );
});

test('ten letters are a reason, nine are not, and spaces are no letters', () => {
  const notMet = { ...ready, childMetOn: null };
  const passed = (reason: string) => gateResult(notMet, [{ requirement: 'child-met', reason }]);
  expect(passed('In custody').kind).toBe('passed-by-exception');
  expect(passed('  Custody  ').kind).toBe('shut');
  expect(passed(' In custody ').excepted[0]?.reason).toBe('In custody');
});

test.each([
  ['draft', 'The assessment is still a draft'],
  ['returned', 'The assessment was returned and has not been signed'],
] as const)('an assessment that is %s is not signed', (assessment, sentence) => {
  expect(sentences({ assessment })).toEqual([sentence]);
});

test('every agency not asked and every answer not weighed is named', () => {
  expect(sentences({ requests: [] })).toEqual(['Not yet asked for information: Police, Health']);
  const unmarked = (agency: string) => ({ agency, state: 'answered' as const, mark: null });
  expect(sentences({ requests: [unmarked('Police'), unmarked('Health')] })).toEqual([
    'Answers that nobody has marked as used or not relevant: Police, Health',
  ]);
  expect(
    sentences({
      requests: [{ ...unmarked('Police'), state: 'nothing-known' }, unmarked('Health')],
    }),
  ).toHaveLength(1);
});

test('a victim not traced without a reason is a gap, and one parent met is enough', () => {
  expect(sentences({ victims: [{ state: 'not-traced', reason: ' ' }] })).toHaveLength(1);
  expect(sentences({ parentMetOn: null })).toEqual(['Nobody has met a parent or carer yet']);
});
