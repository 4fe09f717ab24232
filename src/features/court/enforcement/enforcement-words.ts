import { formatDay } from '../../../domain/calendar/day.ts';
import {
  countsUntil,
  type Follows,
  failureDecisions,
  followsFrom,
} from '../../../domain/orders/enforcement.ts';
import { type EnforcementRule, goesToWords } from '../../../domain/orders/enforcement-rule.ts';
import type { Settled } from '../../../domain/orders/recorded-order.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Item } from '../../../record/items.tsx';
import { courtOf } from '../order-words.ts';
import type { Order, Rules } from '../orders.queries.ts';
import { type Breach, breachesOf } from './breach.queries.ts';
import { enforcementRules, type Failed, failuresOf } from './enforcement.queries.ts';

/** An order that can be enforced, with what the law says and what of it was not kept. */
export type Enforced = {
  readonly order: Settled<Order>;
  readonly law: EnforcementRule;
  readonly failures: readonly Failed[];
  readonly breaches: readonly Breach[];
};

/** A child's orders that can be enforced, newest first. */
export async function enforcedOf(
  context: ChildContext,
): Promise<{ readonly rules: Rules; readonly enforced: readonly Enforced[] }> {
  const { tx, child } = context;
  const { settled, rules } = await courtOf(context);
  const laws = await enforcementRules(tx);
  const failures = await failuresOf(tx, child.id);
  const breaches = await breachesOf(tx, child.id);
  const enforced = settled.flatMap((order) => {
    const law = laws.find(({ orders }) => orders.includes(order.row.kind));
    const own = failures.filter(({ order_id }) => order_id === order.row.id);
    const put = breaches.filter(({ order_id }) => order_id === order.row.id);
    return law ? [{ order, law, failures: own, breaches: put }] : [];
  });
  return { rules, enforced: enforced.toReversed() };
}

/** One failure, by the address. */
export async function failureAsked(context: ChildContext) {
  const { rules, enforced } = await enforcedOf(context);
  const asked = context.param('failureId');
  return enforced.flatMap((each) =>
    each.failures
      .filter(({ id }) => id === asked)
      .map((failed) => ({ each, rules, failed, missed: null })),
  )[0];
}

/** Said beside what a rule says that nobody has checked against the law. */
export const sourceWords = ({ law, source, mustCheck }: EnforcementRule): string =>
  `${law}. Source: ${source}${mustCheck ? '. Check locally' : ''}`;

/** What follows from a failure, in words. */
export function followsWords(law: EnforcementRule, follows: Follows): string {
  const to = goesToWords[law.goes_to];
  switch (follows.what) {
    case 'decide':
      return 'It is not decided yet whether there was a good reason';
    case 'nothing':
      return 'Nothing follows';
    case 'must':
      return `This must be put to ${to}: ${follows.counting} warnings count on that day. Unless circumstances are exceptional: then say why`;
    case 'may':
      return law.warnings === null
        ? `It may be put to ${to}`
        : `Warn the child, or put it to ${to}: ${follows.counting === 0 ? 'no earlier warning counts' : follows.counting === 1 ? '1 earlier warning counts, so that a further warning is the last' : `${follows.counting} earlier warnings count`}`;
  }
}

/** One failure in words. */
export function failureItem(failed: Failed, { law, failures, breaches }: Enforced): Item {
  const { decision, asked_on, excuse, warned_on } = failed;
  const follows = followsFrom(law, failures, failed);
  const put = breaches.findLast(
    ({ relied_on, status }) => relied_on.includes(failed.id) && status !== 'withdrawn',
  );
  const isOpen = put === undefined && !failed.exceptional_reason;
  return {
    title: `${formatDay(failed.happened_on)}: ${failed.what}`,
    badges: [
      decision === null
        ? { text: 'Not decided yet', tone: 'soon' }
        : {
            text: failureDecisions[decision],
            tone: decision === 'not-acceptable' ? 'late' : 'neutral',
          },
    ],
    lines: [
      asked_on ? `Asked on ${formatDay(asked_on)}: ${excuse ?? 'no answer is recorded'}` : '',
      failed.decision_reason ?? '',
      warned_on && decision === 'not-acceptable' && law.warned_months
        ? `Warned on ${formatDay(warned_on)}, which counts until ${formatDay(countsUntil(law, warned_on))}`
        : '',
      failed.exceptional_reason ? `Exceptional: ${failed.exceptional_reason}` : '',
      put ? `Relied on in what was proposed on ${formatDay(put.proposed_on)}` : '',
      isOpen && (follows.what === 'must' || (follows.what === 'may' && !warned_on))
        ? followsWords(law, follows)
        : '',
    ],
  };
}
