import type { Html } from '../../ui/html.ts';
import { Page } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';

/** For someone who proved who they are, but whom the service has not entered, or whose time with it is over. */
export function NoAccessPage(): Html {
  return (
    <Page title="You do not have access yet" shell={null}>
      <h1 class="govuk-heading-l">You do not have access to Foothold</h1>
      <p class="govuk-body">
        You signed in, but no one with your work e-mail works with this service today. Nothing has
        been opened and you are not signed in.
      </p>
      <p class="govuk-body">Ask your service’s administrator to:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>add you, with the e-mail you sign in with, if you are new</li>
        <li>check your first and last day, if you have worked here before</li>
      </ul>
      <p class="govuk-body">
        If you do not know who that is, ask the manager who asked you to sign in.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.signIn.page}>
          Go back to the sign-in page
        </a>
      </p>
    </Page>
  );
}
