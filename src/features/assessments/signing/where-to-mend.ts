import type { Content } from '../../../domain/assessments/content.ts';
import { isAbout } from '../../../domain/assessments/progress.ts';
import type { Template } from '../../../domain/assessments/template.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import { urls } from '../../../urls.ts';

export type Mend = { readonly text: string; readonly href: string };

type Place = {
  readonly childId: string;
  readonly id: string;
  readonly template: Template;
  readonly content: Content;
};

/** The page and the box where a missing thing is put right. */
export function whereToMend(place: Place, problem: FormFault): Mend {
  return { text: problem.message, href: hrefOf(place, problem) };
}

function hrefOf({ childId, id, template, content }: Place, problem: FormFault): string {
  const { field } = problem;
  const { assessments } = urls;
  const section = template.sections.find((each) =>
    each.questions.some((question) => isAbout(problem, question.id)),
  );
  if (section) return `${assessments.section(childId, id, section.id)}#${field}`;
  const judgement = field.match(/^judgement-(likelihood|safety|harm)-/)?.[1];
  if (judgement) return `${assessments.judgement(childId, id, judgement)}#${field}`;
  const [, kind, index = '', part = ''] = field.match(/^(safety|contingency)-(\d+)-(.+)$/) ?? [];
  const line = kind === 'safety' ? content.safetyRows[Number(index)] : undefined;
  if (line) return `${assessments.safetyLine(childId, id, line.id)}#${part}`;
  const row = kind === 'contingency' ? content.contingencyRows[Number(index)] : undefined;
  if (row) return `${assessments.contingency(childId, id, row.id)}#${part}`;
  return `${assessments.safety(childId, id)}#${field}`;
}
