import type { AuditQuestion } from '../../../domain/audits/audit-questions.ts';
import { agreement, type Outcome, oversightViews } from '../../../domain/audits/results.ts';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { shareWords } from '../audit-words.ts';
import type { Audit } from '../audits.queries.ts';
import { OversightTable } from './oversight-table.view.tsx';
import { PromptTables } from './prompt-tables.view.tsx';
import { QuestionTable } from './question-table.view.tsx';
import type { PromptCount, TeamName, Words } from './results.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly audit: Audit;
  readonly questions: readonly AuditQuestion[];
  readonly outcomes: readonly Outcome[];
  readonly prompts: readonly PromptCount[];
  readonly words: readonly Words[];
  readonly teams: readonly TeamName[];
};

/** What an audit found: percentages on all cases, the relevant ones beside them, by question, prompt and team. */
export function ResultsPage(props: Props): Html {
  const { shell, audit, questions, outcomes, prompts, words, teams } = props;
  const cases = new Set(outcomes.map((each) => `${each.audit_id}/${each.key_question}`));
  return (
    <Page
      title={`Results: ${audit.title}`}
      shell={shell}
      back={{ href: urls.audits.one(audit.id), text: audit.title }}
    >
      <h1 class="govuk-heading-l">
        Results <span class="fh-quiet">{audit.title}</span>
      </h1>
      {audit.status === 'reading' ? (
        <p class="govuk-body">
          <span class="fh-badge fh-badge-soon">Not finished</span> The figures are of the cases
          whose readings are finished and agreed.
        </p>
      ) : null}
      {cases.size === 0 ? (
        <p class="govuk-body">No case has been read yet.</p>
      ) : (
        <>
          <QuestionTable questions={questions} outcomes={outcomes} teams={teams} />
          <p class="govuk-body">
            Two readers, reading blind, judged alike in{' '}
            <strong>{shareWords(agreement(outcomes))}</strong> judgements; where they differed, the
            agreed judgement counts.
          </p>
          <OversightTable views={oversightViews(outcomes)} />
          <PromptTables questions={questions} prompts={prompts} />
          <WordsFound words={words} />
        </>
      )}
    </Page>
  );
}

function WordsFound({ words }: { readonly words: readonly Words[] }): Html | null {
  if (words.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What is good</h2>
      <WrittenList
        lines={words.map(({ position, reading, strengths }): [string, string] => [
          caseName(position, reading),
          strengths,
        ])}
      />
      <h2 class="govuk-heading-m">What there is to learn</h2>
      <WrittenList
        lines={words.map(({ position, reading, learning }): [string, string] => [
          caseName(position, reading),
          learning,
        ])}
      />
    </>
  );
}

const caseName = (position: number, reading: string) =>
  `Case ${position}${reading === 'second' ? ', second reading' : ''}`;
