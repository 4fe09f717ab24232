import { expect, test } from 'vitest';
import { concordanceOf } from './concordance.ts';
import { changesOf, type Fact, keptFacts, shownFacts } from './facts.ts';
import { isWritten, whyLookAgain } from './report.ts';
import { factBlocks, reportDocument } from './report-document.ts';

const fact = (more: Partial<Fact>): Fact => ({
  key: 'charge-1',
  of: 'charges',
  label: 'Theft from shop',
  words: 'Plea: guilty',
  on: '2026-09-01',
  mark: 'a',
  ...more,
});
const charge = fact({});
const victim = fact({
  key: 'victim-1',
  of: 'victim-voice',
  label: 'Victim A',
  words: 'I want the bicycle mended',
});
const contacts = fact({ key: 'order-1', of: 'contacts', label: 'Kept 3 of 4' });

test('of a person harmed no word is kept with a report, and a reader gets it while the person agrees to the same words', () => {
  const kept = keptFacts([charge, victim], [{ facts: ['victim-voice'] }]);
  expect(kept.map(({ words }) => words)).toEqual(['Plea: guilty', null]);
  expect(shownFacts(kept, [charge, victim])).toEqual([charge, victim]);
  expect(shownFacts(kept, [{ ...victim, mark: 'b', words: 'Less' }])[1]?.words).toBeNull();
  expect(shownFacts(kept, [])[1]?.words).toBeNull();
});

test('a report keeps the charges whatever its headings name, and of the rest what they name', () => {
  const judged = fact({ key: 'judged', of: 'judgements' });
  expect(keptFacts([charge, judged], [{ facts: [] }])).toEqual([charge]);
  expect(keptFacts([charge, judged], [{ facts: ['judgements'] }])).toEqual([charge, judged]);
});

test.each<[string, readonly Fact[], readonly string[]]>([
  ['nothing changed', [charge, contacts], []],
  [
    'a plea changed',
    [{ ...charge, mark: 'b' }, contacts],
    ['Charges: Theft from shop has changed'],
  ],
  ['a charge went', [contacts], ['Charges: Theft from shop no longer stands as it was']],
  [
    'a charge came',
    [charge, contacts, fact({ key: 'charge-2', label: 'Affray' })],
    ['Charges: Affray is new'],
  ],
  [
    'an offence came',
    [charge, contacts, fact({ key: 'offence-2', of: 'offences', label: 'Affray' })],
    ['Offences: Affray is new'],
  ],
  ['one more contact was kept', [charge, { ...contacts, mark: 'b' }], []],
  [
    'a judgement was made that this report says nothing of',
    [charge, contacts, fact({ key: 'j', of: 'judgements' })],
    [],
  ],
])('what a report stands on: %s', (_what, now, says) => {
  expect(changesOf([charge, contacts], now)).toEqual(says);
});

test('a report is good until its last day, and from the next on it is looked at again', () => {
  const approved = { approvedOn: '2026-06-01', goodUntil: '2026-09-01', kept: [charge] };
  expect(whyLookAgain(approved, [charge], '2026-09-01')).toEqual([]);
  expect(whyLookAgain(approved, [charge], '2026-09-02')).toEqual([
    'It was approved on 1 June 2026, and was good until 1 September 2026',
  ]);
});

test('words are changed while a report is written or came back, and not while a manager has it', () => {
  expect(
    (['writing', 'returned', 'sent', 'approved', 'not-needed'] as const).filter((status) =>
      isWritten({ status }),
    ),
  ).toEqual(['writing', 'returned']);
});

const proposed = { proposal: ['youth-rehabilitation-order'], alternatives: ['referral-order'] };
test.each([
  [['youth-rehabilitation-order', 'surcharge'], 'as-proposed'],
  [['referral-order'], 'alternative'],
  [['detention-training-order'], 'otherwise'],
  [[], null],
])('a proposal beside %j is %s', (did, says) => {
  expect(concordanceOf(proposed, did)).toBe(says);
});

test('where nothing was proposed nothing is compared', () => {
  expect(concordanceOf({ proposal: [], alternatives: [] }, ['fine'])).toBeNull();
});

test('a report says what was chosen, what was written and what the record tells, each fact with its day', () => {
  const document = reportDocument(
    { title: 'Pre-sentence report', opening: [] },
    [
      {
        code: 'matter',
        label: 'The matter',
        facts: ['charges'],
        asks: 'proposal',
        words: 'It began at the shop.\n\nThen more.',
        chosen: [{ code: 'fine', label: 'Fine' }],
      },
      { code: 'life', label: 'Life', facts: [], asks: '', words: null, chosen: [] },
    ],
    [charge],
  );
  expect(document.sections.map(({ blocks }) => blocks)).toEqual([
    [
      { kind: 'paragraph', text: 'Proposed: Fine.' },
      { kind: 'paragraph', text: 'It began at the shop.' },
      { kind: 'paragraph', text: 'Then more.' },
      { kind: 'paragraph', text: 'Charges, from the record:' },
      { kind: 'bullets', items: ['Theft from shop: Plea: guilty (1 September 2026)'] },
    ],
    [{ kind: 'paragraph', text: 'Not written yet.' }],
  ]);
  expect(factBlocks([], ['orders'])).toEqual([
    { kind: 'paragraph', text: 'Orders of the court, from the record: nothing.' },
  ]);
});
