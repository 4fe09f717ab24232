import { roles } from '../../domain/access/roles.data.ts';
import { urls } from '../../urls.ts';
import type { Html } from '../html.ts';
import { Page, type PageShell } from './page.tsx';

export function NotFoundPage({ shell }: { readonly shell: PageShell | null }): Html {
  return (
    <Page title="Page not found" shell={shell}>
      <h1 class="govuk-heading-l">Page not found</h1>
      <p class="govuk-body">The address may be wrong, or what was here is not open to you.</p>
      {shell && roles[shell.actor.role].scope === 'none' ? null : (
        <p class="govuk-body">
          If you work with a child whose record it was, ask a practice manager to add you to it.
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.home}>
          Go to your home page
        </a>
      </p>
    </Page>
  );
}

export function ForbiddenPage({ shell }: { readonly shell: PageShell }): Html {
  return (
    <Page title="Not part of your role" shell={shell}>
      <h1 class="govuk-heading-l">This is not part of your role</h1>
      <p class="govuk-body">
        Your role does not include this page. The visit has been noted, as every visit is.
      </p>
      <p class="govuk-body">
        If your work has changed, ask your administrator to change your role.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.home}>
          Go to your home page
        </a>
      </p>
    </Page>
  );
}

export function FailedPage({ id }: { readonly id: string }): Html {
  return (
    <Page title="Something went wrong" shell={null}>
      <h1 class="govuk-heading-l">Sorry, something went wrong</h1>
      <p class="govuk-body">
        Nothing was half done: your last change was either kept whole or not made. Go back to see
        which, and try again.
      </p>
      <p class="govuk-body">
        If it happens again, tell your administrator this number: <strong>{id}</strong>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.home}>
          Go to your home page
        </a>
      </p>
    </Page>
  );
}

export function TooLargePage(): Html {
  return (
    <Page title="The file is too large" shell={null}>
      <h1 class="govuk-heading-l">The file is too large</h1>
      <p class="govuk-body">
        Files up to 10 MB can be sent. Split the list in two and send each part.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.home}>
          Go to your home page
        </a>
      </p>
    </Page>
  );
}
