import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { ActionBadge } from '../../record/action-badge.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { DayField, LongText, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { WrittenList } from '../../ui/layout/written-list.tsx';
import { urls } from '../../urls.ts';
import { Grid } from './grid.view.tsx';
import { ProgressBadge } from './recommendation-words.tsx';
import type { Recommendation } from './recommendations.queries.ts';

type RecommendationProps = {
  readonly shell: PageShell;
  readonly recommendation: Recommendation;
  readonly today: Day;
  readonly mayEdit: boolean;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
};

/** One recommendation: its actions, its measure, and whether it was met. */
export function RecommendationPage(props: RecommendationProps): Html {
  const { shell, recommendation, today, mayEdit, errors } = props;
  const { id, inspectionId, number, text, actions } = recommendation;
  return (
    <Page
      title={`Recommendation ${number}`}
      shell={shell}
      errors={errors}
      back={{
        href: urls.inspections.recommendations(inspectionId),
        text: 'Back to the recommendations',
      }}
    >
      <span class="govuk-caption-l">{recommendation.inspection}</span>
      <h1 class="govuk-heading-l">Recommendation {number}</h1>
      <p class="govuk-body-l fh-written">{text}</p>
      <p>
        <ProgressBadge recommendation={recommendation} today={today} />
      </p>
      <WrittenList
        lines={[
          ['Addressed to', recommendation.addressees.join(', ')],
          ['How we will see that it was met', recommendation.measure ?? 'Nobody has said yet'],
          ['Met', recommendation.metOn ? formatDay(recommendation.metOn) : null],
          ['What shows it', recommendation.metEvidence],
        ]}
      />
      {mayEdit ? (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.inspections.recommendationEdit(inspectionId, id)}>
            Change this recommendation or its measure
          </a>
        </p>
      ) : null}
      <h2 class="govuk-heading-m">Actions</h2>
      {mayEdit ? (
        <Button text="Add an action" href={urls.inspections.actionNew(inspectionId, id)} />
      ) : null}
      {actions.length === 0 ? (
        <p class="govuk-body">Nobody has promised anything yet.</p>
      ) : (
        <Grid
          caption="Actions"
          headings={['Action', 'Who', 'When', 'What was done', 'What it changed']}
          rows={actions.map((action) => ({
            head: (
              <a class="govuk-link" href={urls.inspections.action(inspectionId, id, action.id)}>
                {action.what}
              </a>
            ),
            cells: [
              `${action.owner_name} (${action.agency})`,
              <ActionBadge action={action} today={today} />,
              action.evidence ?? 'Nothing reported yet',
              action.impact ?? 'Nothing recorded',
            ],
          }))}
        />
      )}
      {mayEdit && !recommendation.metOn ? <MetForm {...props} /> : null}
    </Page>
  );
}

function MetForm({ recommendation, typed, errors, today }: RecommendationProps): Html {
  const base = { typed, errors };
  const { id, inspectionId, version } = recommendation;
  return (
    <PostForm action={urls.inspections.recommendationMet(inspectionId, id)}>
      <h2 class="govuk-heading-m">Say that it was met</h2>
      <VersionField version={version} />
      <LongText
        {...base}
        name="met-evidence"
        label="What shows that it was met?"
        hint="Hold it against the measure above: what has changed for children, and where it can be seen"
        rows={3}
      />
      <DayField {...base} name="met-on" label="When was it met?" stored={today} />
      <Button text="Record that it was met" classes="govuk-button--secondary" />
    </PostForm>
  );
}
