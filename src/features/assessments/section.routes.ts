import { askedQuestions, hasContent } from '../../domain/assessments/answers.ts';
import { antecedentLines } from '../../domain/assessments/antecedents.ts';
import { balanceOf } from '../../domain/assessments/balance.ts';
import type { Content } from '../../domain/assessments/content.ts';
import { writtenSections } from '../../domain/assessments/progress.ts';
import { questionWithRole, type Section } from '../../domain/assessments/template.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { FormError } from '../../platform/http/parse-form.ts';
import { versionOf } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import type { OpenAssessment } from './assessment.queries.ts';
import { antecedentsOf, recordBeside } from './record.queries.ts';
import { saveContent } from './save-content.ts';
import { SectionPage } from './section.view.tsx';
import { readSectionForm, storedText } from './section-form.ts';
import { afterSave, writing } from './writing.ts';

const path = urls.assessments.section(':childId', ':assessmentId', ':section');

export const sectionRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path,
    permission: 'assessment.write',
    audit: 'view',
    handle: (context) =>
      writing(context, (open) => {
        const section = sectionOf(open, context.param('section'));
        return section ? draw(context, open, section) : context.notFound();
      }),
  }),
  childRoute({
    method: 'post',
    path,
    permission: 'assessment.write',
    audit: 'change',
    handle: (context) =>
      writing(context, (open) => {
        const section = sectionOf(open, context.param('section'));
        return section ? save(context, open, section) : context.notFound();
      }),
  }),
];

const sectionOf = (open: OpenAssessment, id: string): Section | undefined =>
  writtenSections(open.template).find((section) => section.id === id);

const askedIn = (open: OpenAssessment, content: Content, section: Section) =>
  askedQuestions(open.template, content.answers).filter(
    (question) =>
      question.type !== 'level' && section.questions.some(({ id }) => id === question.id),
  );

/** Draws the page; after a refused save with what was typed. */
async function draw(
  { tx, child, shell, today, page }: ChildContext,
  open: OpenAssessment,
  section: Section,
  refused?: {
    readonly errors: readonly FormError[];
    readonly typed: Readonly<Record<string, string | string[]>>;
    readonly version: number;
  },
): Promise<Response> {
  const questions = askedIn(open, open.content, section);
  const stored = storedText(questions, open.content);
  const sections = writtenSections(open.template);
  const view = SectionPage({
    shell,
    child,
    today,
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
  const version = versionOf(posted.text('version')) || open.version;
  const { errors, change } = readSectionForm(section.questions, posted);
  if (errors.length > 0) {
    return draw(context, open, section, { errors, typed: posted.values, version });
  }
  const added = posted.text('do') === 'add-lines' ? await linesToAdd(tx, open, section) : [];
  const result = await saveContent(tx, actor, open, {
    version,
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
