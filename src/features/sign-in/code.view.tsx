import type { FormFault } from '../../domain/form-fault.ts';
import { Button, Input } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { errorOf } from '../../ui/layout/fields.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';

type Props = { readonly next: string; readonly errors: readonly FormFault[] };

/** The second step of signing in with a password. */
export function CodePage({ next, errors }: Props): Html {
  return (
    <Page
      title="Enter your code"
      shell={null}
      errors={errors}
      back={{ href: urls.signIn.page, text: 'Back to sign in' }}
    >
      <PostForm action={urls.signIn.code()}>
        <h1 class="govuk-heading-l">Enter your code</h1>
        <input type="hidden" name="next" value={next} />
        <Input
          id="code"
          name="code"
          label={{ text: 'Six-digit code from your authenticator app' }}
          hint={{
            text: 'Phone not with you? Type one of the backup codes you wrote down. Each works once.',
          }}
          autocomplete="one-time-code"
          spellcheck={false}
          classes="govuk-input--width-10 govuk-input--extra-letter-spacing"
          {...errorOf(errors, 'code')}
        />
        <Button text="Continue" />
        <p class="govuk-body">
          Lost your phone and your codes? Ask your administrator to start your second step again.
        </p>
      </PostForm>
    </Page>
  );
}
