import { formatDay } from '../../../domain/calendar/day.ts';
import { type Tally, tallyOf } from '../../../domain/orders/contact-tally.ts';
import { failureDecisions } from '../../../domain/orders/enforcement.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { childRoute, type Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { Items } from '../../../record/items.tsx';
import { backTo } from '../../../record/rows-page.tsx';
import type { Children, Html } from '../../../ui/html.ts';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { amountWords, requirementWords, standingOf } from '../order-words.ts';
import { breachItem } from './breach-words.tsx';
import { contactsUnder, meetingsOf } from './enforcement.queries.ts';
import { enforcedOf, failureItem } from './enforcement-words.ts';

const tallyLines = (tally: Tally): readonly (readonly [string, string])[] => [
  ['Offered', `${tally.offered}`],
  ['Kept', `${tally.kept}`],
  ['Missed, with a good reason', `${tally.goodReason}`],
  ['Missed, without a good reason', `${tally.noGoodReason}`],
  ['Missed, not pursued', `${tally.notPursued}`],
  ['Missed, not decided yet', `${tally.undecided}`],
  ['Called off by the service, or not needed', `${tally.notTheirs}`],
];

/** How an order was kept, for a court: on paper as on the page. */
async function show(context: ChildContext) {
  const { tx, child, today } = context;
  const { enforced, rules } = await enforcedOf(context);
  const each = enforced.find(({ order }) => order.row.id === context.param('orderId'));
  if (!each) return context.notFound();
  const { row, rule, dates } = each.order;
  const contacts = await contactsUnder(tx, row.id);
  const meetings = (await meetingsOf(tx, child.id)).filter(({ order_id }) => order_id === row.id);
  const { failures, breaches } = each;
  const tried = failures.filter(({ barriers_said }) => barriers_said);
  return context.page(
    <ChildFrame
      context={context}
      title="Compliance summary"
      heading={
        <>
          <span class="govuk-caption-l">{rule.label}</span>
          How the order was kept, until {formatDay(today)}
        </>
      }
      back={backTo('Compliance', urls.compliance.list(child.id))}
    >
      <WrittenList
        lines={[
          ['Order', [rule.label, amountWords(row.amount, rule)].filter(Boolean).join(', ')],
          ['Made', `${formatDay(row.made_on)}, ${row.court}`],
          ['How it stands', standingOf(each.order, today)],
          ['First day', dates.from && formatDay(dates.from)],
          ['Last day', dates.to ? formatDay(dates.to) : null],
          [
            'Requirements',
            row.requirements
              .map((requirement) =>
                requirement.ended_on
                  ? `${requirementWords(requirement, rules)} (until ${formatDay(requirement.ended_on)})`
                  : requirementWords(requirement, rules),
              )
              .join('\n'),
          ],
        ]}
      />
      <Section title="Contacts">
        <WrittenList lines={tallyLines(tallyOf(contacts))} />
      </Section>
      <Section title="What was not kept">
        {failures.length === 0 ? (
          <p class="govuk-body">Nothing is recorded as not kept.</p>
        ) : (
          <Items items={failures.map((failed) => failureItem(failed, each))} />
        )}
      </Section>
      <Section title="What gets in the way, and what was done about it">
        {tried.length + meetings.length === 0 ? (
          <p class="govuk-body">Nothing is recorded.</p>
        ) : (
          <Items
            items={[
              ...tried.map(({ happened_on, barriers_said, decision }) => ({
                title: formatDay(happened_on),
                lines: [barriers_said ?? '', decision ? failureDecisions[decision] : ''],
              })),
              ...meetings.map(({ held_on, who_came, in_the_way, agreed }) => ({
                title: `${formatDay(held_on)}: meeting with ${who_came}`,
                lines: [in_the_way, `Agreed: ${agreed}`],
              })),
            ]}
          />
        )}
      </Section>
      {breaches.length > 0 ? (
        <Section title="What was put to a court or panel">
          <Items items={breaches.map(breachItem)} />
        </Section>
      ) : null}
      <p class="govuk-body fh-quiet">
        From the record as it stands on {formatDay(today)}: contacts on days of the order that were
        for its work or for none that is named.
      </p>
    </ChildFrame>,
  );
}

const Section = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: Children;
}): Html => (
  <section>
    <h2 class="govuk-heading-m">{title}</h2>
    {children}
  </section>
);

export const summaryRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.compliance.summary(':childId', ':orderId'),
    permission: 'contact.view',
    audit: 'view',
    handle: show,
  }),
];
