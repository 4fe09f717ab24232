import type { FormFault } from '../../domain/form-fault.ts';
import { Button, Input } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { errorOf } from '../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { PasswordBox } from './password-box.view.tsx';

type First = {
  readonly shell: PageShell;
  readonly isOn: boolean;
  readonly isForced: boolean;
  readonly hasPassword: boolean;
  readonly errors: readonly FormFault[];
};

/** Explains the second step and asks for the password before anything is shown or changed. */
export function SecondFactorPage({ shell, isOn, isForced, hasPassword, errors }: First): Html {
  return (
    <Page
      title="Your second step"
      shell={shell}
      errors={errors}
      {...(isForced ? {} : { back: { href: urls.account.page, text: 'Back to your account' } })}
    >
      <h1 class="govuk-heading-l">{isOn ? 'Your second step is on' : 'Set up your second step'}</h1>
      <p class="govuk-body">
        {isOn
          ? 'You can make new backup codes here. The old ones then stop working.'
          : 'A password alone can be guessed or stolen. Children’s records need a code from your phone as well: from any authenticator app, free, without a signal.'}
      </p>
      {isOn ? (
        <p class="govuk-body">
          A new phone? Ask your administrator to start your second step again.
        </p>
      ) : null}
      {hasPassword ? (
        <PostForm action={urls.account.secondFactor}>
          <PasswordBox label="Your password, to show that it is you" errors={errors} />
          <Button text={isOn ? 'Make new backup codes' : 'Set it up'} />
        </PostForm>
      ) : (
        <p class="govuk-body">You have no password here, so there is nothing to set up.</p>
      )}
    </Page>
  );
}

type Confirm = {
  readonly shell: PageShell;
  readonly uri: string;
  readonly errors: readonly FormFault[];
};

/** Shows the key for the authenticator app and asks for a first code. */
export function ConfirmCodePage({ shell, uri, errors }: Confirm): Html {
  const key = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <Page title="Add the key to your app" shell={shell} errors={errors}>
      <PostForm action={urls.account.secondFactor}>
        <h1 class="govuk-heading-l">Add the key to your app</h1>
        <ol class="govuk-list govuk-list--number">
          <li>Open your authenticator app and choose to add an account by a key.</li>
          <li>
            Type this key, for “Foothold”:
            <p class="govuk-body-l fh-key">{key.replace(/(.{4})(?=.)/g, '$1 ')}</p>
            On the phone itself, you can{' '}
            <a class="govuk-link" href={uri}>
              open the key in your app
            </a>
            .
          </li>
          <li>Type the six figures that the app then shows.</li>
        </ol>
        <input type="hidden" name="uri" value={uri} />
        <Input
          id="code"
          name="code"
          label={{ text: 'Six-digit code' }}
          autocomplete="one-time-code"
          inputmode="numeric"
          spellcheck={false}
          classes="govuk-input--width-5 govuk-input--extra-letter-spacing"
          {...errorOf(errors, 'code')}
        />
        <Button text="Turn it on" />
      </PostForm>
    </Page>
  );
}

type Codes = {
  readonly shell: PageShell;
  readonly codes: readonly string[];
  readonly isFirst: boolean;
};

/** The only time that the backup codes are shown. */
export function BackupCodesPage({ shell, codes, isFirst }: Codes): Html {
  return (
    <Page title="Your backup codes" shell={shell}>
      <h1 class="govuk-heading-l">
        {isFirst ? 'Your second step is on' : 'Your new backup codes'}
      </h1>
      <p class="govuk-body">
        Write these codes down or print them, and keep them where you would keep a key. Each signs
        you in once when your phone is not with you. They are shown only now.
      </p>
      <ul class="govuk-list fh-codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button text="I have them: go to my home page" href={urls.home} />
    </Page>
  );
}
