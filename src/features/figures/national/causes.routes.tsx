import { can } from '../../../domain/access/can.ts';
import { causeWords, knownFaults } from '../../../domain/measures/likely-causes.ts';
import { choice } from '../../../record/choice-fields.tsx';
import { serviceList } from '../../../record/list-page.tsx';
import { SummaryList } from '../../../ui/govuk/components.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { childColumn } from '../child-column.tsx';
import { withChildren } from '../figure.queries.ts';
import { outOf, valueWords } from '../figure-words.ts';
import { besideOurs } from './national.queries.ts';
import { factsOf } from './national-words.ts';

/** A national figure beside our own, and what may lie behind the difference, child by child. */
export const nationalCauseRoutes = serviceList({
  path: urls.figures.national(':nationalId'),
  tab: { under: urls.figures.nationals },
  permission: 'figures.own',
  audit: 'view',
  caption: 'What may lie behind the difference',
  file: 'likely-causes',
  empty: (isFiltered) =>
    isFiltered
      ? 'No row is of this cause.'
      : 'No row of ours is near the edge of the rule: look for children whom only they hold.',
  subject: ({ tx, param }) => besideOurs(tx, param('nationalId')),
  filters: {
    cause: choice(
      Object.entries(causeWords).map(([value, text]) => ({ value, text })),
      { label: 'Cause', as: 'select', empty: 'Every cause' },
    ),
  },
  rows: async ({ tx, actor }, { causes, rows }, { filters, limit, offset }) => {
    const wanted = causes.filter(({ cause }) => !filters.cause || cause === filters.cause);
    return withChildren(tx, actor.serviceId, wanted.slice(offset, offset + limit), rows);
  },
  columns: () => [
    childColumn,
    {
      heading: 'Who may count it',
      text: ({ by }) => (by > 0 ? 'They, and not we' : 'We, and not they'),
    },
    { heading: 'Likely cause', text: ({ cause }) => causeWords[cause] },
    { heading: 'What our rule says', text: ({ reason }) => reason },
  ],
  view: ({ context: { shell, actor }, subject: about, list }) => {
    const { national, measure, ours } = about;
    const faults = knownFaults(measure.id);
    return (
      <Page
        title={`${measure.title}, beside ${national.source}`}
        shell={shell}
        back={{ href: urls.figures.nationals, text: 'Back to national figures' }}
      >
        <h1 class="govuk-heading-l">
          {measure.title}, beside {national.source}
        </h1>
        <SummaryList
          rows={factsOf(about, `${valueWords(measure, ours, false)} (${outOf(measure, ours)})`).map(
            ([key, text]) => ({ key: { text: key }, value: { text } }),
          )}
        />
        <ul class="govuk-list">
          {can(actor, 'figures.freeze') && national.status !== 'signed' ? (
            <li>
              <a class="govuk-link" href={urls.figures.explain(national.id)}>
                Explain the difference
              </a>
            </li>
          ) : null}
          {can(actor, 'figures.sign') && national.status === 'waiting' ? (
            <li>
              <a class="govuk-link" href={urls.figures.signDifference(national.id)}>
                Sign the explanation or send it back
              </a>
            </li>
          ) : null}
        </ul>
        <h2 class="govuk-heading-m">What may lie behind it, child by child</h2>
        {list}
        <p class="govuk-body fh-quiet">
          A child whose record you may not open has a number here in place of their name. None of
          these is more than likely: ask the source for the children whom it counts.
        </p>
        {faults.length > 0 ? (
          <section aria-labelledby="faults">
            <h2 class="govuk-heading-m" id="faults">
              Known of the national code for this measure
            </h2>
            <ul class="govuk-list govuk-list--bullet">
              {faults.map((words) => (
                <li>{words}</li>
              ))}
            </ul>
          </section>
        ) : null}
      </Page>
    );
  },
});
