import { formatInstant } from '../../domain/calendar/british-time.ts';
import { urls } from '../../urls.ts';
import { Button, Details } from '../govuk/components.tsx';
import type { Html } from '../html.ts';
import { PostForm } from './post-form.tsx';

/** Stands above a form that shows words from before, and takes them away. */
export function DraftNotice({
  formKey,
  savedAt,
  replaced,
  back,
}: {
  readonly formKey: string;
  readonly savedAt: Date;
  /** What the record holds where the form shows other words: nothing is replaced unseen. */
  readonly replaced: readonly { readonly label: string; readonly stored: string }[];
  /** The page that the form is on. */
  readonly back: string;
}): Html {
  return (
    <div class="govuk-inset-text fh-draft-notice">
      <p class="govuk-body">
        This form shows what you typed on {formatInstant(savedAt)} and have not saved.
      </p>
      {replaced.map(({ label, stored }) => (
        <Details
          summaryText={`What is saved now under “${label}”`}
          html={<div class="fh-written">{stored}</div>}
        />
      ))}
      <PostForm action={urls.drafts.discard}>
        <input type="hidden" name="form" value={formKey} />
        <input type="hidden" name="back" value={back} />
        <Button
          text="Discard what I typed"
          classes="govuk-button--secondary govuk-!-margin-bottom-0"
        />
      </PostForm>
    </div>
  );
}
