import { roles } from '../../domain/access/roles.data.ts';
import { Button, Input, PasswordInput } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type FieldError, Page } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import type { Persona } from './sign-in.queries.ts';

export type SignInModel = {
  readonly personas: readonly Persona[];
  readonly singleSignOn: string | null;
  readonly then: string;
  readonly errors: readonly FieldError[];
  readonly email: string;
};

export function SignInPage({ personas, singleSignOn, then, errors, email }: SignInModel): Html {
  const byRole = Map.groupBy(personas, ({ role }) => role);
  return (
    <Page title="Sign in" shell={null} errors={errors}>
      <h1 class="govuk-heading-l">Sign in to Foothold</h1>
      {singleSignOn ? (
        <form method="post" action={urls.signIn.singleSignOn}>
          <input type="hidden" name="then" value={then} />
          <Button text={`Sign in with ${singleSignOn}`} />
        </form>
      ) : null}
      {personas.length > 0 ? (
        <section aria-labelledby="people">
          <h2 class="govuk-heading-m" id="people">
            People of the demonstration service
          </h2>
          <p class="govuk-body">
            Everyone here is invented. Choose a person to see the service as they do.
          </p>
          <div class="fh-cards">
            {[...byRole].map(([role, people]) => (
              <div class="fh-card">
                <h3 class="govuk-heading-s">{roles[role].title}</h3>
                {people.map((person) => (
                  <form method="post" action={urls.signIn.persona}>
                    <input type="hidden" name="then" value={then} />
                    <button class="fh-link-button" name="person" value={person.authUserId}>
                      {person.name}
                    </button>
                    <span class="fh-quiet"> {person.jobTitle}</span>
                  </form>
                ))}
              </div>
            ))}
          </div>
        </section>
      ) : null}
      <form method="post" action={urls.signIn.password} novalidate>
        <h2 class="govuk-heading-m">
          {personas.length > 0 ? 'Or sign in with a password' : 'Sign in with your password'}
        </h2>
        <input type="hidden" name="then" value={then} />
        <Input
          id="email"
          name="email"
          type="email"
          value={email}
          label={{ text: 'Work e-mail' }}
          autocomplete="username"
          spellcheck={false}
          classes="govuk-!-width-one-half"
          {...errorOf(errors, 'email')}
        />
        <PasswordInput
          id="password"
          name="password"
          label={{ text: 'Password' }}
          classes="govuk-!-width-one-half"
          {...errorOf(errors, 'password')}
        />
        <Button text="Sign in" />
      </form>
    </Page>
  );
}

const errorOf = (errors: readonly FieldError[], field: string) => {
  const found = errors.find((error) => error.field === field);
  return found ? { errorMessage: { text: found.message } } : {};
};
