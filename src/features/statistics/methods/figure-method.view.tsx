import type { DownloadCell } from '../../../domain/statistics/download-table.ts';
import { Button, SummaryList } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { type Choice, SelectField } from '../../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { FigureTable } from '../figure-table.view.tsx';
import type { Method } from './figure-method.ts';
import { SINGLE_COLUMNS } from './single-figure.ts';

type Props = {
  readonly shell: PageShell;
  readonly method: Method;
  /** For measures that areas have as a whole. */
  readonly areas: readonly Choice[];
  readonly area: { readonly code: string; readonly name: string } | null;
  readonly single: readonly (readonly DownloadCell[])[];
};

/** How one kind of figure is made, and for an area the numbers of each figure. */
export function FigureMethodPage({ shell, method, areas, area, single }: Props): Html {
  const { title, facts, problems, queries } = method;
  return (
    <Page
      title={`How this figure is made: ${title}`}
      shell={shell}
      back={{ href: urls.statistics.figures, text: 'How figures are made' }}
    >
      <h1 class="govuk-heading-l">How this figure is made: {title}</h1>
      <SummaryList
        rows={facts.map(([label, words]) => ({ key: { text: label }, value: { text: words } }))}
      />
      <section aria-labelledby="problems">
        <h2 class="govuk-heading-m" id="problems">
          Known problems
        </h2>
        {problems.length === 0 ? (
          <p class="govuk-body">None is known: every shipped figure agrees with its inputs.</p>
        ) : (
          <ul class="govuk-list govuk-list--bullet">
            {problems.map((problem) => (
              <li>{problem}</li>
            ))}
          </ul>
        )}
      </section>
      {method.measure ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.statistics.published(method.id)}>
            Every figure of this measure as it was published
          </a>
        </p>
      ) : null}
      {areas.length > 0 ? (
        <Single method={method} areas={areas} area={area} single={single} />
      ) : null}
      {queries.length > 0 ? (
        <section aria-labelledby="queries">
          <h2 class="govuk-heading-m" id="queries">
            The query that reads it
          </h2>
          <p class="govuk-body">As it is sent to the database, with an example of its values.</p>
          {queries.map(({ about, query }) => (
            <>
              <h3 class="govuk-heading-s">{about}</h3>
              <section class="fh-scroll" tabindex={0} aria-label={`Query: ${about}`}>
                <pre class="fh-query">
                  <code>{query.sql.trim()}</code>
                </pre>
              </section>
              <p class="govuk-body-s">
                {query.parameters
                  .map((value, at) => `$${at + 1} = ${parameterText(value)}`)
                  .join('; ')}
              </p>
            </>
          ))}
        </section>
      ) : null}
    </Page>
  );
}

function Single({ method, areas, area, single }: Omit<Props, 'shell'>): Html {
  return (
    <section aria-labelledby="single">
      <h2 class="govuk-heading-m" id="single">
        One area’s figures and their numbers
      </h2>
      <form
        method="get"
        action={urls.statistics.figure(method.id, method.version)}
        class="fh-filter fh-no-print"
      >
        <SelectField
          errors={[]}
          typed={{}}
          name="area"
          label="Area"
          stored={area?.code}
          choices={areas}
        />
        <Button text="Show" classes="govuk-button--secondary" />
      </form>
      {area && single.length === 0 ? (
        <p class="govuk-body">There is no figure of this measure for {area.name}.</p>
      ) : null}
      {area && single.length > 0 ? (
        <FigureTable
          title={`${method.title}, ${area.name}: every period and vintage`}
          columns={SINGLE_COLUMNS}
          rows={single}
          labels={2}
        />
      ) : null}
    </section>
  );
}

const parameterText = (value: unknown) =>
  (Array.isArray(value) ? value.join(', ') : String(value ?? '')) || 'nothing';
