import type { ChildContext } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { correctionsOf } from '../../record/correction-rows.ts';
import { Items, ItemsBefore } from '../../record/items.tsx';
import { mayWrite } from '../../record/rows-page.tsx';
import { Struck } from '../../record/struck.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import { urls } from '../../urls.ts';
import { writesCourt } from './charge-words.ts';
import { hearingRoutes } from './hearing.routes.tsx';
import { hearingItem, keptHearing } from './hearing-words.ts';
import { hearingsOf } from './hearings.queries.ts';
import { listingRoutes } from './listing.routes.tsx';

async function show(context: ChildContext) {
  const { tx, child, today } = context;
  const hearings = await hearingsOf(tx, child.id);
  const corrections = await correctionsOf(tx, child.id, 'hearing');
  const itemsOf = (isToCome: boolean) =>
    hearings
      .filter(({ state }) => (state === 'expected') === isToCome)
      .map((hearing) => ({
        ...hearingItem(hearing, today),
        action: {
          href: urls.court.hearing(child.id, hearing.id),
          text: isToCome ? 'Open it, or record what happened' : 'Open the hearing',
        },
      }));
  const toCome = itemsOf(true);
  return context.page(
    <ChildFrame context={context} title="Hearings">
      <p class="govuk-body">
        When the child is before a court, who of us goes, and what happened. Each result leads to
        the charge or the order that it changes.
      </p>
      {toCome.length > 0 ? (
        <Items items={toCome} />
      ) : (
        <p class="govuk-body">No hearing is expected.</p>
      )}
      {mayWrite(writesCourt, context) ? (
        <Button
          text="Add a hearing"
          classes="govuk-button--secondary fh-no-print"
          href={urls.court.addHearing(child.id)}
        />
      ) : null}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.court.timeline(child.id)}>
          From offence to sentence, with the days between
        </a>
      </p>
      <ItemsBefore items={itemsOf(false).toReversed()} />
      <Struck corrections={corrections} said={keptHearing} />
    </ChildFrame>,
  );
}

export const hearingsRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.court.hearings(':childId'),
    tab: { room: 'work', text: 'Hearings', place: 4 },
    permission: 'child.view',
    audit: 'view',
    handle: show,
  }),
  ...listingRoutes,
  ...hearingRoutes,
];
