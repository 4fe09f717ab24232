import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import type { Framework } from '../../domain/inspections/framework.ts';
import {
  requiredChoice,
  requiredDay,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';
import type { FieldError } from '../../ui/layout/page.tsx';

export const inspectionForm = z.object({
  title: requiredText('Enter a name for the inspection', 150),
  kind: requiredChoice(['mock', 'self-assessment', 'inspectorate'], 'Choose what kind it is'),
  programme: requiredText('Choose which standards it is held against', 100),
  lead: requiredText('Choose who leads it', 40),
  'fieldwork-from': requiredDay({
    label: 'The first day of fieldwork',
    required: 'Enter the first day of fieldwork',
  }),
  'fieldwork-to': requiredDay({
    label: 'The last day of fieldwork',
    required: 'Enter the last day of fieldwork',
  }),
  'cases-from': requiredDay({
    label: 'The first day of the window',
    required: 'Enter from when cases are read',
  }),
  'cases-to': requiredDay({
    label: 'The last day of the window',
    required: 'Enter until when cases are read',
  }),
  version: versionField,
});

export type InspectionForm = z.output<typeof inspectionForm>;

/** A framework and a type of inspection under one name, for a single choice. */
export const programmeOf = (frameworkId: string, type: string) => `${frameworkId} ${type}`;

/** Every framework with each of its types, the newest first. */
export const programmes = (frameworks: readonly Framework[]) =>
  frameworks.flatMap(({ id, title, inspectionTypes }) =>
    inspectionTypes.map((type) => ({
      value: programmeOf(id, type.id),
      text: `${title}: ${type.title}`,
    })),
  );

/** What the parts of the form say against each other. */
export function formProblems(
  form: InspectionForm,
  frameworks: readonly Framework[],
  leads: readonly { readonly id: string }[],
  /** What it is already, once its panel has met: then that stays. */
  decided: { readonly kind: string; readonly programme: string } | null,
): readonly FieldError[] {
  const after = (from: Day, to: Day, field: string, message: string) =>
    from > to ? [{ field: `${field}-day`, message }] : [];
  const stays = (field: 'kind' | 'programme', message: string) =>
    decided && decided[field] !== form[field] ? [{ field, message }] : [];
  return [
    ...stays('kind', 'The panel has met: what kind of inspection it is stays'),
    ...stays('programme', 'The panel has met: what it is held against stays'),
    ...(programmes(frameworks).some(({ value }) => value === form.programme)
      ? []
      : [{ field: 'programme', message: 'Choose which standards it is held against' }]),
    ...(leads.some(({ id }) => id === form.lead)
      ? []
      : [{ field: 'lead', message: 'Choose who leads it' }]),
    ...after(
      form['fieldwork-from'],
      form['fieldwork-to'],
      'fieldwork-to',
      'The last day of fieldwork must not be before the first',
    ),
    ...after(
      form['cases-from'],
      form['cases-to'],
      'cases-to',
      'The last day of the window must not be before the first',
    ),
  ];
}

/** The columns that a form sets. */
export function columnsOf(form: InspectionForm) {
  const [frameworkId = '', inspectionType = ''] = form.programme.split(' ');
  return {
    title: form.title,
    kind: form.kind,
    framework_id: frameworkId,
    inspection_type: inspectionType,
    lead_id: form.lead,
    fieldwork_from: form['fieldwork-from'],
    fieldwork_to: form['fieldwork-to'],
    cases_from: form['cases-from'],
    cases_to: form['cases-to'],
  };
}
