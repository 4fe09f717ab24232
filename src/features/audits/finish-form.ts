import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import type { Form } from '../../platform/http/context.ts';
import {
  type FormError,
  optionalDay,
  optionalText,
  type Parsed,
  parseForm,
  requiredText,
} from '../../platform/http/parse-form.ts';

export type AskedAction = { readonly what: string; readonly ownerId: string; readonly by: Day };
export type FinishInput = {
  readonly strengths: string;
  readonly learning: string;
  readonly actions: readonly AskedAction[];
};

/** How many actions one reading may ask for: more than this and none is done. */
export const actionNumbers = [1, 2, 3] as const;

/** Reads how a reading ends: what is good, what to learn, and actions with an owner and a day each. */
export function finishInput(
  form: Form,
  owners: readonly string[],
  today: Day,
): Parsed<FinishInput> {
  const parsed = parseForm(schema, form);
  const errors: FormError[] = parsed.ok ? [] : [...parsed.errors];
  const actions: AskedAction[] = [];
  for (const number of actionNumbers) {
    const one = parseForm(actionSchema(number, today), form);
    if (!one.ok) errors.push(...one.errors);
    const what = one.ok ? one.value[`what${number}`] : null;
    if (!one.ok || typeof what !== 'string') continue;
    const ownerId = form.text(`owner${number}`);
    const by = one.value[`by${number}`];
    if (!owners.includes(ownerId))
      errors.push({ field: `owner${number}`, message: `Choose who does action ${number}` });
    else if (!by)
      errors.push({ field: `by${number}-day`, message: `Enter by when action ${number} is done` });
    else actions.push({ what, ownerId, by });
  }
  if (!parsed.ok || errors.length > 0) return { ok: false, errors };
  return { ok: true, value: { ...parsed.value, actions } };
}

const schema = z.object({
  strengths: requiredText('Enter what is good in this work'),
  learning: requiredText('Enter what there is to learn, or that there is nothing'),
});

const actionSchema = (number: number, today: Day) =>
  z.object({
    [`what${number}`]: optionalText(500),
    [`by${number}`]: optionalDay({ label: `The day of action ${number}`, notBefore: today }),
  });
