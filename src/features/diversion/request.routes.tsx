import type { UpdateObject } from 'kysely';
import { can } from '../../domain/access/can.ts';
import { labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import type { ValuesOf } from '../../record/field.ts';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { urls } from '../../urls.ts';
import { requestOf } from './information.queries.ts';
import { RequestPage } from './request.view.tsx';
import { endRequestAccess, openRequestAccess } from './request-access.ts';
import { type DoingName, doings, isDoing, requestFields } from './request-fields.ts';

async function subject(context: ChildContext) {
  const { tx, child, param, c } = context;
  const id = param('requestId');
  const request = isId(id) ? await requestOf(tx, child.id, id) : undefined;
  if (!request) return undefined;
  const sent = c.req.method === 'POST' ? (await context.form()).text('do') : '';
  const { agency } = await codeLists(tx, ['agency']);
  return {
    request,
    agency: labelOf(agency, request.agency),
    doing: isDoing(sent) ? sent : ('gap' as const),
  };
}

type Columns = UpdateObject<DB, 'information_request'>;

const columnsOf = (
  doing: DoingName,
  value: ValuesOf<typeof requestFields>,
  { chases }: { readonly chases: number },
  { actor, today }: ChildContext,
): Columns => {
  const { use, use_note, status, answer_for_team, gap_note } = value;
  const answered = { answered_on: today, answered_by: actor.staffId };
  const columns: Readonly<Record<DoingName, Columns>> = {
    use: { use, use_note, used_on: today, used_by: actor.staffId },
    told: { status, answer_for_team, ...answered },
    gap: { gap_note },
    chase: { chased_on: today, chases: chases + 1 },
    withdraw: { status: 'withdrawn', answered_on: today },
  };
  return columns[doing];
};

/** One question to one agency: what was asked, what came back, what was made of it and what is still not known. */
export const requestRoutes = childForm({
  path: urls.information.one(':childId', ':requestId'),
  reads: 'child.view',
  writes: 'information.ask',
  mayWrite: ({ actor }, { doing }) =>
    can(actor, doing === 'use' ? 'information.use' : 'information.ask'),
  fields: requestFields,
  asks: ({ doing }) => doings[doing].asks,
  subject,
  stored: ({ request }) => request,
  rules: ({ status, answer_for_team }, { doing }) =>
    doing === 'told' && status !== 'nothing-held' && !answer_for_team
      ? [{ field: 'answer_for_team', message: 'Enter what they said, or why they declined' }]
      : [],
  save: async (context, { request, doing }, value) => {
    const { tx, actor, child, today } = context;
    const states: readonly string[] = doings[doing].in;
    if (!states.includes(request.status)) return { kind: 'moved-on' };
    const columns = columnsOf(doing, value, request, context);
    const saved = await changeRow(tx, 'information_request', request, columns);
    if (saved.kind === 'moved-on') return saved;
    if (doing === 'told' || doing === 'withdraw')
      await endRequestAccess(tx, child.id, request.agency);
    // Anyone who has joined the agency since may answer too.
    if (doing === 'chase')
      await openRequestAccess(tx, actor, {
        childId: child.id,
        agencies: [request.agency],
        today,
      });
    return saved;
  },
  view: (page) => <RequestPage {...page} />,
  done: ({ request, doing }, _value, { child }) => ({
    to: urls.information.one(child.id, request.id),
    message: doings[doing].saved,
  }),
});
