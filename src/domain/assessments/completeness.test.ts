import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from './answers.ts';
import { type AssessmentDraft, missingForSignature } from './completeness.ts';
import { indicators } from './indicators.data.ts';
import type { JudgementId, LevelId } from './levels.data.ts';
import { foothold, fullyAnswered } from './template.fixture.ts';
import { questionsOf } from './template.ts';

const judged = (level: LevelId) => ({
  level,
  reason: 'Kit has had no police contact since May.',
  suggested: level,
  overrideReason: '',
});
const none = { state: 'not-applicable', reason: 'Asked school, Nan and police: no risk known' };
const complete: AssessmentDraft = {
  template: foothold,
  answers: {
    ...fullyAnswered(),
    'risks-to-child': none as Answer,
    'risks-to-others': none as Answer,
  },
  indicators: Object.fromEntries(indicators.map(({ id }) => [id, 'absent' as const])),
  judgements: {
    likelihood: judged('low'),
    safety: judged('low'),
    harm: judged('low'),
  },
  sources: (['likelihood', 'safety', 'harm'] as const).map((judgement) => ({
    judgement,
    name: 'Kit’s head of year',
    use: 'used',
  })),
  safetyRows: [],
  contingencyRows: [],
};
const messages = (draft: AssessmentDraft) => missingForSignature(draft).map((p) => p.message);
const withAnswer = (id: string, answer: Answer): AssessmentDraft => ({
  ...complete,
  answers: { ...complete.answers, [id]: answer },
});
const withLevel = (id: JudgementId, level: LevelId): AssessmentDraft => ({
  ...complete,
  judgements: { ...complete.judgements, [id]: judged(level) },
});

describe('an assessment may be signed', () => {
  test('when everything asked is answered and no level calls for more', () => {
    expect(missingForSignature(complete)).toEqual([]);
  });

  test('when a fact is not known and the reason is given', () => {
    const draft = withAnswer('money', { state: 'unknown', reason: 'Kit would not say' });
    expect(missingForSignature(draft)).toEqual([]);
  });

  test('when the child could not be asked and the reason is given', () => {
    const draft = withAnswer('childs-words', { state: 'not-asked', reason: 'Kit is in hospital' });
    expect(missingForSignature(draft)).toEqual([]);
  });
});

