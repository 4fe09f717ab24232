import type { SamplePlan } from '../../../domain/audits/sample-plan.ts';
import { confidences, margins } from '../../../domain/audits/sample-size.data.ts';
import { isSampleTheme, sampleThemes } from '../../../domain/audits/sample-themes.data.ts';
import { type StratumKind, stratumKinds } from '../../../domain/audits/strata.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import { choice, pressed, ticks } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import type { ValuesOf } from '../../../record/field.ts';
import { number, text } from '../../../record/text-fields.tsx';

/** How a sample is drawn; a field has the name that it has in the kept plan. */
export const sampleFields = {
  opens: day({
    label: 'Work begun on or after',
    hint: 'The inspectorate looks at the twelve months before it comes, but not at the last weeks: there must be work to read',
    says: 'The first day',
    required: 'Enter the first day of the window',
  }),
  closes: day({
    label: 'and on or before',
    says: 'The last day',
    required: 'Enter the last day of the window',
  }),
  types: ticks('types', { label: 'Types of work', required: 'Choose at least one type of work' }),
  themes: ticks(
    Object.entries(sampleThemes).map(([value, text]) => ({ value, text })),
    {
      label: 'Only these children',
      hint: 'For a themed audit. Leave blank for all children. A child must belong to each theme that you tick; a child about whom it is not recorded does not.',
    },
  ),
  leastDays: number({
    label: 'Leave out work that has lasted fewer days than',
    says: 'The days that work has lasted',
    required: 'Enter days from 0 to 365',
    from: 0,
    to: 365,
    whole: true,
  }),
  notSinceMonths: number({
    label: 'Leave out children read in the last so many months',
    hint: '0 leaves nobody out for it',
    says: 'The months since a child was read',
    required: 'Enter months from 0 to 60',
    from: 0,
    to: 60,
    whole: true,
  }),
  sizeKind: choice(
    [
      { value: 'number', text: 'So many as I say' },
      {
        value: 'confidence',
        text: 'As many as make the percentages this sure',
        hint: 'The fewer cases there are and the surer you want to be, the larger the share that is read',
      },
    ],
    { label: 'How many cases?', required: 'Choose how many cases' },
  ),
  number: number({
    label: 'Number of cases, if you say it',
    says: 'The number of cases',
    from: 1,
    to: 200,
    whole: true,
  }),
  confidence: choice(
    confidences.map(({ percent }) => ({ value: String(percent), text: `${percent} percent` })),
    { label: 'How sure, if counted', as: 'select' },
  ),
  margin: number({
    label: 'Give or take so many points',
    says: 'The margin',
    from: margins.least,
    to: margins.most,
    whole: true,
  }),
  strata: ticks(
    stratumKinds.map(({ id, label }) => ({ value: id, text: label })),
    { label: 'The sample mirrors the population in' },
  ),
  seed: text({
    label: 'Seed',
    hint: 'The same seed draws the same sample from the same cases, so that anyone can check that nobody chose',
    required: 'Enter a seed: any word or number',
    max: 40,
    width: 'one-third',
  }),
  readers: ticks('readers', {
    label: 'Readers',
    hint: 'Nobody is given a case that they worked, countersigned or oversee, or whose worker they manage. Each reader sees their own case until they finish reading it, and at the latest until two weeks after the audit is due.',
    required: 'Choose who reads',
  }),
  secondPercent: number({
    label: 'Cases in a hundred that two people read',
    hint: 'The second reads blind. It shows how far two readers judge alike. A case is read twice only where a manager stays free to settle what they differ on.',
    says: 'The share that two people read',
    required: 'Enter a share from 0 to 100',
    from: 0,
    to: 100,
    whole: true,
  }),
  step: pressed,
};
export type SampleInput = ValuesOf<typeof sampleFields>;
export const sampleNames = Object.keys(sampleFields) as readonly (keyof SampleInput)[];

/** Fewest and most cases that are read, where the framework publishes them. */
export type Limits = { readonly least: number | null; readonly most: number | null };

/** What a plan of a sample leaves open or contradicts. */
export function sizeFaults({ sizeKind, ...asked }: SampleInput): FormFault[] {
  const faults: [field: string, message: string, isWrong: boolean][] = [
    ['closes-day', 'The last day must not be before the first', asked.closes < asked.opens],
    [
      'number',
      'Enter how many cases, from 1 to 200',
      sizeKind === 'number' && asked.number === null,
    ],
    [
      'number',
      'You entered a number: choose “So many as I say”, or leave the number blank to have it counted',
      sizeKind === 'confidence' && asked.number !== null,
    ],
    [
      'confidence',
      'Choose how sure the figures must be',
      sizeKind === 'confidence' && asked.confidence === null,
    ],
    [
      'margin',
      `Enter a margin from ${margins.least} to ${margins.most} points`,
      sizeKind === 'confidence' && asked.margin === null,
    ],
  ];
  return faults.flatMap(([field, message, isWrong]) => (isWrong ? [{ field, message }] : []));
}

/** The plan that is kept with the sample. An inspection keeps to the framework's published limits. */
export function planOf(input: SampleInput, limits: Limits, ofVictims: boolean): SamplePlan {
  const { step: _, sizeKind, number, confidence, margin, ...plan } = input;
  return {
    ...plan,
    ofVictims,
    themes: plan.themes.filter(isSampleTheme),
    strata: plan.strata.filter((id): id is StratumKind =>
      stratumKinds.some((one) => one.id === id),
    ),
    leastDays: Number(plan.leastDays),
    notSinceMonths: Number(plan.notSinceMonths ?? 0),
    secondPercent: Number(plan.secondPercent),
    size:
      sizeKind === 'number'
        ? { kind: 'number', number: Number(number) }
        : {
            kind: 'confidence',
            confidence: Number(confidence),
            margin: Number(margin),
            ...limits,
          },
  };
}
