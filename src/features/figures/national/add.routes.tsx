import { measures } from '../../../domain/measures/measures.data.ts';
import { orRefused } from '../../../platform/db/or-refused.ts';
import { notKeptFor } from '../../../platform/measures/record-bundle.ts';
import { code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { addRow } from '../../../record/rows.ts';
import { number, text } from '../../../record/text-fields.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { askedFields } from '../asked.ts';
import { measureOption } from './national-words.ts';

const most = 10_000_000;
const whole = (said: { readonly label: string; readonly hint?: string }) =>
  ({ ...said, from: 0, to: most, whole: true }) as const;

/** An analyst types what a source says of the service. */
export const addNationalRoutes = serviceForm({
  path: urls.figures.addNational,
  tab: { under: urls.figures.nationals },
  reads: 'figures.freeze',
  fields: {
    measure: code('measures', { label: 'Measure', required: 'Choose the measure', as: 'select' }),
    definition: askedFields.definition,
    period_from: day({
      label: 'First day of its period',
      says: 'The first day',
      required: 'Enter the first day',
      within: 'past',
    }),
    period_to: day({
      label: 'Last day of its period',
      says: 'The last day',
      required: 'Enter the last day',
      within: 'past',
    }),
    numerator: number({
      ...whole({ label: 'How many it counts' }),
      required: 'Enter how many it counts',
    }),
    denominator: number(
      whole({
        label: 'Out of how many, if it says',
        hint: 'Children, or the residents of the population that the source used',
      }),
    ),
    value: text({
      label: 'The figure as it prints it, if it does',
      max: 40,
      width: 'one-quarter',
    }),
    source: text({
      label: 'Source',
      hint: 'Who says so: “Youth Justice Board data summary”',
      required: 'Enter the source',
      max: 200,
    }),
    vintage: text({
      label: 'Which publication of it',
      hint: 'The same period is said anew every year: “published January 2026”',
      required: 'Enter which publication it is',
      max: 200,
    }),
  },
  subject: async () => ({}),
  begins: () => ({ definition: 'newer' }),
  options: () => ({
    measures: measures.filter(({ id }) => !notKeptFor(id)).map(measureOption),
  }),
  rules: ({ period_from, period_to, definition, measure }) => [
    ...(period_to <= period_from
      ? [{ field: 'period_to', message: 'The last day comes after the first' }]
      : []),
    ...(definition !== null &&
    measures.some(
      ({ id, definitions }) => id === measure && definitions.every((each) => each !== definition),
    )
      ? [{ field: 'definition', message: 'This measure has only the other definition' }]
      : []),
  ],
  save: async ({ tx, actor }, _subject, { numerator, denominator, definition, ...columns }) => {
    let id = '';
    const refused = await orRefused(tx, ['23505'], async () => {
      id = await addRow(tx, actor, 'national_figure', {
        ...columns,
        definition: definition ?? 'newer',
        numerator: Number(numerator),
        denominator: denominator === null ? null : Number(denominator),
      });
    });
    return refused
      ? [{ field: 'vintage', message: 'This figure of this publication is here already' }]
      : { kind: 'saved', id };
  },
  view: ({ shell, form: { F, ...form } }) => (
    <Page
      title="Bring in a national figure"
      shell={shell}
      errors={form.faults}
      back={{ href: urls.figures.nationals, text: 'Back to national figures' }}
    >
      <h1 class="govuk-heading-l">Bring in a national figure</h1>
      <FormBox form={form}>
        <F.measure />
        <F.definition />
        <F.period_from />
        <F.period_to />
        <F.numerator />
        <F.denominator />
        <F.value />
        <F.source />
        <F.vintage />
      </FormBox>
    </Page>
  ),
  done: (_subject, _value, _context, id) => ({
    to: urls.figures.national(id),
    message: 'Saved: it stands beside our own',
  }),
});
