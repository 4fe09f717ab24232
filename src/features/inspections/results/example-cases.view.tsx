import type { Framework } from '../../../domain/inspections/framework.ts';
import { standardsOf } from '../../../domain/inspections/in-framework.ts';
import type { PublishedInspection } from '../../../domain/inspections/published.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';

type Props = {
  readonly shell: PageShell;
  readonly published: PublishedInspection;
  readonly framework: Framework;
};

/** Every case judgement of the worked example, one case a row. */
export function ExampleCasesPage({ shell, published, framework }: Props): Html {
  const title = `The ${published.cases.length} cases of the worked example`;
  const sets = framework.domains.filter(({ cases }) =>
    published.cases.some(({ set }) => set === cases),
  );
  return (
    <Page
      title={title}
      shell={shell}
      back={{ href: urls.inspectionResults.example, text: 'Back to the worked example' }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        Only the counts were published. The references, and which case was judged how, are invented
        so that every printed percentage comes out.
      </p>
      {sets.map((domain) => {
        const cases = published.cases.filter(({ set }) => set === domain.cases);
        const questions = standardsOf(framework)
          .filter(({ id }) => domain.standards.some((standard) => standard.id === id))
          .flatMap(({ keyQuestions }) => keyQuestions)
          .filter(({ id }) => cases.some(({ judgements }) => judgements[id]));
        return (
          <section class="fh-scroll" tabindex={0} aria-labelledby={`set-${domain.id}`}>
            <h2 class="govuk-heading-m" id={`set-${domain.id}`}>
              {domain.title}: {cases.length} cases
            </h2>
            <DataTable
              caption={`${domain.title}, one case a row`}
              rows={[
                ...cases,
                { ref: 'Yes', disposal: `Of ${cases.length}`, judgements: yesIn(cases, questions) },
              ]}
              columns={[
                { heading: 'Case', cell: ({ ref }) => ref },
                { heading: 'Disposal', cell: ({ disposal }) => disposal },
                ...questions.map(({ id }) => ({
                  heading: id,
                  cell: ({ judgements }: Judged) => answerIn(judgements[id]),
                })),
              ]}
            />
            <ul class="govuk-list">
              {questions.map(({ id, question }) => (
                <li>
                  <strong>{id}</strong> {question}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Page>
  );
}

type Judged = { readonly judgements: Readonly<Record<string, string | number>> };

const answerIn = (judged: string | number | undefined) =>
  typeof judged === 'number' ? judged : judged === 'yes' ? 'Yes' : 'No';

/** How many cases say yes to each question. */
const yesIn = (cases: readonly Judged[], questions: readonly { readonly id: string }[]) =>
  Object.fromEntries(
    questions.map(({ id }) => [
      id,
      cases.filter(({ judgements }) => judgements[id] === 'yes').length,
    ]),
  );
