import { can } from '../../domain/access/can.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { orderEvents } from '../../domain/orders/order-events.ts';
import type { OrderFault } from '../../domain/orders/order-fault.ts';
import type { Settled } from '../../domain/orders/recorded-order.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { type Item, Items } from '../../record/items.tsx';
import { backTo, mayWrite } from '../../record/rows-page.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import { WrittenList } from '../../ui/layout/written-list.tsx';
import { urls } from '../../urls.ts';
import { writesCourt } from './charge-words.ts';
import {
  amountWords,
  type Court,
  faultWords,
  orderAsked,
  requirementWords,
  standingOf,
} from './order-words.ts';
import type { Order } from './orders.queries.ts';

async function show(context: ChildContext) {
  const asked = await orderAsked(context);
  if (!asked) return context.notFound();
  const { found, rules } = asked;
  const { row, rule, dates } = found;
  const { child, today } = context;
  const writes = mayWrite(writesCourt, context);
  const much = amountWords(row.amount, rule);
  return context.page(
    <ChildFrame
      context={context}
      title={rule.label}
      heading={
        <>
          <span class="govuk-caption-l">{standingOf(found, today)}</span>
          {rule.label}
          {much ? `, ${much}` : ''}
        </>
      }
      back={backTo('Orders', urls.court.orders(child.id))}
    >
      <WrittenList
        lines={[
          ['Made', `${formatDay(row.made_on)}, ${row.court}`],
          ['Convicted', formatDay(row.convicted_on)],
          ['For', row.charge],
          ['First day', dates.from && formatDay(dates.from)],
          ['Last day', dates.to ? formatDay(dates.to) : null],
          [
            'How that is worked out',
            `${dates.how} (${rule.legal_basis})${rule.kind === 'custody' ? '. Check it with placements' : ''}`,
          ],
          ['What else the court said', row.terms],
          ['What the law says', rule.note],
        ]}
      />
      {rule.counts_from === 'contract' && can(context.actor, 'panel.view') ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.panels.ofOrder(child.id, row.id)}>
            Panel and contract
          </a>
        </p>
      ) : null}
      <p class="govuk-body fh-no-print">
        <a class="govuk-link" href={urls.compliance.list(child.id)}>
          Whether it is kept
        </a>
      </p>
      {writes && can(context.actor, 'letter.write') && row.ended_on === null ? (
        <p class="govuk-body fh-no-print">
          <a
            class="govuk-link"
            href={urls.letters.begin(child.id, {
              kind: 'order-explained',
              to: 'child:',
              about: `order:${row.id}`,
            })}
          >
            Explain it to the child in a letter
          </a>
        </p>
      ) : null}
      <Faults faults={found.faults} order={row} />
      <Requirements found={found} rules={rules} childId={child.id} writes={writes} />
      <Events order={row} childId={child.id} writes={writes} />
    </ChildFrame>,
  );
}

function Faults({
  faults,
  order,
}: {
  readonly faults: readonly OrderFault[];
  readonly order: Order;
}) {
  if (faults.length === 0) return null;
  const reasons = [order.kept_reason, ...order.events.map(({ kept_reason }) => kept_reason)];
  return (
    <section>
      <h2 class="govuk-heading-m">Not as the rules here say</h2>
      <ul class="govuk-list govuk-list--bullet">
        {faults.map((fault) => (
          <li>
            {faultWords(fault)} <span class="fh-quiet">Source: {fault.source}</span>
          </li>
        ))}
      </ul>
      {reasons.filter(Boolean).map((reason) => (
        <p class="govuk-body fh-written">Recorded so because: {reason}</p>
      ))}
    </section>
  );
}

function Requirements({
  found: { row, rule },
  rules,
  childId,
  writes,
}: {
  readonly found: Settled<Order>;
  readonly rules: Court['rules'];
  readonly childId: string;
  readonly writes: boolean;
}) {
  const mayHave = rules.requirements.some(({ only_with }) => only_with.includes(rule.code));
  if (!mayHave && row.requirements.length === 0) return null;
  const items = row.requirements.map((requirement): Item => {
    const { id, from_on, ended_on, end_reason, covered_by } = requirement;
    const isCovered = covered_by.length > 0;
    return {
      title: requirementWords(requirement, rules),
      badges:
        ended_on === null && !isCovered && row.ended_on === null
          ? [{ text: 'No line of the plan covers it', tone: 'soon' }]
          : [],
      lines: [
        from_on === row.made_on ? '' : `Added on ${formatDay(from_on)}`,
        isCovered ? `In the plan: ${covered_by.join('; ')}` : '',
        ended_on ? `Taken out on ${formatDay(ended_on)}: ${end_reason}` : '',
      ],
      action:
        writes && ended_on === null
          ? {
              href: urls.court.endRequirement(childId, row.id, id),
              text: `A court took it out: ${requirementWords(requirement, rules)}`,
            }
          : undefined,
    };
  });
  return (
    <section>
      <h2 class="govuk-heading-m">Requirements</h2>
      {items.length > 0 ? <Items items={items} /> : <p class="govuk-body">None is recorded.</p>}
      {writes && row.ended_on === null ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.court.addRequirement(childId, row.id)}>
            Add a requirement
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Events({
  order,
  childId,
  writes,
}: {
  readonly order: Order;
  readonly childId: string;
  readonly writes: boolean;
}) {
  return (
    <section>
      <h2 class="govuk-heading-m">What came of it</h2>
      {order.events.length > 0 ? (
        <Items
          items={order.events.map(({ what, happened_on, amount, note, by }) => ({
            title: `${orderEvents[what]}, ${formatDay(happened_on)}`,
            lines: [
              amount === null
                ? ''
                : what === 'extended'
                  ? `${amount} months longer`
                  : `Its length since: ${amount}`,
              note,
              by ? `Recorded by ${by}` : '',
            ],
          }))}
        />
      ) : (
        <p class="govuk-body">Nothing yet.</p>
      )}
      {writes ? (
        <Button
          text="Record what came of it"
          classes="govuk-button--secondary fh-no-print"
          href={urls.court.orderEvent(childId, order.id)}
        />
      ) : null}
    </section>
  );
}

export const orderRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.court.order(':childId', ':orderId'),
    tab: { under: urls.court.orders(':childId') },
    permission: 'child.view',
    audit: 'view',
    handle: show,
  }),
];
