import { Button, SummaryList } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { HeldForm } from './held-form.ts';

type Props = {
  readonly shell: PageShell;
  readonly form: HeldForm;
  /** What of it the person wrote. */
  readonly typed: HeldForm['fields'];
  readonly heldAt: string;
};

/** Gives a form back to whoever sent it while their session was locked. */
export function HeldFormPage({ shell, form, typed, heldAt }: Props): Html {
  return (
    <Page title="What you typed was kept" shell={shell}>
      <h1 class="govuk-heading-l">What you typed was kept</h1>
      <p class="govuk-body">
        You sent a form on {heldAt}, after the page had locked. It is not saved yet. Check it, then
        send it on. If anything needs mending you will see the form again with everything in it.
      </p>
      {typed.length > 0 ? (
        <SummaryList
          rows={typed.map(({ name, value }) => ({
            key: { text: labelOf(name) },
            value: { text: value, classes: 'fh-written' },
          }))}
        />
      ) : null}
      <p class="govuk-body">A file you had chosen must be chosen again.</p>
      <div class="fh-actions">
        <PostForm
          action={urls.signIn.held(form.id)}
          once={form.fields.find(({ name }) => name === '_once')?.value || undefined}
        >
          {form.fields.map(({ name, value }) =>
            name === '_once' ? null : <input type="hidden" name={name} value={value} />,
          )}
          <input type="hidden" name="_held" value="send" />
          <Button text="Send it on" />
        </PostForm>
        <PostForm action={urls.signIn.held(form.id)}>
          <input type="hidden" name="_held" value="discard" />
          <Button text="Throw it away" classes="govuk-button--secondary" />
        </PostForm>
      </div>
    </Page>
  );
}

export function HeldFormGonePage({ shell }: { readonly shell: PageShell }): Html {
  return (
    <Page title="Already dealt with" shell={shell}>
      <h1 class="govuk-heading-l">This form has been dealt with</h1>
      <p class="govuk-body">It was sent on or thrown away, so there is nothing left to do here.</p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.home}>
          Go to your home page
        </a>
      </p>
    </Page>
  );
}

function labelOf(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_.[\]]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}
