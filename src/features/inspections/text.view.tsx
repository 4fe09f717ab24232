import type { ReportFigure } from '../../domain/inspections/report-figures.ts';
import { reportTexts } from '../../domain/inspections/workspace.data.ts';
import { Button, Details } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ConflictNotice } from '../../ui/layout/conflict.tsx';
import { LongText, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { InspectionPage } from './frame.view.tsx';
import type { Inspection } from './inspections.queries.ts';
import type { ReportTextRow, TextPart } from './texts.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly inspection: Inspection;
  readonly part: TextPart;
  readonly text: ReportTextRow | undefined;
  /** What a text may refer to. */
  readonly figures: readonly ReportFigure[];
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly movedOn: boolean;
};

/** Writes one part of the report. */
export function TextPage(props: Props): Html {
  const { shell, inspection, part, text, typed, errors } = props;
  const { title, hint } = reportTexts[part];
  return (
    <InspectionPage
      shell={shell}
      inspection={inspection}
      here="texts"
      heading={title}
      errors={errors}
      back={{ href: urls.inspections.texts(inspection.id), text: 'Back to report texts' }}
    >
      {props.movedOn ? (
        <ConflictNotice
          fields={[
            {
              label: title,
              theirs: text?.words ?? null,
              yours: [typed.words ?? ''].flat()[0] ?? '',
            },
          ]}
        />
      ) : null}
      <p class="govuk-body">
        Write figures by their names, such as {'{score}'}: the report puts the figure there, and it
        is never out of date.
      </p>
      <Details
        summaryText="Names of figures"
        html={
          <ul class="govuk-list">
            {props.figures.map(({ reference, what }) => (
              <li>
                {`{${reference}}`} <span class="fh-quiet">{what}</span>
              </li>
            ))}
          </ul>
        }
      />
      <PostForm action={urls.inspections.text(inspection.id, part)}>
        <VersionField version={text?.version ?? 0} />
        <LongText
          name="words"
          label={title}
          hint={hint}
          rows={16}
          typed={typed}
          errors={errors}
          stored={text?.words}
        />
        <Button text="Save this part" preventDoubleClick={true} />
      </PostForm>
    </InspectionPage>
  );
}
