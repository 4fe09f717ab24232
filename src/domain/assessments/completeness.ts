import type { FormFault } from '../form-fault.ts';
import {
  type ContingencyRow,
  contingencyNeeded,
  contingencyProblems,
} from '../safety/contingency.ts';
import { type SafetyLine, safetyLineProblems } from '../safety/safety-lines.ts';
import { type Answer, type Answers, askedQuestions, hasContent, valuesOf } from './answers.ts';
import { type JudgementId, judgements, type LevelId } from './levels.data.ts';
import type { LevelsByJudgement } from './levels.ts';
import { type IndicatorMark, suggestedLevel } from './suggestion.ts';
import { type Question, questionWithRole, type Template } from './template.ts';

/** A judgement as the practitioner left it; `overrideReason` matters when it departs from the suggestion. */
export type JudgementDraft = {
  level: LevelId | null;
  reason: string;
  suggested: LevelId | null;
  overrideReason: string;
};

/** Something a judgement rests on: a person, a document or an agency's answer. */
export type NamedSource = {
  judgement: JudgementId;
  name: string;
  use: 'used' | 'not-relevant' | 'no-reply';
};

export type AssessmentDraft = {
  template: Template;
  answers: Answers;
  indicators: Readonly<Record<string, IndicatorMark>>;
  judgements: Record<JudgementId, JudgementDraft>;
  sources: readonly NamedSource[];
  safetyRows: readonly SafetyLine[];
  contingencyRows: readonly ContingencyRow[];
};

/**
 * Everything that stands between a draft and its signature, in page order, in the words of an error summary.
 * Anchors: `answer-<question>`, `answer-<question>-comment`, `judgement-<id>-<part>`, `safety-…`, `contingency-…`.
 */
export function missingForSignature(draft: AssessmentDraft): FormFault[] {
  const asked = askedQuestions(draft.template, draft.answers);
  const needed = contingencyNeeded(levelsOf(draft), isExploitationSuspected(draft));
  return [
    ...asked.flatMap((question) => answerProblems(question, draft.answers[question.id])),
    ...judgements.flatMap(({ id }) => judgementProblems(id, draft)),
    ...safetyLineProblems(risksOf(draft.template, draft.answers), draft.safetyRows),
    ...contingencyProblems(needed, draft.contingencyRows),
  ];
}

/** The risks to the child and to others that the answers name, each of which needs a safety line. */
export function risksOf(template: Template, answers: Answers): string[] {
  return (['risks-to-child', 'risks-to-others'] as const).flatMap((role) => {
    const question = questionWithRole(template, role);
    return question ? valuesOf(answers[question.id]) : [];
  });
}

function answerProblems(question: Question, answer: Answer | undefined): FormFault[] {
  if (question.type === 'level') return [];
  const field = `answer-${question.id}`;
  const missing = question.missing ?? `Answer “${question.label}”`;
  if (question.commentRequired) {
    const isCommented = (answer?.comment ?? '').trim() !== '';
    return isCommented ? [] : [{ field: `${field}-comment`, message: missing }];
  }
  if (!answer || answer.state === 'answered') {
    return question.required && !hasContent(answer) ? [{ field, message: missing }] : [];
  }
  if (answer.reason.trim() === '') {
    return [{ field, message: `Enter why there is no answer to “${question.label}”` }];
  }
  // "Not asked" with a reason is honest about a conversation; about a fact it is work not done.
  const isConversation = question.role === 'childs-words' || question.role === 'parents-words';
  const isUndone = answer.state === 'not-asked' && question.required && !isConversation;
  return isUndone ? [{ field, message: missing }] : [];
}

function judgementProblems(id: JudgementId, draft: AssessmentDraft): FormFault[] {
  const { level, reason, suggested, overrideReason } = draft.judgements[id];
  const about = judgements.find((row) => row.id === id)?.inSentence ?? id;
  const problems: FormFault[] = [];
  const add = (part: string, message: string) =>
    problems.push({ field: `judgement-${id}-${part}`, message });
  // "Not known" is a mark too: what counts is that each sign was thought about.
  if (suggestedLevel(id, draft.indicators) === null) {
    add('signs', `Mark every sign for ${about}: present, not present or not known`);
  }
  if (level === null) add('level', `Select a level for ${about}`);
  if (reason.trim() === '') add('reason', `Enter your reasons for ${about}`);
  const isOverride = level !== null && suggested !== null && level !== suggested;
  if (isOverride && overrideReason.trim() === '') {
    add('override-reason', `Enter why you differ from the suggested level for ${about}`);
  }
  const used = draft.sources.filter((source) => source.judgement === id && source.use === 'used');
  if (used.length === 0) add('sources', `Enter at least one source that you used for ${about}`);
  if (used.some(({ name }) => name.trim() === '')) {
    add('sources', `Enter who or what each source was that you marked as used for ${about}`);
  }
  return problems;
}

function levelsOf(draft: AssessmentDraft): Partial<LevelsByJudgement> {
  return Object.fromEntries(
    judgements.flatMap(({ id }) => {
      const { level } = draft.judgements[id];
      return level === null ? [] : [[id, level]];
    }),
  );
}

/** Only a "yes" asks for a contingency; "unknown" already asks the assessor for the signs. */
function isExploitationSuspected({ template, answers }: AssessmentDraft): boolean {
  const question = questionWithRole(template, 'exploitation');
  if (!question) return false;
  return valuesOf(answers[question.id]).some((value) => value === 'yes');
}
