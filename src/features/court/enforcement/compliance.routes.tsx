import { can } from '../../../domain/access/can.ts';
import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import { type Month, monthAhead } from '../../../domain/contacts/month-ahead.ts';
import { breachWords } from '../../../domain/orders/breach.ts';
import { countingOn, countsUntil } from '../../../domain/orders/enforcement.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { childRoute, type Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { Items } from '../../../record/items.tsx';
import { mayWrite } from '../../../record/rows-page.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import { writesCourt } from '../charge-words.ts';
import { standingOf } from '../order-words.ts';
import { breachItem } from './breach-words.tsx';
import { type Missed, missedOf, monthsOf } from './enforcement.queries.ts';
import { type Enforced, enforcedOf, failureItem, sourceWords } from './enforcement-words.ts';

async function show(context: ChildContext) {
  const { tx, child, actor, today } = context;
  const { enforced } = await enforcedOf(context);
  const missed = await missedOf(tx, child.id);
  const months = can(actor, 'contact.view')
    ? await monthsOf(tx, child.id, `${today.slice(0, 7)}-01`)
    : null;
  return context.page(
    <ChildFrame context={context} title="Compliance">
      <p class="govuk-body">
        Whether orders are kept, what gets in the way, and what follows where one is not kept. A
        missed contact is offered here; it is a failure only once somebody says so.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.compliance.meetings(child.id)}>
          Compliance meetings
        </a>
        : the child and those around them, about what gets in the way.
      </p>
      {enforced.length === 0 ? (
        <p class="govuk-body">There is no order that asks something of {child.forename}.</p>
      ) : (
        enforced.map((each) => (
          <OneOrder
            context={context}
            each={each}
            month={months?.get(each.order.row.id)}
            missed={missed.filter(({ order_id }) => order_id === each.order.row.id)}
          />
        ))
      )}
    </ChildFrame>,
  );
}

function OneOrder({
  context,
  each,
  month,
  missed,
}: {
  readonly context: ChildContext;
  readonly each: Enforced;
  readonly month: Month | undefined;
  readonly missed: readonly Missed[];
}): Html {
  const { order, law, failures, breaches } = each;
  const { child, today } = context;
  const writes = mayWrite(writesCourt, context);
  const id = order.row.id;
  return (
    <section aria-labelledby={`order-${id}`}>
      <h2 class="govuk-heading-m" id={`order-${id}`}>
        {order.rule.label}, made on {formatDay(order.row.made_on)}
      </h2>
      <p class="govuk-body">
        {standingOf(order, today)}. {warningsNow(each, today)}
      </p>
      {month && order.dates.from && standingOf(order, today) === 'In force' ? (
        <ThisMonth month={month} startedOn={order.dates.from} today={today} />
      ) : null}
      <p class="govuk-body fh-quiet">
        {law.says}. {sourceWords(law)}.
      </p>
      {missed.length > 0 ? (
        <>
          <h3 class="govuk-heading-s">Missed, and not looked at yet</h3>
          <Items
            items={missed.map(({ contact_id, day, type, reason }) => ({
              title: `${formatDay(day)}: ${type}`,
              lines: [reason ? `Recorded reason: ${reason.toLowerCase()}` : ''],
              action: writes
                ? {
                    href: urls.compliance.missed(child.id, id, contact_id),
                    text: `Say what got in the way on ${formatDay(day)}`,
                  }
                : undefined,
            }))}
          />
        </>
      ) : null}
      <h3 class="govuk-heading-s">Not kept</h3>
      {failures.length > 0 ? (
        <Items
          items={failures.map((failed) => ({
            ...failureItem(failed, each),
            action: {
              href: urls.compliance.failure(child.id, failed.id),
              text: `Open what was not kept on ${formatDay(failed.happened_on)}`,
            },
          }))}
        />
      ) : (
        <p class="govuk-body">Nothing is recorded as not kept.</p>
      )}
      {breaches.length > 0 ? (
        <>
          <h3 class="govuk-heading-s">Put to a court or panel</h3>
          <Items
            items={breaches.map((breach) => ({
              ...breachItem(breach),
              action: {
                href: urls.compliance.breach(child.id, breach.id),
                text: `Open what was proposed on ${formatDay(breach.proposed_on)}`,
              },
            }))}
          />
        </>
      ) : null}
      {can(context.actor, 'contact.view') ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.compliance.summary(child.id, id)}>
            How it was kept, for a court
          </a>
        </p>
      ) : null}
      {law.early_end ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.compliance.earlyEnd(child.id, id)}>
            May it end early?
          </a>
        </p>
      ) : null}
      {writes ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.compliance.proposeBreach(child.id, id)}>
            {breachWords[law.goes_to].propose}
          </a>
        </p>
      ) : null}
      {writes ? (
        <Button
          text="Record something else that was not kept"
          classes="govuk-button--secondary fh-no-print"
          href={urls.compliance.addFailure(child.id, id)}
        />
      ) : null}
    </section>
  );
}

/** What this month holds of contacts, and what is still to be planned while there is time. */
function ThisMonth({
  month,
  startedOn,
  today,
}: {
  readonly month: Month;
  readonly startedOn: Day;
  readonly today: Day;
}): Html {
  const ahead = monthAhead(month, startedOn, today);
  return (
    <p class="govuk-body">
      Contacts this month: <strong>{month.kept} kept</strong>
      {ahead ? ` of ${ahead.expected} expected` : ''}, {month.planned} planned.{' '}
      {ahead && ahead.toPlan > 0 ? (
        <span class="fh-badge fh-badge-soon">{ahead.toPlan} still to plan</span>
      ) : null}
      {ahead ? (
        <span class="fh-quiet">
          {' '}
          Expected by the level “{ahead.level}” (local example: check what your service has set).
        </span>
      ) : null}
    </p>
  );
}

/** Which warnings count today. */
function warningsNow({ law, failures }: Enforced, today: string): string {
  if (law.warned_months === null) return '';
  const until = countingOn(law, failures, today).map(({ warned_on }) =>
    formatDay(countsUntil(law, warned_on ?? today)),
  );
  if (until.length === 0) return 'No warning counts today.';
  const many = until.length === 1 ? '1 warning counts' : `${until.length} warnings count`;
  return `${many} today, until ${until.join(' and until ')}.`;
}

export const complianceRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.compliance.list(':childId'),
    tab: { room: 'plan', text: 'Compliance', place: 6 },
    permission: 'child.view',
    audit: 'view',
    handle: show,
  }),
];
