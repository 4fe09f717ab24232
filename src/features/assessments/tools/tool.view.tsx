import type { Compared } from '../../../domain/assessments/compare-templates.ts';
import { lenses } from '../../../domain/assessments/lenses.data.ts';
import { type Question, questionsOf, type Template } from '../../../domain/assessments/template.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';

const Questions = ({
  heading,
  questions,
}: {
  readonly heading: string;
  readonly questions: readonly Question[];
}) =>
  questions.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{heading}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {questions.map(({ label }) => (
          <li>{label}</li>
        ))}
      </ul>
    </>
  );

/** What one version asks otherwise than another. */
export function Differences({
  version,
  compared: { added, removed, changed },
}: {
  readonly version: number;
  readonly compared: Compared;
}): Html {
  const isSame = added.length + removed.length + changed.length === 0;
  return (
    <section>
      <h2 class="govuk-heading-m">Beside version {version}</h2>
      {isSame ? <p class="govuk-body">It asks the same questions in the same words.</p> : null}
      <Questions heading="Asked now and not before" questions={added} />
      <Questions heading="Asked before and no longer" questions={removed} />
      {changed.length > 0 ? (
        <DataTable
          caption="Asked otherwise"
          captionShown
          columns={[
            { heading: 'Question', cell: ({ label }) => label },
            { heading: 'What', cell: ({ of }) => of },
            { heading: `Version ${version}`, cell: ({ before }) => before || 'None' },
            { heading: 'This version', cell: ({ after }) => after || 'None' },
          ]}
          rows={changed.flatMap(({ question: { label }, changes }) =>
            changes.map((change) => ({ label, ...change })),
          )}
        />
      ) : null}
    </section>
  );
}

const kinds = {
  text: 'Words',
  list: 'A list, one line each',
  choice: 'One of these',
  'yes-no-unknown': 'Yes, no or not known',
  level: 'A judgement with its reason',
} as const satisfies Record<Question['type'], string>;

/** All that a tool asks, page by page, without a box in it. */
export function Preview({ template }: { readonly template: Template }): Html {
  const labels = new Map(questionsOf(template).map(({ id, label }) => [id, label]));
  return (
    <article>
      {template.sections.map(({ title, intro, questions }) => (
        <section>
          <h2 class="govuk-heading-m">{title}</h2>
          {intro ? <p class="govuk-body">{intro}</p> : null}
          <ul class="govuk-list govuk-list--spaced">
            {questions.map((question) => (
              <li>
                <strong>{question.label}</strong>
                {question.hint ? <div>{question.hint}</div> : null}
                <div class="fh-quiet">
                  {[
                    `${kinds[question.type]}${question.choices ? `: ${question.choices.map(({ label }) => label).join(', ')}` : ''}`,
                    question.required ? 'must be answered' : 'may be left',
                    question.condition &&
                      `asked when “${labels.get(question.condition.question)}” is ${question.condition.is.join(' or ')}`,
                    lenses
                      .filter(({ id }) => question.lenses.includes(id))
                      .map(({ label }) => label)
                      .join(', '),
                  ]
                    .filter(Boolean)
                    .join('; ')}
                </div>
                {question.prompts.length > 0 ? (
                  <ul class="govuk-list govuk-list--bullet">
                    {question.prompts.map((prompt) => (
                      <li>{prompt}</li>
                    ))}
                  </ul>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
