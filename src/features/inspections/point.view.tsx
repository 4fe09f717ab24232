import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ConflictNotice } from '../../ui/layout/conflict.tsx';
import {
  ChoiceField,
  DayField,
  LongText,
  TextField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { InspectionPage } from './frame.view.tsx';
import type { Inspection } from './inspections.queries.ts';
import type { Point } from './points.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly inspection: Inspection;
  readonly point: Point | null;
  readonly formKey: string;
  readonly today: string;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly movedOn: boolean;
};

/** Logs a point of factual accuracy, or answers it. */
export function PointPage(props: Props): Html {
  const { shell, inspection, point, formKey, today, typed, errors } = props;
  const base = { typed, errors };
  const long = { ...base, rows: 3, formKey };
  const text = (name: string) => [typed[name] ?? ''].flat()[0] ?? '';
  return (
    <InspectionPage
      shell={shell}
      inspection={inspection}
      here="points"
      heading={point ? `Point ${point.number}` : 'Log a point'}
      errors={errors}
      back={{ href: urls.inspections.points(inspection.id), text: 'Back to factual accuracy' }}
    >
      {props.movedOn && point ? (
        <ConflictNotice
          fields={[
            { label: 'What is wrong', theirs: point.point, yours: text('point') },
            { label: 'What shows it', theirs: point.evidence, yours: text('evidence') },
            { label: 'Answer', theirs: point.answer ?? 'open', yours: text('answer') },
            { label: 'Reason', theirs: point.answerReason, yours: text('answer-reason') },
          ]}
        />
      ) : null}
      <PostForm
        action={
          point
            ? urls.inspections.point(inspection.id, point.id)
            : urls.inspections.pointNew(inspection.id)
        }
      >
        <VersionField version={point?.version ?? 0} />
        <LongText {...long} name="point" label="What is wrong?" stored={point?.point} />
        <TextField
          {...base}
          name="place"
          label="Where in the report?"
          hint="For example: standard 2.2, second gap"
          stored={point?.place}
        />
        <LongText
          {...long}
          name="evidence"
          label="What shows it?"
          hint="Good: “Minutes of 4 March, item 6: four members attended, not two.”"
          stored={point?.evidence}
        />
        <TextField
          {...base}
          name="raised-by"
          label="Who raised it?"
          hint="A role or an agency"
          stored={point?.raisedBy}
        />
        <DayField {...base} name="raised-on" label="When?" stored={point?.raisedOn ?? today} />
        <ChoiceField
          {...base}
          name="answer"
          label="Answer"
          stored={point?.answer ?? 'open'}
          choices={[
            { value: 'open', text: 'Not answered yet' },
            { value: 'accepted', text: 'Accepted: the report is changed' },
            { value: 'rejected', text: 'Not accepted' },
          ]}
        />
        <LongText
          {...long}
          name="answer-reason"
          label="What was changed, or why not?"
          stored={point?.answerReason}
        />
        <Button text="Save the point" preventDoubleClick={true} />
      </PostForm>
    </InspectionPage>
  );
}
