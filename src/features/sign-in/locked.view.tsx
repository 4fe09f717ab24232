import type { FormFault } from '../../domain/form-fault.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { PasswordBox } from './password-box.view.tsx';

export type LockedModel = {
  readonly name: string;
  readonly method: string | null;
  readonly singleSignOn: string;
  readonly next: string;
  readonly isFormKept: boolean;
  readonly errors: readonly FormFault[];
};

/** Shows nothing of the record: whoever stands at the desk may not be the one who left it. */
export function LockedPage(model: LockedModel): Html {
  const { name, errors } = model;
  return (
    <Page title="Locked" shell={null} errors={errors}>
      <h1 class="govuk-heading-l">Locked while you were away</h1>
      <p class="govuk-body">
        {model.isFormKept
          ? 'What you sent has been kept. Show that it is you, and you can send it on.'
          : 'What you typed has been kept. Show that it is you, and carry on where you were.'}
      </p>
      {proofOf(model)}
      <p class="govuk-body">Not {name}?</p>
      <PostForm action={urls.signIn.out}>
        <Button text={`Sign ${name} out`} classes="govuk-button--secondary" />
      </PostForm>
    </Page>
  );
}

function proofOf({ name, method, singleSignOn, next, errors }: LockedModel): Html {
  if (method === 'single-sign-on')
    return (
      <PostForm action={urls.signIn.singleSignOn}>
        <input type="hidden" name="next" value={next} />
        <Button text={`Continue as ${name} with ${singleSignOn}`} />
      </PostForm>
    );
  return (
    <PostForm action={urls.signIn.locked()}>
      <input type="hidden" name="next" value={next} />
      {method === 'persona' ? null : <PasswordBox label={`Password of ${name}`} errors={errors} />}
      <Button text={`Continue as ${name}`} />
    </PostForm>
  );
}
