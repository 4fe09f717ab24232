import type { z } from 'zod';
import { can } from '../../domain/access/can.ts';
import { requestState } from '../../domain/information/requests.ts';
import { labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { Saved } from '../../platform/db/optimistic.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { type FormError, parseForm } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import type { TwoVersions } from '../../ui/layout/conflict.tsx';
import { urls } from '../../urls.ts';
import {
  chaseRequest,
  markAnswer,
  noteGap,
  recordToldAnswer,
  withdrawRequest,
} from './follow-up-request.ts';
import { type RequestRow, requestOf } from './information.queries.ts';
import { RequestPage } from './request.view.tsx';
import { gapForm, toldForm, useForm, versionForm } from './request-form.ts';

export const requestRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.information.one(':childId', ':requestId'),
    permission: 'child.view',
    audit: 'view',
    handle: async (context) => {
      const request = await requestOf(context.tx, context.child.id, idOf(context));
      if (!request) return context.notFound();
      const drafts = can(context.actor, 'information.use') ? {} : {};
      return draw(context, request, { typed: drafts });
    },
  }),
  childRoute({
    method: 'post',
    path: urls.information.use(':childId', ':requestId'),
    permission: 'information.use',
    audit: 'change',
    handle: (context) =>
      save(context, useForm, async (value, target) => {
        return {
          saved: await markAnswer(context.tx, context.actor, {
            ...target,
            use: value.use,
            note: value.useNote,
            today: context.today,
          }),
          message: 'Saved: what you made of the answer',
        };
      }),
  }),
  childRoute({
    method: 'post',
    path: urls.information.one(':childId', ':requestId'),
    permission: 'information.ask',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, today } = context;
      switch ((await context.form()).text('do')) {
        case 'chase':
          return save(context, versionForm, async (_, target) => ({
            saved: await chaseRequest(tx, actor, { ...target, today }),
            message: 'Saved: chased today',
          }));
        case 'withdraw':
          return save(context, versionForm, async (_, target) => ({
            saved: await withdrawRequest(tx, { ...target, today }),
            message: 'Saved: the question is withdrawn and the agency no longer sees this record',
          }));
        case 'told':
          return save(context, toldForm, async (value, target) => ({
            saved: await recordToldAnswer(tx, actor, { ...target, ...value, today }),
            message: 'Saved: their answer',
          }));
        default:
          return save(context, gapForm, async (value, target) => {
            return {
              saved: await noteGap(tx, { ...target, note: value.gapNote }),
              message: 'Saved: what is still not known',
            };
          });
      }
    },
  }),
];

const idOf = (context: ChildContext) =>
  /^[0-9a-f-]{36}$/.test(context.param('requestId'))
    ? context.param('requestId')
    : '00000000-0000-0000-0000-000000000000';

type Target = { childId: string; requestId: string; version: number; agency: string };

/** Reads one of the page's forms, saves it, and shows the page again when it is faulty or the row has moved on. */
async function save<T extends { version: number }>(
  context: ChildContext,
  schema: z.ZodType<T>,
  work: (value: T, target: Target) => Promise<{ saved: Saved; message: string }>,
): Promise<Response> {
  const { tx, child, form, redirect } = context;
  const request = await requestOf(tx, child.id, idOf(context));
  if (!request) return context.notFound();
  const fields = await form();
  const parsed = parseForm(schema, fields);
  if (!parsed.ok)
    return draw(context, request, { typed: fields.values, errors: parsed.errors }, 422);
  const { saved, message } = await work(parsed.value, {
    childId: child.id,
    requestId: request.id,
    version: parsed.value.version,
    agency: request.agency,
  });
  if (saved.kind === 'saved') return redirect(urls.information.one(child.id, request.id), message);
  return draw(
    context,
    request,
    { typed: fields.values, conflict: twoVersions(request, fields) },
    409,
  );
}

const twoVersions = (request: RequestRow, fields: Form): TwoVersions[] =>
  [
    { name: 'use', label: 'Used', theirs: request.use },
    { name: 'useNote', label: 'Where and how, or why not', theirs: request.useNote },
    { name: 'gapNote', label: 'What is still not known', theirs: request.gapNote },
    { name: 'line', label: 'What the team needs to know', theirs: request.answerForTeam },
  ]
    .filter(({ name }) => name in fields.values)
    .map(({ name, label, theirs }) => ({ label, theirs, yours: fields.text(name) }));

async function draw(
  context: ChildContext,
  request: RequestRow,
  shown: {
    readonly typed: Readonly<Record<string, string | string[]>>;
    readonly errors?: readonly FormError[];
    readonly conflict?: readonly TwoVersions[];
  },
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { tx, actor, child, shell, today, page } = context;
  const { agency } = await codeLists(tx, ['agency']);
  return page(
    RequestPage({
      shell,
      child,
      today,
      request,
      agencyLabel: labelOf(agency, request.agency),
      state: requestState(request, today),
      errors: shown.errors ?? [],
      typed: shown.typed,
      ...(shown.conflict ? { conflict: shown.conflict } : {}),
      mayMark: can(actor, 'information.use'),
      mayFollowUp: can(actor, 'information.ask'),
      mayAnswer: can(actor, 'information.answer') && actor.agency === request.agency,
    }),
    status,
  );
}
