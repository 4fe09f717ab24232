import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';

type Props = {
  readonly context: ChildContext;
  readonly id: string;
  readonly typed: readonly string[];
};

/** The assessment was signed, sent or put away while somebody wrote: their words are given back to them. */
export function TooLatePage({ context, id, typed }: Props): Html {
  return (
    <ChildFrame context={context} title="Not saved" heading="This was not saved">
      <p class="govuk-body">
        The assessment can no longer be changed: it was sent for signature, signed or put away while
        you were writing, or you no longer work with this child. Copy your words from here.
      </p>
      {typed.map((text) => (
        <blockquote class="govuk-inset-text fh-written">{text}</blockquote>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.assessments.one(context.child.id, id)}>
          Go to the assessment
        </a>
      </p>
    </ChildFrame>
  );
}
