import { z } from 'zod';
import { caseStandards } from '../../domain/audits/audit-questions.ts';
import { addMonths, isDay } from '../../domain/calendar/day.ts';
import { readFrameworks } from '../../platform/files/read-frameworks.ts';
import type { Form } from '../../platform/http/context.ts';
import {
  optionalText,
  type Parsed,
  parseForm,
  requiredChoice,
  requiredDay,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';

const schema = z.object({
  version: versionField.default(0),
  title: requiredText('Enter what the audit is called', 120),
  kind: requiredChoice(
    ['monthly', 'themed', 'mock-inspection', 'inspection'],
    'Choose what kind of audit it is',
  ),
  theme: optionalText(200),
  month: z.string().refine((text) => isDay(`${text}-01`), 'Choose a month of the programme'),
  dueOn: requiredDay({
    label: 'The day it is due',
    required: 'Enter the day by which it is to be done',
  }),
  lead: z.uuid('Choose who leads it'),
});

export type PlanInput = Omit<z.output<typeof schema>, 'version'> & {
  readonly version: number;
  readonly frameworkId: string;
  readonly standards: readonly string[];
};

/** The field of the standards of one framework. */
const standardsField = (frameworkId: string) => `standards-${frameworkId}`;

/** Reads an audit's plan; its standards are of one framework, or the answers could not be compared. */
export function planInput(form: Form): Parsed<PlanInput> {
  const parsed = parseForm(schema, form);
  const chosen = readFrameworks().flatMap((framework) => {
    const known = caseStandards(framework).map(({ standard }) => standard.id);
    const ticked = new Set(
      form.all(standardsField(framework.id)).filter((id) => known.includes(id)),
    );
    return ticked.size > 0 ? [{ frameworkId: framework.id, standards: [...ticked] }] : [];
  });
  const [first, second] = chosen;
  const errors = parsed.ok ? [] : [...parsed.errors];
  const field = standardsField(readFrameworks()[0]?.id ?? '');
  if (!first) errors.push({ field, message: 'Choose at least one standard' });
  if (second) errors.push({ field, message: 'Choose standards of one framework only' });
  if (parsed.ok && parsed.value.dueOn >= addMonths(`${parsed.value.month}-01`, 4))
    errors.push({
      field: 'dueOn-day',
      message: 'The day it is due must be at most three months after its month in the programme',
    });
  if (!parsed.ok || !first || errors.length > 0) return { ok: false, errors };
  return { ok: true, value: { ...parsed.value, ...first, month: `${parsed.value.month}-01` } };
}
