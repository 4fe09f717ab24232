import { formatDay } from '../../../domain/calendar/day.ts';
import { Details } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { DiffText } from '../../../ui/layout/diff-text.tsx';
import { urls } from '../../../urls.ts';
import type { OpenAssessment } from '../assessment.queries.ts';
import { ChangesView } from '../writing/beside.view.tsx';
import type { BeforeSigning } from './record-now.ts';

type Props = {
  readonly open: Pick<OpenAssessment, 'id' | 'childId' | 'template'>;
  readonly before: BeforeSigning;
  /** Leads to the answer, for whoever writes it. */
  readonly mayWrite: boolean;
};

/** What whoever signs should have seen first. */
export function BeforeSigningView({ open, before, mayWrite }: Props): Html {
  const { contradictions, unmarked, since } = before;
  return (
    <>
      {contradictions.length > 0 ? (
        <section class="fh-card govuk-!-margin-bottom-6" aria-labelledby="contradicted">
          <h2 class="govuk-heading-m" id="contradicted">
            What contradicts an answer
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {contradictions.map(({ question, message }) => (
              <li>
                {mayWrite ? (
                  <a class="govuk-link" href={placeOf(open, question)}>
                    {message}
                  </a>
                ) : (
                  message
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {unmarked.length > 0 ? (
        <section aria-labelledby="unmarked">
          <h2 class="govuk-heading-m" id="unmarked">
            Answers of partners that nobody has weighed
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {unmarked.map(({ id, agency, answeredOn }) => (
              <li>
                <a class="govuk-link" href={urls.information.one(open.childId, id)}>
                  {agency}, {formatDay(answeredOn)}: mark as used or not relevant
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {since ? <SinceSigned since={since} /> : null}
    </>
  );
}

function SinceSigned({ since }: { readonly since: NonNullable<BeforeSigning['since']> }): Html {
  const { changes, changed, unchanged } = since;
  return (
    <>
      <ChangesView changes={changes} />
      <section aria-labelledby="since-signed">
        <h2 class="govuk-heading-m" id="since-signed">
          In this assessment, since the last signature
        </h2>
        {changed.length === 0 ? (
          <p class="govuk-body">
            <strong>Nothing has changed.</strong> Every word stands as it was signed before.
          </p>
        ) : (
          <Details summaryText={`Changed: ${changed.length}`} open={true}>
            {changed.map(({ label, before, after }) => (
              <>
                <h3 class="govuk-heading-s">{label}</h3>
                <DiffText before={before} after={after} />
              </>
            ))}
          </Details>
        )}
        {unchanged.length > 0 ? (
          <Details summaryText={`As it was signed before: ${unchanged.length}`}>
            <ul class="govuk-list govuk-list--bullet">
              {unchanged.map((label) => (
                <li>{label}</li>
              ))}
            </ul>
          </Details>
        ) : null}
      </section>
    </>
  );
}

function placeOf({ childId, id, template }: Props['open'], question: string): string {
  const section = template.sections.find((each) => each.questions.some((q) => q.id === question));
  return section
    ? `${urls.assessments.section(childId, id, section.id)}#answer-${question}`
    : urls.assessments.one(childId, id);
}
