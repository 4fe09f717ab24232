import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { StandardLine } from '../../../domain/inspections/rate-inspection.ts';
import { evidenceSources } from '../../../domain/inspections/workspace.data.ts';
import { Button, Details, InsetText } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import type { PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { InspectionPage } from '../frame.view.tsx';
import type { Inspection, RatingRow } from '../inspections.queries.ts';
import { QuestionTable } from './case-table.view.tsx';
import type { Evidence } from './evidence.queries.ts';
import { RatingBadge } from './rating.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly inspection: Inspection;
  readonly line: StandardLine;
  readonly evidence: readonly Evidence[];
  readonly recorded: RatingRow | undefined;
  readonly mayEdit: boolean;
  readonly mayRate: boolean;
};

/** One standard: what the cases say, what was found, and how it is rated. */
export function StandardPage(props: Props): Html {
  const { shell, inspection, line, recorded, mayEdit, mayRate } = props;
  const { standard } = line;
  const kept = props.evidence.filter(({ withdrawnReason }) => withdrawnReason === null);
  const withdrawn = props.evidence.filter(({ withdrawnReason }) => withdrawnReason !== null);
  return (
    <InspectionPage
      shell={shell}
      inspection={inspection}
      here="overview"
      heading={`${standard.id} ${standard.title}`}
      back={{ href: urls.inspections.one(inspection.id), text: 'Back to all standards' }}
    >
      <p class="govuk-body">
        Rating: <RatingBadge line={line} />
      </p>
      {standard.provisional ? <InsetText text={`Provisional. ${standard.provisional}`} /> : null}
      {recorded ? (
        <p class="govuk-body fh-written">
          {recorded.decisionId ? 'The ratings panel: ' : 'Proposed, and not decided by the panel: '}
          {recorded.reason}
        </p>
      ) : null}
      {line.refused ? <InsetText text={line.refused} /> : null}
      <p class="fh-actions">
        {mayEdit ? (
          <Button
            text="Add a finding"
            href={urls.inspections.evidenceNew(inspection.id, standard.id)}
          />
        ) : null}
        {mayRate ? (
          <a class="govuk-link" href={urls.inspections.rate(inspection.id, standard.id)}>
            Rate this standard
          </a>
        ) : null}
      </p>
      {line.questions.length > 0 ? (
        <section aria-labelledby="cases">
          <h2 class="govuk-heading-m" id="cases">
            What the cases say
          </h2>
          <QuestionTable line={line} />
        </section>
      ) : null}
      {standard.rated === 'judged' ? (
        <Details summaryText="Key questions and what to look for" html={<Prompts line={line} />} />
      ) : null}
      {(['strength', 'gap'] as const).map((bears) => (
        <Findings
          inspection={inspection}
          title={bears === 'strength' ? 'Strengths' : 'Gaps'}
          bears={bears}
          found={kept.filter((each) => each.bears === bears)}
          mayEdit={mayEdit}
        />
      ))}
      {withdrawn.length > 0 ? (
        <Details
          summaryText={`Taken back: ${withdrawn.length}`}
          html={
            <ul class="govuk-list">
              {withdrawn.map((each) => (
                <li>
                  {each.finding} <span class="fh-quiet">Why: {each.withdrawnReason}</span>
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
    </InspectionPage>
  );
}

function Prompts({ line }: { readonly line: StandardLine }): Html {
  return (
    <ul class="govuk-list">
      {line.standard.keyQuestions.map(({ id, question, prompts }) => (
        <li>
          <strong>
            {id} {question}
          </strong>
          <ul class="govuk-list govuk-list--bullet">
            {prompts.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Findings({
  inspection,
  title,
  bears,
  found,
  mayEdit,
}: {
  readonly inspection: Inspection;
  readonly title: string;
  readonly bears: string;
  readonly found: readonly Evidence[];
  readonly mayEdit: boolean;
}): Html {
  return (
    <section aria-labelledby={bears}>
      <h2 class="govuk-heading-m" id={bears}>
        {title}
      </h2>
      {found.length === 0 ? <p class="govuk-body">None is written down yet.</p> : null}
      <ul class="govuk-list">
        {found.map((each) => (
          <li class="fh-entry">
            <p class="govuk-body fh-written">{each.finding}</p>
            <p class="govuk-body fh-quiet">
              {each.keyQuestion ? `Key question ${each.keyQuestion}. ` : ''}
              {evidenceSources[each.source]}: {each.sourceDetail}, {formatDay(each.seenOn)}.
              Recorded by {each.by ?? 'somebody'}, {formatInstant(each.at)}.{' '}
              {mayEdit ? (
                <a class="govuk-link" href={urls.inspections.evidence(inspection.id, each.id)}>
                  Change<span class="govuk-visually-hidden"> this finding</span>
                </a>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
