import type { FormFault } from '../../domain/form-fault.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { PasswordBox } from './password-box.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly hasPassword: boolean;
  readonly errors: readonly FormFault[];
};

export function ChangePasswordPage({ shell, hasPassword, errors }: Props): Html {
  return (
    <Page
      title="Change your password"
      shell={shell}
      errors={errors}
      back={{ href: urls.account.page, text: 'Back to your account' }}
    >
      <h1 class="govuk-heading-l">Change your password</h1>
      {hasPassword ? (
        <PostForm action={urls.account.password}>
          <PasswordBox name="current" label="Password as it is now" errors={errors} />
          <PasswordBox label="New password" errors={errors} isNew />
          <Button text="Save new password" />
        </PostForm>
      ) : (
        <p class="govuk-body">
          You have no password here: you sign in another way. If you need one, ask your
          administrator for a sign-in link.
        </p>
      )}
    </Page>
  );
}
