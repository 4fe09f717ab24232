import { usualAddressees } from '../../domain/inspections/workspace.data.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ConflictNotice } from '../../ui/layout/conflict.tsx';
import { LongText, TickField, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Recommendation } from './recommendations.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly inspectionId: string;
  readonly recommendation: Recommendation | null;
  /** Once published its words stand, and only its measure is changed. */
  readonly isPublished: boolean;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly movedOn: boolean;
};

/** Adds a recommendation, or changes it. */
export function RecommendationEditPage(props: Props): Html {
  const { shell, inspectionId, recommendation, isPublished, typed, errors } = props;
  const base = { typed, errors };
  const title = recommendation
    ? `Change recommendation ${recommendation.number}`
    : 'Add a recommendation';
  const stored = recommendation?.addressees ?? [];
  const usual: readonly string[] = usualAddressees;
  const text = (name: string) => [typed[name] ?? ''].flat()[0] ?? '';
  return (
    <Page
      title={title}
      shell={shell}
      errors={errors}
      back={{
        href: urls.inspections.recommendations(inspectionId),
        text: 'Back to the recommendations',
      }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      {props.movedOn && recommendation ? (
        <ConflictNotice
          fields={[
            { label: 'Recommendation', theirs: recommendation.text, yours: text('text') },
            { label: 'Measure', theirs: recommendation.measure, yours: text('measure') },
          ]}
        />
      ) : null}
      <PostForm
        action={
          recommendation
            ? urls.inspections.recommendationEdit(inspectionId, recommendation.id)
            : urls.inspections.recommendationNew(inspectionId)
        }
      >
        <VersionField version={recommendation?.version ?? 0} />
        {isPublished ? (
          <p class="govuk-body-l">{recommendation?.text}</p>
        ) : (
          <>
            <LongText
              {...base}
              name="text"
              label="What is recommended?"
              hint="An outcome that somebody can bring about: “make sure that every assessment weighs the safety of other people.”"
              rows={3}
              stored={recommendation?.text}
            />
            <TickField
              {...base}
              name="addressees"
              label="Who is it addressed to?"
              small={true}
              stored={stored}
              choices={usualAddressees.map((name) => ({ value: name, text: name }))}
            />
            <LongText
              {...base}
              name="others"
              label="Anybody else"
              hint="One a line"
              rows={2}
              stored={stored.filter((name) => !usual.includes(name)).join('\n')}
            />
          </>
        )}
        <LongText
          {...base}
          name="measure"
          label="How will we see that it was met?"
          hint="A measure with where it stands now and where it should be by when: “two in three audited plans have a contingency; nine in ten by June.”"
          rows={2}
          stored={recommendation?.measure}
        />
        <Button text="Save the recommendation" preventDoubleClick={true} />
      </PostForm>
    </Page>
  );
}
