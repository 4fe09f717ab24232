import { askedQuestions, hasContent } from '../../domain/assessments/answers.ts';
import { judgements } from '../../domain/assessments/levels.data.ts';
import { levelLabel } from '../../domain/assessments/levels.ts';
import { answerWords } from '../../domain/assessments/part-words.ts';
import { writtenSections } from '../../domain/assessments/progress.ts';
import { sourceLabel } from '../../domain/assessments/sources.data.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import { DataTable } from '../../ui/layout/data-table.tsx';
import type { OpenAssessment } from './assessment.queries.ts';
import { contingencyNames } from './names.ts';

/** The whole assessment to be read or printed, without a box in it. */
export function WholeAssessment({ open }: { readonly open: OpenAssessment }): Html {
  const { template, content } = open;
  const asked = askedQuestions(template, content.answers);
  return (
    <article class="fh-whole">
      {judgements.map(({ id, title }) => (
        <Judgement open={open} id={id} title={title} />
      ))}
      {writtenSections(template).map((section) => (
        <section id={section.id}>
          <h2 class="govuk-heading-m">{section.title}</h2>
          {asked
            .filter((q) => q.type !== 'level' && section.questions.some(({ id }) => id === q.id))
            .map((question) => {
              const answer = content.answers[question.id];
              const isSaid =
                answer && (answer.state !== 'answered' || hasContent(answer) || answer.comment);
              return (
                <>
                  <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{question.label}</h3>
                  <p class={`govuk-body fh-written ${isSaid ? '' : 'fh-quiet'}`}>
                    {isSaid ? answerWords(question, answer) : 'Not answered yet'}
                  </p>
                </>
              );
            })}
        </section>
      ))}
      <SafetyTables open={open} />
    </article>
  );
}

function Judgement(props: {
  readonly open: OpenAssessment;
  readonly id: (typeof judgements)[number]['id'];
  readonly title: string;
}): Html {
  const own = props.open.content.judgements[props.id];
  return (
    <section>
      <h2 class="govuk-heading-m">
        {props.title}: {own.level ? levelLabel(own.level).toLowerCase() : 'not judged yet'}
      </h2>
      <p class="govuk-body fh-written">{own.reason || 'No reasons written yet'}</p>
      {own.suggested && own.suggested !== own.level ? (
        <p class="govuk-body fh-written">
          The signs suggest {levelLabel(own.suggested).toLowerCase()}. {own.overrideReason}
        </p>
      ) : null}
      <p class="govuk-body-s">
        Relied on:{' '}
        {own.sources
          .filter((source) => source.use === 'used')
          .map((source) => `${sourceLabel(source.from)} (${source.name})`)
          .join('; ') || 'nothing named yet'}
        .
      </p>
    </section>
  );
}

function SafetyTables({ open }: { readonly open: OpenAssessment }): Html {
  const { safetyRows, contingencyRows } = open.content;
  return (
    <>
      <h2 class="govuk-heading-m">What keeps people safe</h2>
      <RowsTable
        caption="What keeps people safe"
        rows={safetyRows}
        cells={[
          ['Risk', ({ risk }) => risk],
          ['What is done', ({ control }) => control],
          ['Who', ({ who }) => who],
          ['Looked at again', ({ reviewOn }) => (reviewOn ? formatDay(reviewOn) : '')],
        ]}
      />
      <h2 class="govuk-heading-m">If things change</h2>
      <RowsTable
        caption="If things change"
        rows={contingencyRows}
        cells={[
          ['For', ({ about }) => contingencyNames[about]],
          ['If', ({ trigger }) => trigger],
          ['Then', ({ action }) => action],
          ['Who', ({ who }) => who],
          ['Within', ({ within }) => within],
          ['Tell', ({ tell }) => tell],
        ]}
      />
    </>
  );
}

function RowsTable<R>({
  caption,
  rows,
  cells,
}: {
  readonly caption: string;
  readonly rows: readonly R[];
  readonly cells: readonly (readonly [heading: string, text: (row: R) => string])[];
}): Html {
  if (rows.length === 0) return <p class="govuk-body">No line.</p>;
  const columns = cells.map(([heading, text]) => ({
    heading,
    cell: (row: R) => text(row) || 'Not said',
  }));
  return <DataTable caption={caption} columns={columns} rows={rows} />;
}
