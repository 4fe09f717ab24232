import type { AuditQuestion } from '../../domain/audits/audit-questions.ts';
import { type Outcome, questionResult } from '../../domain/audits/results.ts';
import type { Html } from '../../ui/html.ts';
import { shareWords } from './audit-words.ts';
import type { TeamName } from './results.queries.ts';

type Props = {
  readonly questions: readonly AuditQuestion[];
  readonly outcomes: readonly Outcome[];
  readonly teams: readonly TeamName[];
};

/** Yes of all cases for each key question, in the service and in each team. */
export function QuestionTable({ questions, outcomes, teams }: Props): Html {
  const heads = ['Key question', 'Yes, of all cases', 'Relevant', ...teams.map(({ name }) => name)];
  return (
    <section class="fh-scroll" tabindex={0} aria-label="Key questions">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--m">By key question</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {heads.map((text) => (
              <th scope="col" class="govuk-table__header">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {questions.map((question) => (
            <QuestionRow question={question} outcomes={outcomes} teams={teams} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function QuestionRow({
  question,
  outcomes,
  teams,
}: Omit<Props, 'questions'> & { readonly question: AuditQuestion }): Html {
  const all = questionResult(outcomes, question.id);
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {question.question}
        <span class="fh-quiet">
          {' '}
          {question.standard}
          {question.lens ? `, ${question.lens}` : ''}
        </span>
      </th>
      <td class="govuk-table__cell">
        {shareWords(all)}
        {all.waiting > 0 ? <span class="fh-quiet"> {all.waiting} not settled</span> : null}
      </td>
      <td class="govuk-table__cell">
        {all.relevant} of {all.of}
      </td>
      {teams.map(({ id }) => (
        <td class="govuk-table__cell">
          {shareWords(
            questionResult(
              outcomes.filter(({ team_id }) => team_id === id),
              question.id,
            ),
          )}
        </td>
      ))}
    </tr>
  );
}
