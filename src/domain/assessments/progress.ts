import type { FormFault } from '../form-fault.ts';
import { askedQuestions } from './answers.ts';
import { missingForSignature } from './completeness.ts';
import { type Content, draftOf } from './content.ts';
import type { JudgementId } from './levels.data.ts';
import type { Section, Template } from './template.ts';

export type Progress = { done: number; total: number };

/** Sections that have a page of their own: those that ask more than a judgement. */
export function writtenSections(template: Template): Section[] {
  return template.sections.filter(({ questions }) => questions.some((q) => q.type !== 'level'));
}

/** How many of a section's questions are ready to be signed; hidden questions are not counted. */
export function sectionProgress(template: Template, content: Content, section: Section): Progress {
  const problems = missingForSignature(draftOf(template, content));
  const asked = askedQuestions(template, content.answers).filter(
    (question) =>
      question.type !== 'level' && section.questions.some((own) => own.id === question.id),
  );
  const done = asked.filter(({ id, commentRequired }) => {
    const answer = content.answers[id];
    const isBegun = answer !== undefined || commentRequired !== true;
    return isBegun && !problems.some((problem) => isAbout(problem, id));
  });
  return { done: done.length, total: asked.length };
}

/** Whether a judgement lacks nothing: signs, level, reasons, sources. */
export function isJudged(template: Template, content: Content, id: JudgementId): boolean {
  const problems = missingForSignature(draftOf(template, content));
  return !problems.some((problem) => problem.field.startsWith(`judgement-${id}-`));
}

/** Whether a missing thing is about this question. */
export function isAbout(problem: FormFault, question: string): boolean {
  return problem.field === `answer-${question}` || problem.field === `answer-${question}-comment`;
}
