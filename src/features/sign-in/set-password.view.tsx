import type { FormFault } from '../../domain/form-fault.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { PasswordBox } from './password-box.view.tsx';

type Props = {
  readonly token: string;
  readonly errors: readonly FormFault[];
};

/** Opened from the link an administrator passed on. */
export function SetPasswordPage({ token, errors }: Props): Html {
  return (
    <Page title="Choose your password" shell={null} errors={errors}>
      <PostForm action={urls.signIn.setPassword(token)}>
        <h1 class="govuk-heading-l">Choose your password</h1>
        <PasswordBox label="New password" errors={errors} isNew />
        <Button text="Save password" />
      </PostForm>
    </Page>
  );
}

export function LinkSpentPage(): Html {
  return (
    <Page title="This link no longer works" shell={null}>
      <h1 class="govuk-heading-l">This link no longer works</h1>
      <p class="govuk-body">
        A sign-in link works once, for three days. Ask your service’s administrator for a new one.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.signIn.page}>
          Go to the sign-in page
        </a>
      </p>
    </Page>
  );
}
