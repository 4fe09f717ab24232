import { askedQuestions, hasContent } from '../../../domain/assessments/answers.ts';
import { antecedentLines } from '../../../domain/assessments/antecedents.ts';
import { balanceOf } from '../../../domain/assessments/balance.ts';
import type { Content } from '../../../domain/assessments/content.ts';
import { writtenSections } from '../../../domain/assessments/progress.ts';
import { questionWithRole, type Section } from '../../../domain/assessments/template.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import type { OpenAssessment } from '../assessment.queries.ts';
import { antecedentsOf, recordBeside } from './record.queries.ts';
import { saveContent } from './save-content.ts';
import { SectionPage } from './section.view.tsx';
import { readSectionForm, storedText } from './section-form.ts';
import { afterSave, type Refused, refusedOf, versionRead, writingRoutes } from './writing.ts';

/** One part of the assessment's questions: an unfinished answer is kept as it is. */
export const sectionRoutes: readonly Route[] = writingRoutes(
  urls.assessments.section(':childId', ':assessmentId', ':section'),
  (context, open) => {
    const section = sectionOf(open, context.param('section'));
    return section ? draw(context, open, section) : context.notFound();
  },
  (context, open) => {
    const section = sectionOf(open, context.param('section'));
    return section ? save(context, open, section) : context.notFound();
  },
);

const sectionOf = (open: OpenAssessment, id: string): Section | undefined =>
  writtenSections(open.template).find((section) => section.id === id);

const askedIn = (open: OpenAssessment, content: Content, section: Section) =>
  askedQuestions(open.template, content.answers).filter(
    (question) =>
      question.type !== 'level' && section.questions.some(({ id }) => id === question.id),
  );

async function draw(
  context: ChildContext,
  open: OpenAssessment,
  section: Section,
  refused?: Refused,
): Promise<Response> {
  const { tx, page } = context;
  const questions = askedIn(open, open.content, section);
  const stored = storedText(questions, open.content);
  const sections = writtenSections(open.template);
  const view = SectionPage({
    context,
    open,
    section,
    questions,
    place: { number: sections.indexOf(section) + 1, of: sections.length },
    text: { ...stored, ...refused?.typed },
    version: refused?.version ?? open.version,
    errors: refused?.errors ?? [],
    balance: balanceOf(open.template, open.content.answers),
    record: await recordBeside(tx, open),
    newLines: await linesToAdd(tx, open, section),
  });
  return page(view, refused ? 422 : 200);
}

async function linesToAdd(
  tx: ChildContext['tx'],
  open: OpenAssessment,
  section: Section,
): Promise<string[]> {
  const question = questionWithRole(open.template, 'antecedents');
  if (!question || !section.questions.some(({ id }) => id === question.id)) return [];
  const said = open.content.answers[question.id];
  const known = said?.state === 'answered' ? [said.value].flat() : [];
  return antecedentLines(await antecedentsOf(tx, open.childId)).filter(
    (line) => !known.includes(line),
  );
}

async function save(
  context: ChildContext,
  open: OpenAssessment,
  section: Section,
): Promise<Response> {
  const { tx, actor, form } = context;
  const posted = await form();
  const { errors, change } = readSectionForm(section.questions, posted);
  if (errors.length > 0) {
    return draw(context, open, section, refusedOf(open, posted, errors));
  }
  const added = posted.text('do') === 'add-lines' ? await linesToAdd(tx, open, section) : [];
  const result = await saveContent(tx, actor, open, {
    version: versionRead(open, posted),
    change: (content) => withLines(open, change(content), added),
    event: 'save',
  });
  const content = result.kind === 'saved' || result.kind === 'unchanged' ? result.content : null;
  return afterSave(context, open, result, {
    next: nextPage(context, open, section, content, posted.text('do')),
    saved: `Saved: ${section.title}`,
  });
}

function withLines(open: OpenAssessment, content: Content, lines: readonly string[]): Content {
  const question = questionWithRole(open.template, 'antecedents');
  if (!question || lines.length === 0) return content;
  const said = content.answers[question.id];
  const known = said?.state === 'answered' ? [said.value].flat() : [];
  const comment = said?.comment ?? '';
  const value = [...known, ...lines];
  return {
    ...content,
    answers: { ...content.answers, [question.id]: { state: 'answered', value, comment } },
  };
}

/** On to the next part, unless an answer has opened a question on this one. */
function nextPage(
  { child }: ChildContext,
  open: OpenAssessment,
  section: Section,
  content: Content | null,
  wish: string,
): string {
  const { assessments } = urls;
  const before = askedIn(open, open.content, section);
  const opened = content
    ? askedIn(open, content, section).find(
        ({ id }) => !before.some((q) => q.id === id) && !hasContent(content.answers[id]),
      )
    : undefined;
  const here = assessments.section(child.id, open.id, section.id);
  if (opened) return `${here}#answer-${opened.id}`;
  if (wish === 'keep' || wish === 'add-lines') return here;
  if (wish === 'list') return assessments.one(child.id, open.id);
  const sections = writtenSections(open.template);
  const next = sections[sections.indexOf(section) + 1];
  return next
    ? assessments.section(child.id, open.id, next.id)
    : assessments.judgements(child.id, open.id);
}
