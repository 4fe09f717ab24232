import type { AuditQuestion } from '../../domain/audits/audit-questions.ts';
import { shareOf } from '../../domain/audits/results.ts';
import { Details } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { shareWords } from './audit-words.ts';
import type { PromptCount } from './results.queries.ts';

type Props = {
  readonly questions: readonly AuditQuestion[];
  readonly prompts: readonly PromptCount[];
};

/** The prompts under each key question: yes of the cases to which the prompt applied. */
export function PromptTables({ questions, prompts }: Props): Html {
  return (
    <section aria-labelledby="prompts">
      <h2 class="govuk-heading-m" id="prompts">
        By prompt
      </h2>
      <p class="govuk-body">
        First readers’ answers. These are yes of the cases to which the prompt applied, so they are
        not comparable with the percentages above, which are of all cases.
      </p>
      {questions.map((question) => (
        <Details
          summaryText={`${question.standard}: ${question.question}`}
          html={<PromptTable question={question} prompts={prompts} />}
        />
      ))}
    </section>
  );
}

function PromptTable({
  question,
  prompts,
}: {
  readonly question: AuditQuestion;
  readonly prompts: readonly PromptCount[];
}): Html {
  return (
    <table class="govuk-table">
      <caption class="govuk-visually-hidden">Prompts of: {question.question}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Prompt', 'Yes, of relevant cases', 'Did not apply'].map((text) => (
            <th scope="col" class="govuk-table__header">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {question.prompts.map(({ id, text }) => {
          const count = prompts.find(
            (each) => each.prompt === id && each.key_question === question.id,
          );
          const { yes = 0, no = 0, not_applicable = 0 } = count ?? {};
          return (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {text}
              </th>
              <td class="govuk-table__cell">{shareWords(shareOf(yes, yes + no))}</td>
              <td class="govuk-table__cell">{not_applicable}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
