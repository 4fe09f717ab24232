import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { urls } from '../../urls.ts';
import type { Frame } from './frame.view.tsx';

type Props = Frame & { readonly id: string; readonly typed: readonly string[] };

/** The assessment was signed, sent or put away while somebody wrote: their words are given back to them. */
export function TooLatePage({ id, typed, ...frame }: Props): Html {
  return (
    <ChildPage title="Not saved" {...frame}>
      <h1 class="govuk-heading-l">This was not saved</h1>
      <p class="govuk-body">
        The assessment can no longer be changed: it was sent for signature, signed or put away while
        you were writing, or you no longer work with this child. Copy your words from here.
      </p>
      {typed.map((text) => (
        <blockquote class="govuk-inset-text fh-written">{text}</blockquote>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.assessments.one(frame.child.id, id)}>
          Go to the assessment
        </a>
      </p>
    </ChildPage>
  );
}
