import { can } from '../../../domain/access/can.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { childForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { verdict } from '../../../record/verdict.tsx';
import { urls } from '../../../urls.ts';
import { outcomeLabel, outcomesOf } from '../outcomes.queries.ts';
import { decideRoutes } from './decide.routes.tsx';
import { decisionOne } from './decision.queries.ts';
import { DecisionPage } from './decision.view.tsx';
import type { DecisionOne } from './decision-rows.ts';
import { escalationRoutes } from './escalation.routes.tsx';

export type DecisionSubject = NonNullable<Awaited<ReturnType<typeof subject>>>;

async function subject({ tx, actor, child, param }: ChildContext) {
  const decision = await decisionOne(tx, child.id, { decisionId: param('decisionId') });
  if (!decision) return undefined;
  const last = decision.escalations.at(-1);
  const isLive = decision.status !== 'replaced' && decision.given_on === null;
  const mayGoUp = !last || (last.result === null && last.level < 3);
  return {
    decision,
    outcomeLabel: outcomeLabel(await outcomesOf(tx)),
    may: {
      escalate: can(actor, 'decision.escalate') && isLive && mayGoUp,
      replace: can(actor, 'decision.record') && isLive && last?.result === 'changed',
    },
  };
}

const judged = ({ decision }: { readonly decision: DecisionOne }) => ({
  id: decision.id,
  by: decision.decided_by,
  waits: decision.status === 'made',
  version: decision.version,
});

const own = 'You recorded this decision yourself: another of the police confirms it.';

/** Joint decisions: recorded, confirmed by police, disagreed with and answered. */
export const decisionRoutes: readonly Route[] = [
  ...decideRoutes,
  ...childForm(
    verdict({
      path: urls.panels.decision(':childId', ':decisionId'),
      tab: { under: urls.panels.childItems(':childId') },
      reads: 'panel.view',
      writes: 'decision.confirm',
      fields: {},
      subject,
      judged,
      own,
      save: ({ tx, actor, today }, { decision }) =>
        changeRow(tx, 'decision', decision, {
          confirmed_by: actor.staffId,
          confirmed_on: today,
          status: 'final',
        }),
      view: (page) => <DecisionPage {...page} />,
      done: ({ decision }, _value, { child }) => ({
        to: urls.panels.decision(child.id, decision.id),
        message: 'Saved: the decision is confirmed',
      }),
    }),
  ),
  ...escalationRoutes,
];
