import { formatDay } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { Items } from '../../record/items.tsx';
import { mayWrite } from '../../record/rows-page.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import { urls } from '../../urls.ts';
import { addChargeRoutes } from './add-charge.routes.tsx';
import { chargeRoutes } from './charge.routes.tsx';
import { chargeItem, writesCourt } from './charge-words.ts';
import { chargesOf, type Offence, unchargedOffences } from './charges.queries.ts';

async function show(context: ChildContext) {
  const { tx, child } = context;
  const charges = await chargesOf(tx, child.id);
  const writes = mayWrite(writesCourt, context);
  const offences = await unchargedOffences(tx, child.id);
  const items = charges.map((charge) => ({
    ...chargeItem(charge),
    ...(writes
      ? {
          action: { href: urls.court.charge(child.id, charge.id), text: 'Plea, finding or change' },
        }
      : {}),
  }));
  return context.page(
    <ChildFrame context={context} title="Charges">
      <p class="govuk-body">
        What the child is charged with, what they say to it and what the court finds. What is not
        charged stands with its referral.
      </p>
      {items.length > 0 ? (
        <Items items={items} />
      ) : (
        <p class="govuk-body">No charge is recorded.</p>
      )}
      <Uncharged offences={offences} childId={child.id} writes={writes} />
      {writes ? (
        <Button
          text="Record another charge"
          classes="govuk-button--secondary fh-no-print"
          href={urls.court.chargeCode(child.id)}
        />
      ) : null}
    </ChildFrame>,
  );
}

function Uncharged({
  offences,
  childId,
  writes,
}: {
  readonly offences: readonly Offence[];
  readonly childId: string;
  readonly writes: boolean;
}) {
  if (offences.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Offences without a charge</h2>
      <ul class="govuk-list govuk-list--bullet">
        {offences.map(({ id, description, offence_on }) => (
          <li>
            {description}
            {offence_on ? `, ${formatDay(offence_on)}` : ', day not known'}
            {writes ? (
              <span class="fh-no-print">
                :{' '}
                <a class="govuk-link" href={urls.court.chargeCode(childId, id)}>
                  record the charge<span class="govuk-visually-hidden"> for {description}</span>
                </a>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

export const chargesRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.court.charges(':childId'),
    tab: { room: 'work', text: 'Charges', place: 3 },
    permission: 'child.view',
    audit: 'view',
    handle: show,
  }),
  ...addChargeRoutes,
  ...chargeRoutes,
];
