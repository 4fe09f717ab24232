import { roleNames, roles } from '../../../domain/access/roles.data.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { choice, code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import type { TagsOf, ValuesOf } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { number, text } from '../../../record/text-fields.tsx';
import { InsetText } from '../../../ui/govuk/components.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { staffChanges } from '../history/history.queries.ts';
import { HistoryList } from '../history/history.view.tsx';
import { historyLines } from '../history/history-lines.ts';
import { staffNames } from '../looks/access-log.queries.ts';
import { isEmailTaken, personOf, teams } from './staff.queries.ts';
import { StaffAccess } from './staff-access.view.tsx';

const fields = {
  name: text({ label: 'Name', required: 'Enter their name', max: 200 }),
  email: text({
    label: 'Work e-mail',
    hint: 'They sign in with it, by password or single sign-on.',
    required: 'Enter their work e-mail',
    max: 200,
  }),
  job_title: text({ label: 'Job title', required: 'Enter their job title', max: 200 }),
  role: choice(
    roleNames.map((role) => ({ value: role, text: roles[role].title })),
    {
      label: 'Role',
      hint: 'Give the smallest role that lets them do their work.',
      required: 'Choose their role',
      as: 'select',
    },
  ),
  agency: code('agency', {
    label: 'Agency',
    required: 'Choose which agency they belong to',
    as: 'select',
  }),
  team_id: code('teams', { label: 'Team' }),
  manager_id: code('managers', { label: 'Manager' }),
  skills: text({
    label: 'Skills and languages',
    hint: 'With commas between them. Shown to managers when a child is allocated.',
    max: 1000,
  }),
  case_limit: number({
    label: 'How many children they are meant to hold at once',
    says: 'How many children they are meant to hold',
    hint: 'Leave empty when they hold none.',
    from: 0,
    to: 200,
    whole: true,
  }),
  active_from: day({
    label: 'First day of access',
    says: 'The first day',
    required: 'Enter the first day of access',
  }),
  active_to: day({
    label: 'Last day of access',
    says: 'The last day',
    hint: 'For anyone seconded, visiting, inspecting or leaving. Leave empty when it is not known.',
  }),
};
type Values = ValuesOf<typeof fields>;

const columnsOf = ({ skills, case_limit, email, ...value }: Values) => ({
  ...value,
  email: email.toLowerCase(),
  skills: (skills ?? '')
    .split(',')
    .map((skill) => skill.trim())
    .filter(Boolean),
  case_limit: case_limit === null ? null : Number(case_limit),
});

async function subject(context: PageContext) {
  const { tx, param } = context;
  const person = param('staffId') ? await personOf(context) : null;
  if (person === undefined) return undefined;
  const everyone = await staffNames(tx);
  const names = new Map(everyone.map(({ id, name }) => [id, name]));
  const history = person ? await historyLines(tx, await staffChanges(tx, person.id), names) : [];
  return { person, everyone, history };
}

const faultsIn = ({ email, active_from, active_to }: Values): readonly FormFault[] => [
  ...(/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)
    ? []
    : [{ field: 'email', message: 'Enter an e-mail address, such as name@council.gov.uk' }]),
  ...(active_to === null || active_to >= active_from
    ? []
    : [{ field: 'active_to-day', message: 'The last day must be the first day or after it' }]),
];
const emailTaken: FormFault = {
  field: 'email',
  message: 'Someone here already has that e-mail. Find them in the list, also among those who left',
};

/** Adds a person or changes one; what they may see follows from their role, dates and work with children. */
export const staffFormRoutes = serviceForm({
  path: [urls.admin.staffNew, urls.admin.staffOne(':staffId')],
  reads: 'staff.manage',
  audit: 'view',
  fields,
  subject,
  stored: ({ person }) =>
    person && {
      ...person,
      skills: person.skills.join(', '),
      case_limit: person.case_limit?.toString() ?? null,
    },
  mayWrite: ({ actor }, { person }) => person?.id !== actor.staffId,
  options: async ({ tx }, { person, everyone }) => ({
    teams: (await teams(tx)).map(({ id, name }) => ({ value: id, text: name })),
    managers: everyone
      .filter(({ id }) => id !== person?.id)
      .map(({ id, name }) => ({ value: id, text: name })),
  }),
  rules: faultsIn,
  save: async ({ tx, actor }, { person }, value) => {
    const columns = columnsOf(value);
    if (await isEmailTaken(tx, columns.email, person?.id ?? null)) return [emailTaken];
    if (person) return changeRow(tx, 'staff', person, columns);
    return { kind: 'saved', id: await addRow(tx, actor, 'staff', columns) };
  },
  view: ({ shell, subject: { person, history }, form: { F, ...form } }) => {
    const title = person ? person.name : 'Add a person';
    const isOwn = !form.mayWrite;
    return (
      <Page
        title={title}
        shell={shell}
        errors={form.faults}
        back={{ href: urls.admin.staff, text: 'Back to staff' }}
      >
        <h1 class="govuk-heading-l">{title}</h1>
        {isOwn ? (
          <InsetText text="This is you. Nobody changes their own access: ask another administrator." />
        ) : null}
        <FormBox form={form} button={person ? 'Save changes' : 'Add this person'}>
          <Fields F={F} />
        </FormBox>
        {person && !isOwn ? <StaffAccess person={person} /> : null}
        {person ? (
          <>
            <p class="govuk-body">
              <a class="govuk-link" href={urls.admin.staffLooked(person.id)}>
                What {person.name} looked at
              </a>
            </p>
            <h2 class="govuk-heading-m">What was changed about them</h2>
            {history.length > 0 ? (
              <HistoryList lines={history} />
            ) : (
              <p class="govuk-body">Nothing since they were entered.</p>
            )}
          </>
        ) : null}
      </Page>
    );
  },
  done: ({ person }, { name }, _context, id) => ({
    to: urls.admin.staffOne(person?.id ?? id),
    message: person
      ? `Saved: ${name}`
      : `Added: ${name}. Now make a sign-in link, unless they use single sign-on`,
  }),
});

const Fields = ({ F }: { readonly F: TagsOf<typeof fields> }) => (
  <>
    <F.name />
    <F.email />
    <F.job_title />
    <F.role />
    <F.agency />
    <F.team_id empty="None" />
    <F.manager_id empty="None" />
    <F.skills />
    <F.case_limit />
    <F.active_from />
    <F.active_to />
  </>
);
