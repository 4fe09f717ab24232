import { formatDay } from '../../domain/calendar/day.ts';
import { type CaseStep, caseTimeline } from '../../domain/orders/case-timeline.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { backTo } from '../../record/rows-page.tsx';
import { DataTable } from '../../ui/layout/data-table.tsx';
import { urls } from '../../urls.ts';
import { type Case, casesOf, lateOf } from './case.queries.ts';

async function show(context: ChildContext) {
  const { tx, child, today } = context;
  const cases = await casesOf(tx, child.id);
  const late = await lateOf(tx, child.id, today);
  return context.page(
    <ChildFrame
      context={context}
      title="From offence to sentence"
      back={backTo('Hearings', urls.court.hearings(child.id))}
    >
      <p class="govuk-body">
        How long each charge took, step by step. A day that is not on the record is said to be not
        known, and counts nowhere.
      </p>
      {cases.length > 0 ? (
        cases.map((each) => <OneCase of={each} today={today} />)
      ) : (
        <p class="govuk-body">No charge is recorded.</p>
      )}
      <section>
        <h2 class="govuk-heading-m">What came late here</h2>
        {late.length > 0 ? (
          <ul class="govuk-list govuk-list--bullet">
            {late.map(({ what, due_on, done_on }) => (
              <li>
                {what}: due {formatDay(due_on)},{' '}
                {done_on ? `done ${formatDay(done_on)}` : 'not done yet'}
              </li>
            ))}
          </ul>
        ) : (
          <p class="govuk-body">Nothing of the court’s work was late.</p>
        )}
      </section>
    </ChildFrame>,
  );
}

const days = (number: number) => (number === 1 ? '1 day' : `${number} days`);

function OneCase({ of, today }: { readonly of: Case; readonly today: string }) {
  const { steps, total, isOver } = caseTimeline(of, today);
  const { wording, sentence_label, hearings, adjourned } = of;
  return (
    <section>
      <h2 class="govuk-heading-m">{wording}</h2>
      <DataTable<CaseStep>
        caption={`${isOver ? 'In all' : 'So far'} ${days(total)}`}
        columns={[
          {
            heading: 'Step',
            cell: ({ name }) =>
              name === 'Sentence' && sentence_label ? `Sentence: ${sentence_label}` : name,
          },
          { heading: 'Day', cell: ({ on }) => (on ? formatDay(on) : 'Not known, or not yet') },
          {
            heading: 'Since the step before',
            cell: ({ since }) => (since === null ? '' : days(since)),
          },
        ]}
        rows={steps}
      />
      <p class="govuk-body">
        {hearings === 1 ? '1 hearing' : `${hearings} hearings`}, {adjourned} of them adjourned.
      </p>
    </section>
  );
}

export const caseRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.court.timeline(':childId'),
    tab: { under: urls.court.hearings(':childId') },
    permission: 'child.view',
    audit: 'view',
    handle: show,
  }),
];
