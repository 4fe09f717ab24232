import type { AuditQuestion } from '../../../domain/audits/audit-questions.ts';
import { shareOf } from '../../../domain/audits/results.ts';
import { Details } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { shareWords } from '../audit-words.ts';
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
      {questions.map(({ id, standard, question, prompts: asked }) => (
        <Details
          summaryText={`${standard}: ${question}`}
          html={
            <DataTable
              caption={`Prompts of: ${question}`}
              rows={asked.map(({ id: prompt, text }) => ({
                text,
                ...(prompts.find((each) => each.prompt === prompt && each.key_question === id) ??
                  none),
              }))}
              columns={[
                { heading: 'Prompt', cell: ({ text }) => text },
                {
                  heading: 'Yes, of relevant cases',
                  cell: ({ yes, no }) => shareWords(shareOf(yes, yes + no)),
                },
                { heading: 'Did not apply', cell: ({ not_applicable }) => not_applicable },
              ]}
            />
          }
        />
      ))}
    </section>
  );
}

const none = { yes: 0, no: 0, not_applicable: 0 };