describe('an assessment may not be signed', () => {
  test('without the child’s words or a reason', () => {
    const silent = withAnswer('childs-words', { state: 'not-asked', reason: ' ' });
    expect(messages(silent)).toEqual(['Enter why there is no answer to “What the child says”']);
    const { 'childs-words': _, ...rest } = complete.answers;
    expect(missingForSignature({ ...complete, answers: rest })).toEqual([
      {
        field: 'answer-childs-words',
        message: 'Enter what the child said, or why you could not ask',
      },
    ]);
  });

  test('when antecedents stand as the record filled them in', () => {
    const draft = withAnswer('antecedents', { state: 'answered', value: ['Theft, March'] });
    expect(missingForSignature(draft)).toEqual([
      { field: 'answer-antecedents-comment', message: 'Enter your comment on what came before' },
    ]);
  });

  test('when a fact was simply not asked', () => {
    const draft = withAnswer('home', { state: 'not-asked', reason: 'ran out of time' });
    expect(messages(draft)).toEqual(['Enter where the child sleeps and who is there']);
  });

  test('when a text is only spaces', () => {
    expect(messages(withAnswer('home', { state: 'answered', value: '  \n' }))).toHaveLength(1);
  });

  test('without a level, reasons and a source for each judgement', () => {
    const empty = { level: null, reason: '', suggested: null, overrideReason: '' };
    const draft = {
      ...complete,
      judgements: { ...complete.judgements, harm: empty },
      sources: complete.sources.filter((source) => source.judgement !== 'harm'),
    };
    expect(missingForSignature(draft)).toEqual([
      {
        field: 'judgement-harm-level',
        message: 'Select a level for the risk to other people',
      },
      {
        field: 'judgement-harm-reason',
        message: 'Enter your reasons for the risk to other people',
      },
      {
        field: 'judgement-harm-sources',
        message: 'Enter at least one source that you used for the risk to other people',
      },
    ]);
  });

  test('before every sign is marked; not known is a mark too', () => {
    const { 'harm-now': _, ...marked } = complete.indicators;
    expect(missingForSignature({ ...complete, indicators: marked })).toEqual([
      {
        field: 'judgement-harm-signs',
        message: 'Mark every sign for the risk to other people: present, not present or not known',
      },
    ]);
    const notKnown = { ...marked, 'harm-now': 'unknown' as const };
    expect(missingForSignature({ ...complete, indicators: notKnown })).toEqual([]);
  });

  test('when a source is marked as used and nobody can tell who it was', () => {
    const nameless = { judgement: 'safety', name: ' ', use: 'used' } as const;
    expect(missingForSignature({ ...complete, sources: [...complete.sources, nameless] })).toEqual([
      {
        field: 'judgement-safety-sources',
        message:
          'Enter who or what each source was that you marked as used for the child’s safety and wellbeing',
      },
    ]);
  });

  test('when the only source was asked and never replied', () => {
    const sources = complete.sources.map((source) => ({ ...source, use: 'no-reply' as const }));
    expect(missingForSignature({ ...complete, sources })).toHaveLength(3);
  });

  test('when a level differs from the suggestion and nobody says why', () => {
    const draft: AssessmentDraft = {
      ...complete,
      judgements: {
        ...complete.judgements,
        likelihood: { ...judged('low'), suggested: 'high' },
      },
    };
    expect(messages(draft)).toEqual([
      'Enter why you differ from the suggested level for the likelihood of further offending',
    ]);
  });

  test('when the child’s safety is medium and nothing is agreed for a change', () => {
    expect(missingForSignature(withLevel('safety', 'medium'))).toEqual([
      {
        field: 'contingency-safety',
        message: 'Add what will be done if things change for the child’s safety',
      },
    ]);
  });

  test('when a contingency says if and then but not who, when or whom to tell', () => {
    const row = {
      about: 'harm',
      trigger: 'Kit is seen near the shop',
      action: 'Ring Nan',
    } as const;
    const draft = {
      ...withLevel('harm', 'high'),
      contingencyRows: [{ ...row, who: '', within: '', tell: '' }],
    };
    expect(missingForSignature(draft).map((problem) => problem.field)).toEqual([
      'contingency-0-who',
      'contingency-0-within',
      'contingency-0-tell',
    ]);
  });

  test('when exploitation is suspected, whatever the levels', () => {
    const draft = withAnswer('exploitation-concern', { state: 'answered', value: 'yes' });
    expect(messages(draft)).toEqual(['Add what will be done if things change for exploitation']);
  });

  test('when a risk has no safety line; capitals and spaces do not matter', () => {
    const value = ['Owes money to  older boys', 'Sleeps out'];
    const draft = withAnswer('risks-to-child', { state: 'answered', value });
    const line = { control: 'Debt worker', who: 'Sam', agency: 'YJS', reviewOn: '2026-11-02' };
    const covered = {
      ...draft,
      safetyRows: [{ ...line, risk: 'owes money to older boys' }],
    };
    expect(messages(covered)).toEqual(['Add what will be done about the risk “Sleeps out”']);
  });
});

test('likelihood of further offending alone never asks for a contingency', () => {
  expect(missingForSignature(withLevel('likelihood', 'very-high'))).toEqual([]);
});

test('leaving out any one required answer is always noticed', () => {
  const required = questionsOf(foothold).filter(
    (q) => q.required && q.type !== 'level' && q.condition === undefined,
  );
  fc.assert(
    fc.property(fc.constantFrom(...required), (question) => {
      const { [question.id]: _, ...answers } = complete.answers;
      const anchors = missingForSignature({ ...complete, answers }).map((p) => p.field);
      expect(anchors.some((field) => field.startsWith(`answer-${question.id}`))).toBe(true);
    }),
  );
});
