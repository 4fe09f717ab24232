import type { Standard } from '../../domain/inspections/framework.ts';
import { evidenceSources } from '../../domain/inspections/workspace.data.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ConflictNotice } from '../../ui/layout/conflict.tsx';
import {
  ChoiceField,
  DayField,
  LongText,
  SelectField,
  TextField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Evidence } from './evidence.queries.ts';
import { InspectionPage } from './frame.view.tsx';
import type { Inspection } from './inspections.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly inspection: Inspection;
  readonly standard: Standard;
  /** Null for a new one. */
  readonly evidence: Evidence | null;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly movedOn: boolean;
};

/** Writes down a strength or a gap, or changes it. */
export function EvidencePage(props: Props): Html {
  const { shell, inspection, standard, evidence, typed, errors, movedOn } = props;
  const base = { typed, errors };
  const name = `${standard.id} ${standard.title}`;
  return (
    <InspectionPage
      shell={shell}
      inspection={inspection}
      here="overview"
      heading={evidence ? `Change a finding: ${name}` : `Add a finding: ${name}`}
      errors={errors}
      back={{
        href: urls.inspections.standard(inspection.id, standard.id),
        text: `Back to ${name}`,
      }}
    >
      {movedOn && evidence ? <ConflictNotice fields={conflict(evidence, typed)} /> : null}
      <PostForm
        action={
          evidence
            ? urls.inspections.evidence(inspection.id, evidence.id)
            : urls.inspections.evidenceNew(inspection.id, standard.id)
        }
      >
        <VersionField version={evidence?.version ?? 0} />
        <ChoiceField
          {...base}
          name="bears"
          label="What is it?"
          inline={true}
          stored={evidence?.bears}
          choices={[
            { value: 'strength', text: 'A strength' },
            { value: 'gap', text: 'A gap' },
          ]}
        />
        <LongText
          {...base}
          name="finding"
          label="What was found?"
          hint="One finding in a sentence or two, as it would stand in the report. Name no child and no member of staff."
          rows={4}
          stored={evidence?.finding}
        />
        <SelectField
          {...base}
          name="key-question"
          label="Key question"
          hint="Leave it open when the finding bears on the whole standard"
          empty="The whole standard"
          stored={evidence?.keyQuestion}
          choices={standard.keyQuestions.map(({ id, question }) => ({
            value: id,
            text: `${id} ${question}`,
          }))}
        />
        <ChoiceField
          {...base}
          name="source"
          label="Where was it seen?"
          small={true}
          stored={evidence?.source}
          choices={Object.entries(evidenceSources).map(([value, text]) => ({ value, text }))}
        />
        <TextField
          {...base}
          name="source-detail"
          label="Which one?"
          hint="For example: board minutes of 4 March; interview with a manager"
          stored={evidence?.sourceDetail}
        />
        <DayField {...base} name="seen-on" label="When was it seen?" stored={evidence?.seenOn} />
        {evidence ? (
          <TextField
            {...base}
            name="withdrawn"
            label="Take it back: why?"
            hint="Leave this blank to keep the finding. A finding that is taken back is kept, and is not part of the report."
            stored={evidence.withdrawnReason}
          />
        ) : null}
        <Button text="Save the finding" preventDoubleClick={true} />
      </PostForm>
    </InspectionPage>
  );
}

function conflict(evidence: Evidence, typed: Typed) {
  const text = (name: string) => [typed[name] ?? ''].flat()[0] ?? '';
  return [
    { label: 'What was found', theirs: evidence.finding, yours: text('finding') },
    { label: 'Which one', theirs: evidence.sourceDetail, yours: text('source-detail') },
    { label: 'Taken back', theirs: evidence.withdrawnReason, yours: text('withdrawn') },
  ];
}
