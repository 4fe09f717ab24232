import type { FormFault } from '../../../domain/form-fault.ts';
import { nameWords } from '../../../domain/people/normalise-name.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { choice } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import type { ValuesOf } from '../../../record/field.ts';
import { readFields, tagsOf } from '../../../record/fields.ts';
import { longText, text } from '../../../record/text-fields.tsx';
import { Button, WarningText } from '../../../ui/govuk/components.tsx';
import type { Typed } from '../../../ui/layout/fields.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import type { Wanted } from './break-glass.queries.ts';
import { useBreakGlass } from './use-break-glass.ts';

const hoursText = (hours: number) => (hours === 1 ? '1 hour' : `${hours} hours`);

const fields = {
  number: text({
    label: 'The child’s number',
    hint: 'The number is on letters and on the paper list kept for emergencies. Without it, give the name and date of birth below.',
    width: 'one-third',
    max: 40,
  }),
  forename: text({ label: 'Forename', max: 100 }),
  surname: text({ label: 'Surname', max: 100 }),
  born: day({ label: 'Date of birth', says: 'The date of birth', within: 'past' }),
  reason: longText({
    label: 'What has happened, and why you need the record now',
    hint: 'Good: “Hospital rang, child unconscious, needs allergy and who may consent.”',
    required: 'Say what has happened and why you need the record now',
    max: 2000,
  }),
  hours: choice(
    [1, 2, 3, 4, 5, 6, 7, 8].map((hours) => ({ value: `${hours}`, text: hoursText(hours) })),
    { label: 'For how many hours', required: 'Choose 1 to 8 hours', as: 'select' },
  ),
};

type Asked = { readonly wanted: Wanted } | FormFault;

/** The child wanted, by number if one was typed, or what is missing. */
function wantedOf({ number, forename, surname, born, reason }: ValuesOf<typeof fields>): Asked {
  if (reason.length < 10)
    return { field: 'reason', message: 'Say in at least ten letters what has happened' };
  if (number) return { wanted: { number } };
  if (!forename && !surname && !born)
    return {
      field: 'number',
      message: 'Enter the child’s number, or their name and date of birth',
    };
  if (!forename || nameWords(forename).length === 0)
    return { field: 'forename', message: 'Enter the child’s forename' };
  if (!surname || nameWords(surname).length === 0)
    return { field: 'surname', message: 'Enter the child’s surname' };
  if (!born) return { field: 'born-day', message: 'Enter the child’s date of birth' };
  return { wanted: { name: `${forename} ${surname}`, dateOfBirth: born } };
}

/** Why nothing was opened, beside the field to look at again. */
const notOpened = (kind: 'not-found' | 'several', wanted: Wanted): FormFault => {
  if ('number' in wanted)
    return { field: 'number', message: 'No record has that number. Check each letter and figure' };
  if (kind === 'several')
    return {
      field: 'number',
      message: 'More than one child has that name and date of birth. Enter the number',
    };
  return {
    field: 'forename',
    message: 'No record has that name and date of birth. Check the spelling and the date',
  };
};

/** For the duty manager at eleven at night with a hospital on the telephone. */
function emergencyPage(
  { shell, page }: PageContext,
  shown: Typed,
  faults: readonly FormFault[] = [],
  status: 200 | 404 | 422 = 200,
) {
  const F = tagsOf(fields, { faults, options: {}, shown });
  return page(
    <Page title="Open a restricted record in an emergency" shell={shell} errors={faults}>
      <h1 class="govuk-heading-l">Open a restricted record in an emergency</h1>
      <WarningText
        text="Use this only when a child or someone else may come to harm before a person on the record’s list can be asked."
        iconFallbackText="Warning"
      />
      <p class="govuk-body">
        Your name, your reason, and every page you open are kept. Another manager reviews it on the
        next working day.
      </p>
      <PostForm action={urls.child.breakGlass}>
        <F.number />
        <h2 class="govuk-heading-m">If you do not have the number</h2>
        <p class="govuk-body">
          A restricted record cannot be searched for, so the name must be spelt as it is in the
          record. That you asked is kept, whether or not a record is found.
        </p>
        <F.forename />
        <F.surname />
        <F.born />
        <h2 class="govuk-heading-m">Why, and for how long</h2>
        <F.reason />
        <F.hours />
        <Button text="Open the record" classes="govuk-button--warning" />
      </PostForm>
    </Page>,
    status,
  );
}

async function open(context: PageContext) {
  const { tx, actor, today, redirect } = context;
  const form = await context.form();
  const again = (faults: readonly FormFault[], status: 404 | 422 = 422) =>
    emergencyPage(context, form.values, faults, status);
  const read = readFields(fields, form, { today, options: {} });
  if (!read.ok) return again(read.faults);
  const asked = wantedOf(read.value);
  if (!('wanted' in asked)) return again([asked]);
  const [hours, { reason }] = [Number(read.value.hours), read.value];
  const outcome = await useBreakGlass(tx, actor, { wanted: asked.wanted, reason, hours });
  switch (outcome.kind) {
    // 404, so that the attempt stays in the log: a refused form would be undone with everything it wrote.
    case 'not-found':
    case 'several':
      return again([notOpened(outcome.kind, asked.wanted)], 404);
    case 'already-open':
      return redirect(
        urls.child.overview(outcome.childId),
        'This record is open to you already: no emergency access was needed',
      );
    case 'opened':
      return redirect(
        urls.child.overview(outcome.childId),
        `Emergency access is open for ${hoursText(hours)}. Another manager will review it`,
      );
  }
}

export const breakGlassRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.child.breakGlass,
    tab: { under: urls.oversight.breakGlass },
    permission: 'break-glass.use',
    audit: 'view',
    handle: (context) => emergencyPage(context, { hours: '1' }),
  }),
  pageRoute({
    method: 'post',
    path: urls.child.breakGlass,
    permission: 'break-glass.use',
    audit: 'change',
    handle: open,
  }),
];
