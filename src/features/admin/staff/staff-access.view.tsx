import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import type { StaffMember } from './staff.queries.ts';

/** How a person signs in, and the end of their access. */
export function StaffAccess({ person }: { readonly person: StaffMember }): Html {
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
