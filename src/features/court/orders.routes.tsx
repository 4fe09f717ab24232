import type { ChildContext } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { Items, ItemsBefore } from '../../record/items.tsx';
import { mayWrite } from '../../record/rows-page.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import { urls } from '../../urls.ts';
import { addOrderRoutes } from './add-order.routes.tsx';
import { writesCourt } from './charge-words.ts';
import { orderRoutes } from './order.routes.tsx';
import { orderChangeRoutes } from './order-changes.routes.tsx';
import { courtOf, orderItem } from './order-words.ts';

async function show(context: ChildContext) {
  const { child, today } = context;
  const { settled, rules } = await courtOf(context);
  const items = settled
    .map((order) => ({
      hasEnded: order.row.ended_on !== null,
      item: {
        ...orderItem(order, rules, today),
        action: { href: urls.court.order(child.id, order.row.id), text: 'Open the order' },
      },
    }))
    .toReversed();
  const now = items.filter(({ hasEnded }) => !hasEnded).map(({ item }) => item);
  const before = items.filter(({ hasEnded }) => hasEnded).map(({ item }) => item);
  return context.page(
    <ChildFrame context={context} title="Orders">
      <p class="govuk-body">
        What a court ordered, until when, and what it requires. Last days are worked out here from
        what the court said: each says how.
      </p>
      {now.length > 0 ? <Items items={now} /> : <p class="govuk-body">No order stands now.</p>}
      {mayWrite(writesCourt, context) ? (
        <Button
          text="Record an order"
          classes="govuk-button--secondary fh-no-print"
          href={urls.court.orderKinds(child.id)}
        />
      ) : null}
      <ItemsBefore items={before} />
    </ChildFrame>,
  );
}

export const ordersRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.court.orders(':childId'),
    tab: { room: 'work', text: 'Orders', place: 4 },
    permission: 'child.view',
    audit: 'view',
    handle: show,
  }),
  ...addOrderRoutes,
  ...orderRoutes,
  ...orderChangeRoutes,
];
