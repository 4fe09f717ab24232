import { can } from '../../../domain/access/can.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import { panelRule, quorumOf } from '../../../domain/panels/quorum.ts';
import { inForceOn, mustCheckLocally } from '../../../domain/provenance.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { childForm } from '../../../record/form-page.ts';
import { urls } from '../../../urls.ts';
import { itemsWithGate } from '../item/gate.queries.ts';
import { type ItemOne, itemOne } from '../item/items.queries.ts';
import { mayChange } from '../may-change.ts';
import { outcomesOf } from '../outcomes.queries.ts';
import { asAttendees, panelOne } from '../panel/panels.queries.ts';
import { faultsOf, isToBeDecided, recordDecision } from './decide.ts';
import { DecidePage } from './decide.view.tsx';
import { decisionFields } from './decision-fields.ts';

export type DecideSubject = NonNullable<Awaited<ReturnType<typeof subject>>>;

async function subject(context: ChildContext) {
  const { tx, actor, child, today, param, c } = context;
  const item = await itemOne(tx, child.id, param('itemId'));
  // Whoever sends a form too late is shown what was decided meanwhile.
  if (!item || (c.req.method === 'GET' && !isToBeDecided(item))) return undefined;
  const { quorum, consulted, cameFor } = await heard(context, item);
  const missing = await missingSteps(context, item);
  return {
    item,
    outcomes: await outcomesOf(tx),
    quorum,
    consulted,
    cameFor,
    missing,
    /** Quorate or excepted, and nothing of the gate open. */
    mayDecide: (quorum.isQuorate || item.quorum_exception !== null) && missing.length === 0,
    mayExcept: can(actor, 'panel.manage') && mayChange(actor, child, 'exception.record'),
    question: `What should follow for ${child.forename} from the matter referred on ${formatDay(item.referred_on)}?`,
    today,
  };
}

/** Who heard this child: members with an interest in the case are left out, also of the quorum. */
async function heard({ tx }: ChildContext, { panel_id, conflicted }: ItemOne) {
  const panel = await panelOne(tx, panel_id);
  const members = (panel?.attendees ?? []).filter(
    ({ staff_id }) => staff_id === null || !conflicted.includes(staff_id),
  );
  return {
    quorum: quorumOf(panelRule(panel?.kind ?? ''), asAttendees(members)),
    /** Who of an agency came, to begin with as those who spoke for it. */
    cameFor: (agency: string) =>
      members
        .filter((member) => member.agency === agency && member.attended === 'attended')
        .map(({ name }) => name)
        .join(', '),
    consulted: members
      .filter(({ attended, sent_view }) => attended === 'attended' || sent_view)
      .map(
        ({ name, agency_label, attended }) =>
          `${name}, ${agency_label}${attended === 'attended' ? '' : ' (in writing)'}`,
      ),
  };
}

/** Steps that came open again after the paper was made; a replacing decision was gated with the first. */
async function missingSteps({ tx }: ChildContext, { id, decision_id }: ItemOne) {
  if (decision_id) return [];
  const [gated] = await itemsWithGate(tx, { itemId: id });
  return gated?.gate.open ?? [];
}

const answerOf = {
  yes: 'admits',
  no: 'denies',
  'no-comment': 'no-comment',
  unknown: 'unknown',
  'not-asked': 'unknown',
} as const;

/** Records what the panel decided, with what each agency thought. */
export const decideRoutes = childForm({
  path: urls.panels.decide(':childId', ':itemId'),
  reads: 'decision.record',
  fields: decisionFields,
  subject,
  stored: ({ item: { id, version, admission }, question, today, cameFor }) => ({
    id,
    version,
    question,
    answer: answerOf[admission],
    position_police_by: cameFor('police'),
    position_youth_justice_by: cameFor('youth-justice'),
    decided_on: today,
  }),
  options: ({ today }, { outcomes }) => {
    const inForce = inForceOn(outcomes, today);
    const plain = outcomes.map((outcome) => ({
      value: outcome.code,
      text: outcome.label,
      past: !inForce.includes(outcome),
    }));
    return {
      wanted: plain,
      outcomes: outcomes.map((outcome, at) => ({
        ...plain[at],
        value: outcome.code,
        text: `${outcome.label}${mustCheckLocally(outcome) ? ' (check locally)' : ''}`,
        hint: outcome.admissionNeeded
          ? 'Only for a child who admits it.'
          : outcome.responsibilityNeeded
            ? 'Only for a child who accepts responsibility.'
            : undefined,
      })),
    };
  },
  rules: (form, { item, outcomes, mayDecide }, { actor, today }) => {
    if (!isToBeDecided(item)) return [];
    const message = 'The decision cannot be recorded yet: see what is missing';
    return [
      ...faultsOf(form, item, outcomes, actor, today),
      ...(mayDecide ? [] : [{ field: 'missing', message }]),
    ];
  },
  save: ({ tx, actor }, subject, form) => recordDecision(tx, actor, subject, form),
  view: (page) => <DecidePage {...page} />,
  done: (_subject, _form, { child }, id) => ({
    to: urls.panels.decision(child.id, id),
    message: 'Saved: the decision is recorded and waits for the police lead',
  }),
});
