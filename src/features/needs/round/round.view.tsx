import { addDays, type Day, formatDay, formatShortDay } from '../../../domain/calendar/day.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { SelectField, type Typed } from '../../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { Pager } from '../../../ui/layout/pager.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import type { WeekRules } from '../weeks.queries.ts';
import type { RoundChild } from './round.queries.ts';
import { RoundRow } from './round-row.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly today: Day;
  readonly week: Day;
  readonly page: number;
  readonly rules: WeekRules;
  readonly children: readonly RoundChild[];
  readonly hasNext: boolean;
  readonly typed: Typed;
  readonly faults: readonly FormFault[];
  /** Whose week somebody else saved first. */
  readonly overtaken: readonly string[];
  readonly source: string;
};

/** The weekly round of an education worker: one row a child, gone through from left to right. */
export function RoundPage(props: Props): Html {
  const { shell, today, week, page, rules, children, hasNext, typed, faults, overtaken } = props;
  const monday = (days: number) => addDays(week, days);
  const isThisWeek = monday(7) > today;
  return (
    <Page title="Education round" shell={shell} errors={faults}>
      <h1 class="govuk-heading-l">Education round, week of {formatDay(week)}</h1>
      <p class="fh-actions fh-no-print">
        <a class="govuk-link" href={urls.needs.roundOf(monday(-7), 1)}>
          Week before
        </a>
        {isThisWeek ? null : (
          <a class="govuk-link" href={urls.needs.roundOf(monday(7), 1)}>
            Week after
          </a>
        )}
      </p>
      {children.length === 0 ? (
        <p class="govuk-body">
          You work with no child of this age{page > 1 ? ' beyond the pages before' : ''}. A child
          comes here when the service names you as somebody who works with them.
        </p>
      ) : (
        <>
          <p class="govuk-body">
            One row a child. What you leave as it is stays as it is; one button keeps all that you
            typed. “As last week” takes what stood last week wherever you type nothing else.
          </p>
          <PostForm action={urls.needs.roundOf(week, page)} class="fh-round">
            <SelectField
              name="source"
              label="Who told you?"
              choices={rules.options.information_source ?? []}
              stored={props.source}
              errors={faults}
              typed={typed}
            />
            <table class="govuk-table fh-stack-table fh-round__table">
              <caption class="govuk-visually-hidden">
                Children of the round, week of {formatDay(week)}
              </caption>
              <thead class="govuk-table__head">
                <tr class="govuk-table__row">
                  {headings.map((heading) => (
                    <th scope="col" class="govuk-table__header">
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody class="govuk-table__body">
                {children.map((child) => (
                  <RoundRow
                    child={child}
                    week={week}
                    rules={rules}
                    typed={typed}
                    faults={faults}
                    isOvertaken={overtaken.includes(child.id)}
                  />
                ))}
              </tbody>
            </table>
            <Button
              text={hasNext ? 'Save and go on to the next page' : 'Save the round'}
              preventDoubleClick
            />
          </PostForm>
          <Pager pages={{ number: page, hasNext, href: (to) => urls.needs.roundOf(week, to) }} />
          <Expected rules={rules} week={week} />
        </>
      )}
    </Page>
  );
}

const headings = [
  'Child',
  'Last week',
  'As last week',
  'Offered',
  'Attended',
  'In the way',
  'Next action',
];

/** Which hours are expected of whom, and how sure we are of it. */
const Expected = ({ rules, week }: { readonly rules: WeekRules; readonly week: Day }) => (
  <details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">How many hours are expected</span>
    </summary>
    <div class="govuk-details__text">
      <p class="govuk-body">
        By the school year that the child is in on {formatShortDay(week)}. No law says how many
        hours a week full time is.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {rules.entitlements.map(({ label, hours, source, mustCheck }) => (
          <li>
            {label}: {hours === null ? 'as the plan says' : `${hours} hours a week`} ({source}
            {mustCheck ? '; check locally' : ''})
          </li>
        ))}
      </ul>
    </div>
  </details>
);
