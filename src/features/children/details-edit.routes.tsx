import { canWriteFor } from '../../domain/access/can-write-for.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { choice, code } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import type { ValuesOf } from '../../record/field.ts';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { addRow, changeRow } from '../../record/rows.ts';
import { laidOut } from '../../record/rows-page.tsx';
import { text } from '../../record/text-fields.tsx';
import { InsetText } from '../../ui/govuk/components.tsx';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { urls } from '../../urls.ts';
import { sexChoices } from './choices.ts';
import { refreshSearchNames } from './search-names.ts';

const fields = {
  forename: text({ label: 'Forename', required: 'Enter the child’s forename', max: 100 }),
  surname: text({ label: 'Surname', required: 'Enter the child’s surname', max: 100 }),
  why: choice(
    [
      { value: 'changed', text: 'The child’s name changed' },
      { value: 'mistake', text: 'It was written wrongly' },
    ],
    {
      label: 'If you changed the name: why?',
      hint: 'The old name is kept as another name, and the search still finds the child by it',
      as: 'small-radios',
    },
  ),
  known_as: text({
    label: 'Known as (optional)',
    hint: 'The name the child wants to be called',
    says: 'Known as',
    max: 100,
  }),
  date_of_birth_status: choice(
    [
      { value: 'known', text: 'Yes, it is known' },
      { value: 'estimated', text: 'No, this is an estimate' },
      { value: 'unknown', text: 'No, and it cannot be estimated' },
    ],
    {
      label: 'Is the date of birth known?',
      required: 'Choose whether the date of birth is known',
      as: 'small-radios',
    },
  ),
  date_of_birth: day({
    label: 'Date of birth',
    hint: 'For example, 27 3 2011',
    says: 'The date of birth',
    within: 'past',
  }),
  sex: code('sexes', {
    label: 'Sex',
    required: 'Choose the child’s sex, or that it is not known',
    as: 'small-radios',
  }),
};

type Values = ValuesOf<typeof fields>;
type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

const rowOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('child')
    .select(['id', 'forename', 'surname', 'known_as', 'date_of_birth', 'date_of_birth_status'])
    .select(['sex', 'version'])
    .where('id', '=', childId)
    .executeTakeFirst();

const isRenamed = (row: Row, typed: Values) =>
  row.forename !== typed.forename || row.surname !== typed.surname;

/** Changes name, birth and sex. The name it had stays as another name, so that papers under it still find the child. */
export const detailsEditRoutes = childForm({
  path: urls.child.detailsEdit(':childId'),
  tab: { under: urls.child.details(':childId') },
  reads: 'child.view',
  writes: 'child.edit',
  mayWrite: ({ actor, child }) => canWriteFor(actor, 'RC1', child),
  fields,
  subject: ({ tx, child }: ChildContext) => rowOf(tx, child.id),
  stored: (row) => row,
  options: async ({ tx }) => {
    const codes = await codeLists(tx, ['sex', 'not_known_reason']);
    return { sexes: sexChoices(codes.sex, codes.not_known_reason) };
  },
  rules: (typed, row) => [
    ...birthFaults(typed),
    ...(isRenamed(row, typed) && !typed.why
      ? [{ field: 'why', message: 'Choose why the name is different' }]
      : []),
  ],
  save: async ({ tx, actor, today }, row, typed) => {
    const { why, ...columns } = typed;
    const saved = await changeRow(tx, 'child', row, columns);
    if (saved.kind === 'moved-on') return saved;
    if (isRenamed(row, typed)) await addRow(tx, actor, 'child_name', nameBefore(row, why, today));
    await refreshSearchNames(tx, row.id);
    return saved;
  },
  view: ({ shell, today, form, context: { child } }) => (
    <ChildPage
      title="Name, birth and sex"
      shell={shell}
      child={child}
      today={today}
      errors={form.faults}
      back={{ href: urls.child.details(child.id), text: 'Back to details' }}
    >
      <h1 class="govuk-heading-l">Name, birth and sex</h1>
      {form.mayWrite ? (
        <FormBox form={form}>{laidOut({}, form.F)}</FormBox>
      ) : (
        <InsetText text="Only people who work with the child change this. Tell the child’s worker what is wrong." />
      )}
    </ChildPage>
  ),
  done: ({ id }) => ({ to: urls.child.details(id), message: 'Saved: name, birth and sex' }),
});

const nameBefore = (row: Row, why: Values['why'], today: Day) => ({
  child_id: row.id,
  forename: row.forename,
  surname: row.surname,
  kind: why === 'changed' ? 'earlier' : 'spelling',
  source: 'earlier-record',
  valid_to: why === 'changed' ? today : null,
});

function birthFaults({ date_of_birth_status, date_of_birth }: Values) {
  if ((date_of_birth_status === 'unknown') === (date_of_birth === null)) return [];
  const message = date_of_birth
    ? 'A date of birth is entered: choose that it is known or estimated'
    : 'Enter the date of birth, or choose that it is not known';
  return [{ field: 'date_of_birth-day', message }];
}
