import { can } from '../../domain/access/can.ts';
import type { GateProblem } from '../../domain/panels/gate.ts';
import { type Quorum, quorumOf } from '../../domain/panels/quorum.ts';
import { inForceOn } from '../../domain/provenance.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { type FormError, parseForm, versionOf } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { decisionForm, problemsOf, recordDecision } from './decide.ts';
import { DecidePage } from './decide.view.tsx';
import { decisionOne } from './decision.queries.ts';
import { DecisionPage } from './decision.view.tsx';
import { fieldErrors, onceEach } from './field-errors.ts';
import { itemsWithGate } from './item/gate.queries.ts';
import { type ItemOne, itemOne } from './item/items.queries.ts';
import { mayChange } from './may-change.ts';
import { outcomeLabel, outcomesOf } from './outcomes.queries.ts';
import { asAttendees, panelOne, ruleFor } from './panel/panels.queries.ts';

const days = ['decided-on', 'review-on'];

export const decisionRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.panels.decide(':childId', ':itemId'),
    permission: 'decision.record',
    audit: 'view',
    handle: async (context) => {
      const found = await itemOne(context.tx, context.child.id, context.param('itemId'));
      return found && isToBeDecided(found)
        ? drawDecide(context, found, null, [])
        : context.notFound();
    },
  }),
  childRoute({
    method: 'post',
    path: urls.panels.decide(':childId', ':itemId'),
    permission: 'decision.record',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, param, redirect, notFound } = context;
      const found = await itemOne(tx, child.id, param('itemId'));
      if (!found) return notFound();
      const form = await context.form();
      if (!isToBeDecided(found)) return drawDecide(context, found, form, [], true);
      const parsed = parseForm(decisionForm, form);
      if (!parsed.ok) return drawDecide(context, found, form, parsed.errors);
      const outcomes = await outcomesOf(tx);
      const errors = fieldErrors(problemsOf(parsed.value, found, outcomes, actor, today), days);
      const { quorum, consulted } = await heard(context, found);
      const blocked = 'The decision cannot be recorded yet: see what is missing';
      if (!mayDecide(quorum, found, await missingSteps(context, found)))
        errors.push({ field: 'missing', message: blocked });
      if (errors.length > 0) return drawDecide(context, found, form, onceEach(errors));
      const id = await recordDecision(tx, actor, found, parsed.value, outcomes, consulted);
      if (!id) return drawDecide(context, found, form, [], true);
      return redirect(
        urls.panels.decision(child.id, id),
        'Saved: the decision is recorded and waits for the police lead',
      );
    },
  }),
  childRoute({
    method: 'get',
    path: urls.panels.decision(':childId', ':decisionId'),
    tab: { under: urls.panels.childItems(':childId') },
    permission: 'panel.view',
    audit: 'view',
    handle: async ({ tx, actor, child, shell, today, param, page, notFound }) => {
      const decision = await decisionOne(tx, child.id, { decisionId: param('decisionId') });
      if (!decision) return notFound();
      const last = decision.escalations.at(-1);
      const isLive = decision.status !== 'replaced' && decision.given_on === null;
      const mayGoUp = !last || (last.result === null && last.level < 3);
      return page(
        DecisionPage({
          shell,
          child,
          today,
          decision,
          outcomeLabel: outcomeLabel(await outcomesOf(tx)),
          may: {
            confirm: can(actor, 'decision.confirm') && decision.status === 'made',
            escalate: can(actor, 'decision.escalate') && isLive && mayGoUp,
            replace: can(actor, 'decision.record') && isLive && last?.result === 'changed',
          },
        }),
      );
    },
  }),
  childRoute({
    method: 'post',
    path: urls.panels.confirm(':childId', ':decisionId'),
    permission: 'decision.confirm',
    audit: 'change',
    handle: async ({ tx, actor, child, today, param, form, redirect, notFound }) => {
      const decision = await decisionOne(tx, child.id, { decisionId: param('decisionId') });
      if (!decision) return notFound();
      const result = await tx
        .updateTable('decision')
        .set({ confirmed_by: actor.staffId, confirmed_on: today, status: 'final' })
        .where('id', '=', decision.id)
        .where('version', '=', versionOf((await form()).text('version')))
        .where('status', '=', 'made')
        .executeTakeFirst();
      return redirect(
        urls.panels.decision(child.id, decision.id),
        result.numUpdatedRows === 1n
          ? 'Saved: the decision is confirmed'
          : 'Not confirmed: the decision changed after you opened it. Read it as it stands now.',
      );
    },
  }),
];

/** A first decision on a child whose paper is made, or the new one after a disagreement changed it. */
const isToBeDecided = (found: ItemOne) =>
  found.state === 'ready' || (found.state === 'decided' && found.decision_changed);

/** Quorate or excepted, and nothing of the gate open. */
const mayDecide = (quorum: Quorum, found: ItemOne, missing: readonly GateProblem[]) =>
  (quorum.isQuorate || found.quorum_exception !== null) && missing.length === 0;

/** Who heard this child: members with an interest in the case are left out, also of the quorum. */
async function heard({ tx }: ChildContext, found: ItemOne) {
  const panel = await panelOne(tx, found.panel_id);
  const members = (panel?.attendees ?? []).filter(
    ({ staff_id }) => staff_id === null || !found.conflicted.includes(staff_id),
  );
  return {
    quorum: quorumOf(ruleFor(panel?.nation ?? 'england'), asAttendees(members)),
    consulted: members
      .filter(({ attended, sent_view }) => attended === 'attended' || sent_view)
      .map(
        (row) =>
          `${row.name}, ${row.agency_label}${row.attended === 'attended' ? '' : ' (in writing)'}`,
      ),
  };
}

/** Steps that came open again after the paper was made; a replacing decision was gated with the first. */
async function missingSteps({ tx }: ChildContext, found: ItemOne) {
  if (found.decision_id) return [];
  const [gated] = await itemsWithGate(tx, { itemId: found.id });
  return gated?.gate.open ?? [];
}

async function drawDecide(
  context: ChildContext,
  found: ItemOne,
  form: Form | null,
  errors: readonly FormError[],
  movedOn = false,
) {
  const { tx, actor, child, shell, today, page } = context;
  const outcomes = await outcomesOf(tx);
  const { quorum, consulted } = await heard(context, found);
  const missing = await missingSteps(context, found);
  return page(
    DecidePage({
      shell,
      child,
      today,
      item: found,
      outcomes: inForceOn(outcomes, today),
      quorum,
      consulted,
      missing,
      mayDecide: mayDecide(quorum, found, missing),
      mayMark: can(actor, 'panel.manage'),
      mayExcept: mayChange(actor, child, 'exception.record'),
      movedOn,
      errors,
      typed: form?.values ?? {},
    }),
    movedOn ? 409 : errors.length > 0 ? 422 : 200,
  );
}
