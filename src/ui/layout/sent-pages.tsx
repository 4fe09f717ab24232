import { formatInstant } from '../../domain/calendar/british-time.ts';
import { Button } from '../govuk/components.tsx';
import type { Html } from '../html.ts';
import { Page, type PageShell } from './page.tsx';
import { PostForm } from './post-form.tsx';

type Why = 'unreadable' | 'not-allowed' | 'stands' | 'busy' | 'not-possible';

const words: Record<Why, readonly [title: string, said: string]> = {
  unreadable: [
    'This address cannot be read',
    'A number or a date in it is one that nothing can have. Go back and choose again.',
  ],
  'not-allowed': [
    'You may not save this',
    'What you sent is not yours to change, so nothing was saved. If it should be, ask your manager.',
  ],
  stands: [
    'This stands already',
    'Something with the same details is recorded already, so nothing was saved twice. Look at what is there before you change it.',
  ],
  busy: [
    'Somebody else was saving at the same moment',
    'Nothing was saved. Go back to the form and save it again.',
  ],
  'not-possible': [
    'This could not be saved',
    'A number, a date or a choice in it is one that cannot be recorded, or something it names was changed meanwhile. Go back to the form, check it and save it again.',
  ],
};

/** What the record refused to take; what was typed is in the form again. */
export function RefusedPage({
  shell,
  why,
  back,
}: {
  readonly shell: PageShell | null;
  readonly why: Why;
  readonly back: string;
}): Html {
  const [title, said] = words[why];
  return (
    <Page title={title} shell={shell}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{said}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={back}>
          Go back
        </a>
        {why === 'unreadable' ? null : '. What you typed is kept.'}
      </p>
    </Page>
  );
}

/** A form that was saved once already, or its like: where it is, and how to make a second one. */
export function StandsAlreadyPage({
  shell,
  twice,
}: {
  readonly shell: PageShell;
  readonly twice: {
    readonly isSameWords: boolean;
    readonly sentAt: Date;
    readonly ledTo: string;
    readonly formPage: string;
    readonly action: string;
    readonly fields: readonly (readonly [name: string, value: string])[] | null;
  };
}): Html {
  const { isSameWords, fields } = twice;
  return (
    <Page title="You saved this already" shell={shell}>
      <h1 class="govuk-heading-l">You saved this already</h1>
      <p class="govuk-body">
        {isSameWords
          ? `You saved this form with the same answers on ${formatInstant(twice.sentAt)}, so it was not saved twice.`
          : `You saved this form on ${formatInstant(twice.sentAt)}. What you have typed since is not saved yet, but it is kept.`}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={twice.ledTo}>
          See what you saved
        </a>
      </p>
      {fields ? (
        <PostForm action={twice.action}>
          {fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="_again" value="1" />
          <Button text="Save it again as a second one" classes="govuk-button--secondary" />
        </PostForm>
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={twice.formPage}>
            Go back to the form
          </a>{' '}
          to send another file.
        </p>
      )}
    </Page>
  );
}

/** Somebody else settled it meanwhile: why, where it stands now, and the words that were sent, to be copied. */
export function MovedOnPage(props: {
  readonly shell: PageShell;
  readonly why: string;
  readonly on: { readonly href: string; readonly text: string };
  readonly typed: readonly string[];
  readonly isSent: boolean;
}): Html {
  const { shell, why, on, typed, isSent } = props;
  const title = isSent ? 'This was not saved' : 'There is nothing to do here now';
  return (
    <Page title={title} shell={shell}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {why.replace(/\.$/, '')}
        {typed.length > 0 ? '. Copy your words from here.' : '.'}
      </p>
      {typed.map((text) => (
        <blockquote class="govuk-inset-text fh-written">{text}</blockquote>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={on.href}>
          {on.text}
        </a>
      </p>
    </Page>
  );
}
