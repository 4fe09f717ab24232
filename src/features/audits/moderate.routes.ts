import { z } from 'zod';
import { type AuditQuestion, questionsFor } from '../../domain/audits/audit-questions.ts';
import { ownConflicts } from '../../domain/audits/conflicts.data.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import {
  type FormError,
  parseForm,
  requiredChoice,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import type { TwoVersions } from '../../ui/layout/conflict.tsx';
import type { Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { answerWords } from './audit-words.ts';
import { shareFeedback } from './finish-reading.ts';
import { questionsOf } from './framework-of.ts';
import { type ReadCase, readCase } from './moderate.queries.ts';
import { ModeratePage } from './moderate.view.tsx';
import { differing } from './question-beside.view.tsx';
import { saveModeration } from './save-moderation.ts';

export const moderateRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.audits.moderate(':childId', ':caseId'),
    tab: { under: urls.oversight.entries(':childId') },
    permission: 'audit.manage',
    audit: 'view',
    handle: async (context) => {
      const found = await opened(context);
      if (!found) return context.notFound();
      return draw(context, found, {}, []);
    },
  }),
  childRoute({
    method: 'post',
    path: urls.audits.moderate(':childId', ':caseId'),
    permission: 'audit.manage',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, redirect } = context;
      const found = await opened(context);
      if (!found || !mayModerate(context, found)) return context.notFound();
      const form = await context.form();
      const question = differing(found, questionsFor(questionsOf(found), found.tier)).find(
        ({ id }) => id === form.text('question'),
      );
      if (!question)
        return draw(
          context,
          found,
          form.values,
          [{ field: 'question', message: 'Choose a question on which the readers differ' }],
          422,
        );
      const parsed = parseForm(schemaOf(question), form);
      if (!parsed.ok) return draw(context, found, form.values, parsed.errors, 422);
      const before = found.moderations.find(({ keyQuestion }) => keyQuestion === question.id);
      const saved = await saveModeration(
        tx,
        actor,
        found,
        child.id,
        question.id,
        before,
        parsed.value,
        today,
      );
      if (saved.kind === 'moved-on')
        return draw(context, found, form.values, [], 409, [
          {
            label: 'Agreed judgement',
            theirs: before ? (answerWords[before.answer] ?? before.answer) : null,
            yours: answerWords[parsed.value.answer] ?? parsed.value.answer,
          },
          { label: 'Why', theirs: before?.reason ?? null, yours: parsed.value.reason },
        ]);
      const isShared = await shareFeedback(tx, found.id);
      return redirect(
        urls.audits.moderate(child.id, found.id),
        isShared
          ? 'Saved: nothing is left to settle, and what was found waits for the worker’s supervision'
          : 'Saved: the agreed judgement',
      );
    },
  }),
];

const schemaOf = ({ mayBeNotRelevant }: AuditQuestion) =>
  z.object({
    version: versionField,
    answer: requiredChoice(
      mayBeNotRelevant ? ['yes', 'no', 'not-relevant'] : ['yes', 'no'],
      'Choose the agreed judgement',
    ),
    reason: requiredText('Enter why it was agreed so'),
  });

const opened = ({ tx, actor, child, param }: ChildContext) =>
  readCase(tx, actor.serviceId, child.id, param('caseId'));

/** By somebody who read it neither time and could have been its reader, once every reader has finished. */
const mayModerate = ({ actor }: ChildContext, found: ReadCase) =>
  found.tie === null &&
  found.auditStatus === 'reading' &&
  found.withdrawnOn === null &&
  !found.isShared &&
  differing(found, questionsFor(questionsOf(found), found.tier)).length > 0 &&
  found.readings.every(({ doneOn, readerId }) => doneOn !== null && readerId !== actor.staffId);

const draw = (
  context: ChildContext,
  found: ReadCase,
  typed: Typed,
  errors: readonly FormError[],
  status: 200 | 409 | 422 = 200,
  conflict: readonly TwoVersions[] = [],
) =>
  context.page(
    ModeratePage({
      shell: context.shell,
      child: context.child,
      today: context.today,
      found,
      questions: questionsFor(questionsOf(found), found.tier),
      mayModerate: mayModerate(context, found),
      tied: found.tie && ownConflicts[found.tie],
      isReader: found.readings.some(({ readerId }) => readerId === context.actor.staffId),
      typed,
      errors,
      conflict,
    }),
    status,
  );
