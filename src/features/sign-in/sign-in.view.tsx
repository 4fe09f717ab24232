import { roles } from '../../domain/access/roles.data.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import { Button, Input } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { errorOf } from '../../ui/layout/fields.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { PasswordBox } from './password-box.view.tsx';
import type { Persona } from './sign-in.queries.ts';

export type SignInModel = {
  readonly personas: readonly Persona[];
  readonly singleSignOn: string | null;
  readonly next: string;
  readonly errors: readonly FormFault[];
  readonly email: string;
  readonly message?: string | undefined;
};

export function SignInPage(model: SignInModel): Html {
  const { personas, singleSignOn, next, errors, email } = model;
  return (
    <Page title="Sign in" shell={null} errors={errors}>
      {model.message ? (
        <div class="fh-message" role="status">
          {model.message}
        </div>
      ) : null}
      <h1 class="govuk-heading-l">Sign in to Foothold</h1>
      {singleSignOn ? (
        <PostForm action={urls.signIn.singleSignOn}>
          <input type="hidden" name="next" value={next} />
          <Button text={`Sign in with ${singleSignOn}`} />
        </PostForm>
      ) : null}
      {personas.length > 0 ? <Personas personas={personas} next={next} /> : null}
      <PostForm action={urls.signIn.password}>
        <h2 class="govuk-heading-m">
          {personas.length > 0 || singleSignOn
            ? 'Or sign in with a password'
            : 'Sign in with your password'}
        </h2>
        <input type="hidden" name="next" value={next} />
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
        <PasswordBox label="Password" errors={errors} />
        <Button text="Sign in" />
        <p class="govuk-body">
          Forgotten your password, or no access yet? Ask your service’s administrator for a sign-in
          link.
        </p>
      </PostForm>
    </Page>
  );
}

function Personas({ personas, next }: Pick<SignInModel, 'personas' | 'next'>): Html {
  return (
    <section aria-labelledby="people">
      <h2 class="govuk-heading-m" id="people">
        People of the demonstration service
      </h2>
      <p class="govuk-body">
        Everyone here is invented. Choose a person to see the service as they do.
      </p>
      <div class="fh-cards">
        {[...Map.groupBy(personas, ({ role }) => role)].map(([role, people]) => (
          <div class="fh-card">
            <h3 class="govuk-heading-s">{roles[role].title}</h3>
            {people.map((person) => (
              <PostForm action={urls.signIn.persona}>
                <input type="hidden" name="next" value={next} />
                <button
                  type="submit"
                  class="fh-link-button"
                  name="person"
                  value={person.authUserId}
                >
                  {person.name}
                </button>
                {person.jobTitle === roles[role].title ? null : (
                  <span class="fh-quiet"> {person.jobTitle}</span>
                )}
              </PostForm>
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
