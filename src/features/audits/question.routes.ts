import { type AuditQuestion, questionsFor } from '../../domain/audits/audit-questions.ts';
import type { RecordItem } from '../../domain/audits/record-items.data.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { FormError } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import type { TwoVersions } from '../../ui/layout/conflict.tsx';
import type { Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { answerWords } from './audit-words.ts';
import { questionsOf } from './framework-of.ts';
import { isBeingRead, judgementOf, noLongerFree } from './judgements.ts';
import { QuestionPage } from './question.view.tsx';
import { type JudgementInput, judgementInput } from './question-form.ts';
import { type Judgement, ownReading, type Reading, recordItems } from './reading.queries.ts';
import { saveJudgement } from './save-judgement.ts';

export const questionRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.audits.question(':childId', ':readingId', ':questionId'),
    permission: 'audit.read',
    audit: 'view',
    handle: async (context) => {
      const found = await opened(context);
      if (!found) return context.notFound();
      return draw(context, found, await itemsOf(context), {}, []);
    },
  }),
  childRoute({
    method: 'post',
    path: urls.audits.question(':childId', ':readingId', ':questionId'),
    permission: 'audit.read',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, redirect } = context;
      const found = await opened(context);
      if (!found) return context.notFound();
      const { reading, question, next } = found;
      const form = await context.form();
      const items = await itemsOf(context);
      const tied = noLongerFree(reading);
      if (tied)
        return draw(context, found, items, form.values, [{ field: 'answer', message: tied }], 422);
      const parsed = judgementInput(form, question, items);
      if (!parsed.ok) return draw(context, found, items, form.values, parsed.errors, 422);
      const saved = await saveJudgement(tx, actor, reading, child.id, question.id, parsed.value);
      if (saved.kind === 'moved-on')
        return draw(
          context,
          found,
          items,
          form.values,
          [],
          409,
          beside(found.judgement, parsed.value),
        );
      return redirect(
        next && form.text('step') === 'next'
          ? urls.audits.question(child.id, reading.id, next.id)
          : urls.audits.reading(child.id, reading.id),
        'Saved: your judgement',
      );
    },
  }),
];

type Opened = {
  readonly reading: Reading;
  readonly question: AuditQuestion;
  readonly next: AuditQuestion | undefined;
  readonly judgement: Judgement | undefined;
};

async function opened({ tx, actor, child, param }: ChildContext): Promise<Opened | undefined> {
  const reading = await ownReading(tx, actor, child.id, param('readingId'));
  if (!reading || !isBeingRead(reading)) return undefined;
  const asked = questionsFor(questionsOf(reading), reading.tier);
  const index = asked.findIndex(({ id }) => id === param('questionId'));
  const question = asked[index];
  return question
    ? { reading, question, next: asked[index + 1], judgement: judgementOf(reading, question.id) }
    : undefined;
}

const itemsOf = ({ tx, actor, child }: ChildContext) => recordItems(tx, actor.serviceId, child.id);

const beside = (theirs: Judgement | undefined, yours: JudgementInput): TwoVersions[] => [
  {
    label: 'Judgement',
    theirs: theirs ? (answerWords[theirs.answer] ?? theirs.answer) : null,
    yours: answerWords[yours.answer] ?? yours.answer,
  },
  { label: 'Why', theirs: theirs?.reason ?? null, yours: yours.reason },
];

const draw = (
  { shell, child, today, page }: ChildContext,
  { reading, question, next, judgement }: Opened,
  items: readonly RecordItem[],
  typed: Typed,
  errors: readonly FormError[],
  status: 200 | 409 | 422 = 200,
  conflict: readonly TwoVersions[] = [],
) =>
  page(
    QuestionPage({
      shell,
      child,
      today,
      reading,
      question,
      hasNext: next !== undefined,
      judgement,
      items,
      typed,
      errors,
      conflict,
    }),
    status,
  );
