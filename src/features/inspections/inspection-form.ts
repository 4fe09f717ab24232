import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import type { Framework } from '../../domain/inspections/framework.ts';
import { inspectionKinds } from '../../domain/inspections/workspace.data.ts';
import { choice, code } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import type { ValuesOf } from '../../record/field.ts';
import { text } from '../../record/text-fields.tsx';

/** What an inspection is, when it is, and which cases it reads. */
export const inspectionFields = {
  kind: choice(
    Object.entries(inspectionKinds).map(([value, text]) => ({ value, text })),
    { label: 'What kind of inspection is it?', required: 'Choose what kind it is' },
  ),
  title: text({
    label: 'Name',
    hint: 'For example: mock inspection, autumn 2026',
    required: 'Enter a name for the inspection',
    max: 150,
  }),
  programme: code('programmes', {
    label: 'Which standards is it held against?',
    hint: 'Those that are in force on the first day of fieldwork. Parts that are not confirmed are marked provisional wherever they are used',
    required: 'Choose which standards it is held against',
  }),
  lead_id: code('leads', { label: 'Who leads it?', required: 'Choose who leads it' }),
  fieldwork_from: day({
    label: 'First day of fieldwork',
    says: 'The first day of fieldwork',
    required: 'Enter the first day of fieldwork',
  }),
  fieldwork_to: day({
    label: 'Last day of fieldwork',
    says: 'The last day of fieldwork',
    required: 'Enter the last day of fieldwork',
  }),
  cases_from: day({
    label: 'Cases are read of work that began from',
    hint: 'The framework opens the window twelve months before fieldwork and closes it some nine weeks before',
    says: 'The first day of the window',
    required: 'Enter from when cases are read',
  }),
  cases_to: day({
    label: 'Cases are read of work that began until',
    says: 'The last day of the window',
    required: 'Enter until when cases are read',
  }),
};

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

/** Whether inspections of a day are held against a framework. */
const isInForce = ({ validFrom, validTo }: Framework, day: Day): boolean =>
  validFrom <= day && (validTo === null || validTo >= day);

/** What the parts of the form say against each other. */
export function formProblems(
  form: ValuesOf<typeof inspectionFields>,
  /** What it is already, once its panel has met: then that stays. */
  decided: { readonly kind: string; readonly programme: string } | null,
  frameworks: readonly Framework[],
): readonly FormFault[] {
  const after = (from: Day, to: Day, field: string, message: string) =>
    from > to ? [{ field: `${field}-day`, message }] : [];
  const stays = (field: 'kind' | 'programme', message: string) =>
    decided && decided[field] !== form[field] ? [{ field, message }] : [];
  const framework = frameworks.find(({ id }) => id === form.programme.split(' ')[0]);
  const past =
    framework && !isInForce(framework, form.fieldwork_from)
      ? [
          {
            field: 'programme',
            message: `${framework.title} are not the standards of ${formatDay(form.fieldwork_from)}: choose those in force on the first day of fieldwork`,
          },
        ]
      : [];
  return [
    ...past,
    ...stays('kind', 'The panel has met: what kind of inspection it is stays'),
    ...stays('programme', 'The panel has met: what it is held against stays'),
    ...after(
      form.fieldwork_from,
      form.fieldwork_to,
      'fieldwork_to',
      'The last day of fieldwork must not be before the first',
    ),
    ...after(
      form.cases_from,
      form.cases_to,
      'cases_to',
      'The last day of the window must not be before the first',
    ),
  ];
}
