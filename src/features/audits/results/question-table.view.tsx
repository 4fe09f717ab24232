import type { AuditQuestion } from '../../../domain/audits/audit-questions.ts';
import { type Outcome, questionResult } from '../../../domain/audits/results.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { shareWords } from '../audit-words.ts';
import type { TeamName } from './results.queries.ts';

type Props = {
  readonly questions: readonly AuditQuestion[];
  readonly outcomes: readonly Outcome[];
  readonly teams: readonly TeamName[];
};

/** Yes of all cases for each key question, in the service and in each team. */
export function QuestionTable({ questions, outcomes, teams }: Props): Html {
  const rows = questions.map((question) => ({
    ...question,
    all: questionResult(outcomes, question.id),
  }));
  return (
    <section class="fh-scroll" tabindex={0} aria-label="Key questions">
      <DataTable
        caption="By key question"
        captionShown
        rows={rows}
        columns={[
          {
            heading: 'Key question',
            cell: ({ question, standard, lens }) => (
              <>
                {question}
                <span class="fh-quiet">
                  {' '}
                  {standard}
                  {lens ? `, ${lens}` : ''}
                </span>
              </>
            ),
          },
          {
            heading: 'Yes, of all cases',
            cell: ({ all }) => (
              <>
                {shareWords(all)}
                {all.waiting > 0 ? <span class="fh-quiet"> {all.waiting} not settled</span> : null}
              </>
            ),
          },
          { heading: 'Relevant', cell: ({ all }) => `${all.relevant} of ${all.of}` },
          ...teams.map((team) => ({
            heading: team.name,
            cell: ({ id }: AuditQuestion) =>
              shareWords(
                questionResult(
                  outcomes.filter(({ team_id }) => team_id === team.id),
                  id,
                ),
              ),
          })),
        ]}
      />
    </section>
  );
}
