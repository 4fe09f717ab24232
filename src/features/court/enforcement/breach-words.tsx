import { formatDay } from '../../../domain/calendar/day.ts';
import { breachStatuses, breachWords } from '../../../domain/orders/breach.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Item } from '../../../record/items.tsx';
import type { Html } from '../../../ui/html.ts';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import type { Breach } from './breach.queries.ts';
import { type Enforced, enforcedOf } from './enforcement-words.ts';

/** One breach, by the address, with its order. */
export async function breachAsked(context: ChildContext) {
  const { enforced } = await enforcedOf(context);
  const asked = context.param('breachId');
  return enforced.flatMap((each) =>
    each.breaches.filter(({ id }) => id === asked).map((breach) => ({ each, breach })),
  )[0];
}
export type BreachAsked = NonNullable<Awaited<ReturnType<typeof breachAsked>>>;

const by = (name: string | null) => name ?? 'somebody who has left';

/** What a breach relies on, in words. */
const reliesOn = ({ relied_on }: Breach, { failures }: Enforced): string =>
  failures
    .filter(({ id }) => relied_on.includes(id))
    .map(({ happened_on, what, decision }) =>
      decision === 'not-acceptable'
        ? `${formatDay(happened_on)}: ${what}`
        : `${formatDay(happened_on)}: ${what} (no longer held to be without a good reason)`,
    )
    .join('\n');

/** All that a breach says, and how far it has come. */
export function BreachTold({ breach, each }: BreachAsked): Html {
  const words = breachWords[breach.goes_to];
  return (
    <WrittenList
      lines={[
        ['How it stands', breachStatuses[breach.status]],
        ['Relies on', reliesOn(breach, each)],
        ['Why', breach.reasons],
        ['What was tried, and what gets in the way', breach.tried],
        ['Proposed', `${formatDay(breach.proposed_on)} by ${by(breach.proposed_by_name)}`],
        ['The manager’s note', breach.manager_note],
        [
          'Approved',
          breach.approved_on &&
            `${formatDay(breach.approved_on)} by ${by(breach.approved_by_name)}`,
        ],
        [words.sent, breach.sent_on && formatDay(breach.sent_on)],
        ['About the sending', breach.sent_note],
        [words.heard, breach.heard_on && formatDay(breach.heard_on)],
        ['What came of it', breach.outcome && (words.outcomes[breach.outcome] ?? breach.outcome)],
        ['What was said', breach.outcome_note],
        [
          'Withdrawn',
          breach.withdrawn_on &&
            `${formatDay(breach.withdrawn_on)} by ${by(breach.withdrawn_by_name)}: ${breach.withdrawn_reason}`,
        ],
      ]}
    />
  );
}

/** One breach in a line. */
export const breachItem = (breach: Breach): Item => ({
  title: `${breachWords[breach.goes_to].title}, proposed on ${formatDay(breach.proposed_on)}`,
  badges: [
    {
      text: breachStatuses[breach.status],
      tone: breach.status === 'heard' || breach.status === 'withdrawn' ? 'neutral' : 'soon',
    },
  ],
  lines: [
    breach.reasons,
    breach.heard_on && breach.outcome
      ? `${formatDay(breach.heard_on)}: ${breachWords[breach.goes_to].outcomes[breach.outcome] ?? breach.outcome}`
      : '',
    breach.withdrawn_reason ? `Withdrawn: ${breach.withdrawn_reason}` : '',
  ],
});
