import { z } from 'zod';
import type { SamplePlan } from '../../domain/audits/sample-plan.ts';
import { confidences, margins } from '../../domain/audits/sample-size.data.ts';
import { isSampleTheme } from '../../domain/audits/sample-themes.data.ts';
import { type StratumKind, stratumKinds } from '../../domain/audits/strata.ts';
import type { Form } from '../../platform/http/context.ts';
import {
  type Parsed,
  parseForm,
  requiredChoice,
  requiredDay,
  requiredText,
  severalOf,
  versionField,
} from '../../platform/http/parse-form.ts';

const whole = (least: number, most: number, message: string) =>
  z.coerce.number(message).int(message).min(least, message).max(most, message);
const confidenceIds = confidences.map(({ percent }) => String(percent));

const schema = z
  .object({
    version: versionField,
    opens: requiredDay({ label: 'The first day', required: 'Enter the first day of the window' }),
    closes: requiredDay({ label: 'The last day', required: 'Enter the last day of the window' }),
    types: severalOf().refine((all) => all.length > 0, 'Choose at least one type of work'),
    themes: severalOf(),
    strata: severalOf(),
    sizeKind: requiredChoice(['number', 'confidence'], 'Choose how many cases'),
    number: z.string().default(''),
    confidence: z.string().default(''),
    margin: z.string().default(''),
    secondPercent: whole(0, 100, 'Enter a share from 0 to 100'),
    notSinceMonths: whole(0, 60, 'Enter months from 0 to 60'),
    leastDays: whole(0, 365, 'Enter days from 0 to 365'),
    seed: requiredText('Enter a seed: any word or number', 40),
    readers: severalOf().refine((all) => all.length > 0, 'Choose who reads'),
  })
  .superRefine((value, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (value.closes < value.opens) fault('closes', 'The last day must not be before the first');
    if (value.sizeKind === 'number' && !within(value.number, 1, 200))
      fault('number', 'Enter how many cases, from 1 to 200');
    if (value.sizeKind === 'confidence' && value.number.trim() !== '')
      fault(
        'number',
        'You entered a number: choose “So many as I say”, or leave the number blank to have it counted',
      );
    if (value.sizeKind === 'confidence' && !confidenceIds.includes(value.confidence))
      fault('confidence', 'Choose how sure the figures must be');
    if (value.sizeKind === 'confidence' && !within(value.margin, margins.least, margins.most))
      fault('margin', `Enter a margin from ${margins.least} to ${margins.most} points`);
  });

export type SampleInput = { readonly plan: SamplePlan; readonly version: number };
export type Limits = { readonly least: number | null; readonly most: number | null };

/** Reads how a sample is to be drawn. An inspection keeps to the framework's published limits. */
export function sampleInput(form: Form, limits: Limits): Parsed<SampleInput> {
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return parsed;
  const { version, sizeKind, number, confidence, margin, strata, themes, ...plan } = parsed.value;
  return {
    ok: true,
    value: {
      version,
      plan: {
        ...plan,
        themes: themes.filter(isSampleTheme),
        strata: strata.filter((id): id is StratumKind => stratumKinds.some((one) => one.id === id)),
        size:
          sizeKind === 'number'
            ? { kind: 'number', number: Number(number) }
            : {
                kind: 'confidence',
                confidence: Number(confidence),
                margin: Number(margin),
                ...limits,
              },
      },
    },
  };
}

const within = (text: string, least: number, most: number) =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;
