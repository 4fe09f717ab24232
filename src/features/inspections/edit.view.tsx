import { formatDay } from '../../domain/calendar/day.ts';
import type { Framework } from '../../domain/inspections/framework.ts';
import { inspectionKinds } from '../../domain/inspections/workspace.data.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ConflictNotice } from '../../ui/layout/conflict.tsx';
import {
  ChoiceField,
  DayField,
  SelectField,
  TextField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { programmeOf, programmes } from './inspection-form.ts';
import type { Inspection } from './inspections.queries.ts';

type EditProps = {
  readonly shell: PageShell;
  readonly frameworks: readonly Framework[];
  readonly leads: readonly { id: string; name: string; title: string }[];
  /** Null for a new one. */
  readonly inspection: Inspection | null;
  /** The days proposed for a new one. */
  readonly proposed: Readonly<
    Pick<Inspection, 'fieldworkFrom' | 'fieldworkTo' | 'casesFrom' | 'casesTo'>
  >;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly movedOn?: boolean;
};

/** Starts an inspection, or changes its dates and lead. */
export function EditInspectionPage(props: EditProps): Html {
  const { shell, frameworks, leads, inspection, typed, errors, movedOn } = props;
  const base = { typed, errors };
  const days = inspection ?? props.proposed;
  const title = inspection ? 'Change the inspection' : 'Start an inspection';
  const back = inspection
    ? { href: urls.inspections.one(inspection.id), text: `Back to ${inspection.title}` }
    : { href: urls.inspections.list, text: 'Back to inspections' };
  return (
    <Page title={title} shell={shell} errors={errors} back={back}>
      <h1 class="govuk-heading-l">{title}</h1>
      {movedOn && inspection ? <ConflictNotice fields={conflict(inspection, typed)} /> : null}
      <PostForm
        action={inspection ? urls.inspections.edit(inspection.id) : urls.inspections.create}
      >
        <VersionField version={inspection?.version ?? 0} />
        <ChoiceField
          {...base}
          name="kind"
          label="What kind of inspection is it?"
          stored={inspection?.kind ?? 'mock'}
          choices={Object.entries(inspectionKinds).map(([value, text]) => ({ value, text }))}
        />
        <TextField
          {...base}
          name="title"
          label="Name"
          hint="For example: mock inspection, autumn 2026"
          stored={inspection?.title}
        />
        <SelectField
          {...base}
          name="programme"
          label="Which standards is it held against?"
          hint="Parts that are not confirmed are marked provisional wherever they are used"
          stored={
            inspection
              ? programmeOf(inspection.frameworkId, inspection.inspectionType)
              : programmes(frameworks)[0]?.value
          }
          choices={programmes(frameworks)}
        />
        <SelectField
          {...base}
          name="lead"
          label="Who leads it?"
          stored={inspection?.leadId}
          choices={leads.map(({ id, name, title: job }) => ({
            value: id,
            text: `${name}, ${job}`,
          }))}
        />
        <DayField
          {...base}
          name="fieldwork-from"
          label="First day of fieldwork"
          stored={days.fieldworkFrom}
        />
        <DayField
          {...base}
          name="fieldwork-to"
          label="Last day of fieldwork"
          stored={days.fieldworkTo}
        />
        <DayField
          {...base}
          name="cases-from"
          label="Cases are read of work that began from"
          hint="The framework opens the window twelve months before fieldwork and closes it some nine weeks before"
          stored={days.casesFrom}
        />
        <DayField
          {...base}
          name="cases-to"
          label="Cases are read of work that began until"
          stored={days.casesTo}
        />
        <Button
          text={inspection ? 'Save the inspection' : 'Start the inspection'}
          preventDoubleClick={true}
        />
      </PostForm>
    </Page>
  );
}

function conflict(inspection: Inspection, typed: Typed) {
  const text = (name: string) => [typed[name] ?? ''].flat()[0] ?? '';
  const day = (name: string) =>
    [text(`${name}-day`), text(`${name}-month`), text(`${name}-year`)].join(' ');
  return [
    { label: 'Name', theirs: inspection.title, yours: text('title') },
    {
      label: 'Fieldwork',
      theirs: `${formatDay(inspection.fieldworkFrom)} to ${formatDay(inspection.fieldworkTo)}`,
      yours: `${day('fieldwork-from')} to ${day('fieldwork-to')}`,
    },
    {
      label: 'Window of cases',
      theirs: `${formatDay(inspection.casesFrom)} to ${formatDay(inspection.casesTo)}`,
      yours: `${day('cases-from')} to ${day('cases-to')}`,
    },
  ];
}
