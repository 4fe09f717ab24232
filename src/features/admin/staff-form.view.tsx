import { roleNames, roles } from '../../domain/access/roles.data.ts';
import { Button, InsetText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import {
  type Choice,
  DayField,
  SelectField,
  TextField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { HistoryList } from './history.view.tsx';
import type { HistoryLine } from './history-lines.ts';
import type { StaffMember } from './staff.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly person: StaffMember | null;
  readonly isOwn: boolean;
  readonly lists: {
    readonly agencies: readonly Choice[];
    readonly teams: readonly Choice[];
    readonly managers: readonly Choice[];
  };
  readonly history: readonly HistoryLine[];
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** Adds a person or changes one; what they may see follows from their role, dates and work with children. */
export function StaffFormPage(model: Props): Html {
  const { shell, person, isOwn, lists, history, errors, typed } = model;
  const title = person ? person.name : 'Add a person';
  return (
    <Page
      title={title}
      shell={shell}
      errors={errors}
      back={{ href: urls.admin.staff, text: 'Back to staff' }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      {isOwn ? (
        <InsetText text="This is you. Nobody changes their own access: ask another administrator." />
      ) : (
        <PostForm action={person ? urls.admin.staffOne(person.id) : urls.admin.staffNew}>
          {person ? <VersionField version={person.version} /> : null}
          <Fields person={person} lists={lists} errors={errors} typed={typed} />
          <Button text={person ? 'Save changes' : 'Add this person'} />
        </PostForm>
      )}
      {person && !isOwn ? <Access person={person} /> : null}
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
}

function Fields({
  person,
  lists,
  errors,
  typed,
}: Pick<Props, 'person' | 'lists' | 'errors' | 'typed'>): Html {
  const field = { errors, typed };
  return (
    <>
      <TextField {...field} name="name" label="Name" stored={person?.name} />
      <TextField
        {...field}
        name="email"
        label="Work e-mail"
        hint="They sign in with it, by password or single sign-on."
        stored={person?.email}
      />
      <TextField {...field} name="jobTitle" label="Job title" stored={person?.job_title} />
      <SelectField
        {...field}
        name="role"
        label="Role"
        hint="Give the smallest role that lets them do their work."
        choices={roleNames.map((role) => ({ value: role, text: roles[role].title }))}
        stored={person?.role}
      />
      <SelectField
        {...field}
        name="agency"
        label="Agency"
        choices={lists.agencies}
        stored={person?.agency}
      />
      <SelectField
        {...field}
        name="team"
        label="Team"
        empty="None"
        choices={lists.teams}
        stored={person?.team_id}
      />
      <SelectField
        {...field}
        name="manager"
        label="Manager"
        empty="None"
        choices={lists.managers}
        stored={person?.manager_id}
      />
      <TextField
        {...field}
        name="skills"
        label="Skills and languages"
        hint="With commas between them. Shown to managers when a child is allocated."
        stored={person?.skills.join(', ')}
      />
      <TextField
        {...field}
        name="caseLimit"
        label="How many children they are meant to hold at once"
        hint="Leave empty when they hold none."
        width="one-quarter"
        stored={person?.case_limit === null ? '' : person?.case_limit?.toString()}
      />
      <DayField
        {...field}
        name="activeFrom"
        label="First day of access"
        stored={person?.active_from}
      />
      <DayField
        {...field}
        name="activeTo"
        label="Last day of access"
        hint="For anyone seconded, visiting, inspecting or leaving. Leave empty when it is not known."
        stored={person?.active_to}
      />
    </>
  );
}

function Access({ person }: { readonly person: StaffMember }): Html {
  return (
    <section aria-labelledby="access">
      <h2 class="govuk-heading-m" id="access">
        Signing in
      </h2>
      <p class="govuk-body">
        {person.auth_user_id
          ? 'They can sign in. If they have forgotten their password, make a new link. '
          : 'They cannot sign in yet: make a link and pass it on, or let them use single sign-on. '}
        Making a link is kept in the log.
      </p>
      <PostForm action={urls.admin.staffLink(person.id)}>
        <div class="fh-actions">
          <Button text="Make a sign-in link" classes="govuk-button--secondary" />
          {person.auth_user_id ? (
            <button
              type="submit"
              class="govuk-button govuk-button--secondary"
              data-module="govuk-button"
              name="afresh"
              value="yes"
            >
              Make a link and start their second step again
            </button>
          ) : null}
        </div>
      </PostForm>
      <PostForm action={urls.admin.staffEnd(person.id)}>
        <p class="govuk-body">
          Ending access works at once, on every device. Children they hold stay with them on paper
          until a manager gives them to someone else.
        </p>
        <Button text="End access now" classes="govuk-button--warning" />
      </PostForm>
    </section>
  );
}

type LinkProps = {
  readonly shell: PageShell;
  readonly person: { readonly id: string; readonly name: string };
  readonly link: string;
};

/** The only time that the link is shown. */
export function SignInLinkPage({ shell, person, link }: LinkProps): Html {
  return (
    <Page
      title={`Sign-in link for ${person.name}`}
      shell={shell}
      back={{ href: urls.admin.staffOne(person.id), text: `Back to ${person.name}` }}
    >
      <h1 class="govuk-heading-l">Sign-in link for {person.name}</h1>
      <p class="govuk-body">
        Pass it on in person or by a way you know to be theirs alone: whoever has it can set their
        password. It works once, for three days, and is shown only now.
      </p>
      <p class="govuk-body fh-key">{link}</p>
    </Page>
  );
}
