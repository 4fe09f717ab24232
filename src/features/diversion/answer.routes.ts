import { recordClasses } from '../../domain/access/record-classes.data.ts';
import { questionFor } from '../../domain/information/agencies.data.ts';
import { choicesOf, labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { pageAsked } from '../../platform/http/page-asked.ts';
import { type FormError, parseForm } from '../../platform/http/parse-form.ts';
import { childRoute, pageRoute, type Route } from '../../platform/http/route.ts';
import type { TwoVersions } from '../../ui/layout/conflict.tsx';
import { urls } from '../../urls.ts';
import { AnswerPage } from './answer.view.tsx';
import { answerRequest } from './answer-request.ts';
import { InboxPage } from './inbox.view.tsx';
import { requestOf, waitingFor } from './information.queries.ts';
import { answerForm } from './request-form.ts';

const pageSize = 30;

export const answerRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.information.inbox,
    tab: { section: 'intake', text: 'Questions to us' },
    permission: 'information.answer',
    audit: 'view',
    handle: async ({ tx, actor, shell, today, page, query }) => {
      const pageNumber = pageAsked(query('page'));
      const waiting = await waitingFor(tx, actor.agency, {
        limit: pageSize,
        offset: (pageNumber - 1) * pageSize,
      });
      const { agency } = await codeLists(tx, ['agency']);
      const total = waiting[0]?.total ?? 0;
      return page(
        InboxPage({
          shell,
          today,
          agencyLabel: labelOf(agency, actor.agency),
          waiting,
          total,
          pageNumber,
          pages: Math.ceil(total / pageSize),
        }),
      );
    },
  }),
  childRoute({
    method: 'get',
    path: urls.information.answer(':childId', ':requestId'),
    permission: 'information.answer',
    audit: 'view',
    handle: async (context) =>
      draw(context, {
        typed: {},
      }),
  }),
  childRoute({
    method: 'post',
    path: urls.information.answer(':childId', ':requestId'),
    permission: 'information.answer',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, form, redirect } = context;
      const fields = await form();
      const { handling_code } = await codeLists(tx, ['handling_code']);
      const schema = answerForm(
        keepsIntelligence(actor.agency),
        handling_code.map(({ code }) => code),
      );
      const parsed = parseForm(schema, fields);
      if (!parsed.ok) return draw(context, { typed: fields.values, errors: parsed.errors }, 422);
      const { outcome, line, detail, handlingCode, version } = parsed.value;
      const request = await ownRequest(context);
      if (!request) return context.notFound();
      const saved = await answerRequest(tx, actor, {
        childId: child.id,
        requestId: request.id,
        version,
        outcome,
        lineForTeam: line,
        detail,
        handlingCode,
        today,
      });
      if (saved.kind === 'moved-on')
        return draw(
          context,
          {
            typed: fields.values,
            conflict: [
              {
                label: 'What the team needs to know',
                theirs: request.answerForTeam,
                yours: line,
              },
            ],
          },
          409,
        );
      return redirect(
        urls.information.inbox,
        'Saved: your answer has gone to the child’s worker. You no longer see that record through this question.',
      );
    },
  }),
];

const keepsIntelligence = (agency: string) => questionFor(agency).recordClass === 'RC7';

/** The question, when it was put to this person's own agency. */
async function ownRequest({ tx, actor, child, param }: ChildContext) {
  const id = param('requestId');
  const request = /^[0-9a-f-]{36}$/.test(id) ? await requestOf(tx, child.id, id) : undefined;
  return request?.agency === actor.agency ? request : undefined;
}

async function draw(
  context: ChildContext,
  shown: {
    readonly typed: Readonly<Record<string, string | string[]>>;
    readonly errors?: readonly FormError[];
    readonly conflict?: readonly TwoVersions[];
  },
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { tx, actor, child, shell, today, page } = context;
  const request = await ownRequest(context);
  if (!request) return context.notFound();
  const handling = keepsIntelligence(actor.agency)
    ? (await codeLists(tx, ['handling_code'])).handling_code
    : [];
  return page(
    AnswerPage({
      shell,
      child,
      today,
      request,
      typed: shown.typed,
      errors: shown.errors ?? [],
      ...(shown.conflict ? { conflict: shown.conflict } : {}),
      className: recordClasses[questionFor(actor.agency).recordClass],
      handlingCodes: choicesOf(handling),
    }),
    status,
  );
}
