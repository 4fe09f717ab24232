import { formatDay } from '../../../domain/calendar/day.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { FormBox } from '../../../record/form-box.tsx';
import type { PageOf } from '../../../record/form-page.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import { InspectionPage } from '../frame.view.tsx';
import type { Inspection } from '../inspections.queries.ts';
import type { OpenInspection } from '../open-inspection.ts';
import { QuestionTable } from '../ratings/case-table.view.tsx';
import { RatingBadge } from '../ratings/rating.view.tsx';
import { type FreeAudit, plansLeft, type ReadingPlan } from './cases.queries.ts';
import type { caseFields } from './cases.routes.ts';

type Props = PageOf<
  PageContext,
  {
    readonly open: OpenInspection;
    readonly free: readonly FreeAudit[];
    readonly mayPlan: boolean;
  },
  typeof caseFields
>;

/** What the cases say: which audits they were read in, and every key question. */
export function CasesPage({ shell, subject: { open, free, mayPlan }, form }: Props): Html {
  const { inspection } = open;
  const mayWrite = form.mayWrite && !form.closed;
  const lines = open.lines.filter(({ questions }) => questions.length > 0);
  return (
    <InspectionPage
      shell={shell}
      inspection={inspection}
      here="cases"
      heading="What the cases say"
      errors={form.faults}
    >
      <p class="govuk-body">
        Each question’s percentage is of all cases that were read, half up to a whole number. A
        standard takes the rating of its lowest question; one that is judged is judged with its
        cases beside the other evidence.
      </p>
      <h2 class="govuk-heading-m">Where they were read</h2>
      <Readings inspection={inspection} mayEdit={mayWrite} />
      {mayWrite && lines.length > 0 ? (
        <AddReading {...{ inspection, free, mayPlan, form }} left={plansLeft(open)} />
      ) : null}
      {lines.map((line) => (
        <section aria-labelledby={`standard-${line.standard.id}`}>
          <h2 class="govuk-heading-m" id={`standard-${line.standard.id}`}>
            {line.standard.id} {line.standard.title}
            <span class="govuk-visually-hidden">, {line.domain.title}</span>
          </h2>
          <p>
            <RatingBadge line={line} />
          </p>
          <QuestionTable line={line} />
        </section>
      ))}
    </InspectionPage>
  );
}

function Readings({
  inspection,
  mayEdit,
}: {
  readonly inspection: Inspection;
  readonly mayEdit: boolean;
}): Html {
  if (inspection.audits.length === 0)
    return (
      <p class="govuk-body">
        {inspection.caseFigures
          ? 'The audits of this inspection are not open to you.'
          : 'No cases are read for it yet.'}
      </p>
    );
  return (
    <ul class="govuk-list">
      {inspection.audits.map(({ id, title, status, standards }) => (
        <li class="fh-entry">
          <a class="govuk-link" href={urls.audits.one(id)}>
            {title}
          </a>{' '}
          <span class="fh-quiet">
            {readingStates[status] ?? status}, standards {standards.join(', ')}
          </span>
          {mayEdit ? (
            <PostForm action={urls.inspections.unlinkAudit(inspection.id)}>
              <input type="hidden" name="audit" value={id} />
              <Button
                classes="govuk-button--secondary"
                html={
                  <>
                    Do not count these cases<span class="govuk-visually-hidden">: {title}</span>
                  </>
                }
              />
            </PostForm>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const readingStates: Readonly<Record<string, string>> = {
  planned: 'Sample still to be drawn',
  reading: 'Being read',
  finished: 'Finished',
  cancelled: 'Given up',
};

function AddReading({
  inspection,
  free,
  mayPlan,
  left,
  form: { F, ...form },
}: Pick<Props, 'form'> & {
  readonly left: readonly ReadingPlan[];
  readonly inspection: Inspection;
  readonly free: readonly FreeAudit[];
  readonly mayPlan: boolean;
}): Html {
  return (
    <>
      {left.length > 0 && mayPlan ? (
        <p class="govuk-body">
          The sample is drawn from your own cases on the audit’s pages. Read work that began from{' '}
          {formatDay(inspection.casesFrom)} to {formatDay(inspection.casesTo)}.
        </p>
      ) : null}
      {left.length > 0 && !mayPlan ? (
        <p class="govuk-body">
          The head of service is asked to plan the reading of cases and to draw the sample; a
          practice manager may do it too. It is counted here from then on.
        </p>
      ) : null}
      {mayPlan
        ? left.map(({ ofVictims, standards }) => (
            <PostForm action={urls.inspections.startReading(inspection.id)}>
              <input type="hidden" name="cases" value={ofVictims ? 'victims' : 'children'} />
              <Button
                text={`Plan the reading of ${ofVictims ? 'victims’ cases' : 'cases'} (${standards.join(', ')})`}
                classes={ofVictims ? 'govuk-button--secondary' : ''}
                preventDoubleClick={true}
              />
            </PostForm>
          ))
        : null}
      {free.length > 0 ? (
        <FormBox form={form} button="Count its cases">
          <F.audit_id />
        </FormBox>
      ) : null}
    </>
  );
}
