import { Button, PasswordInput } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { errorOf } from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';

type Props = {
  readonly shell: PageShell;
  readonly hasPassword: boolean;
  readonly errors: readonly FieldError[];
  readonly minLetters: number;
};

export function ChangePasswordPage({ shell, hasPassword, errors, minLetters }: Props): Html {
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
          <PasswordInput
            id="current"
            name="current"
            label={{ text: 'Password as it is now' }}
            classes="govuk-!-width-one-half"
            {...errorOf(errors, 'current')}
          />
          <PasswordInput
            id="password"
            name="password"
            label={{ text: 'New password' }}
            hint={{
              text: `At least ${minLetters} letters. Three or four unrelated words are easy to remember and hard to guess.`,
            }}
            autocomplete="new-password"
            classes="govuk-!-width-one-half"
            {...errorOf(errors, 'password')}
          />
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
