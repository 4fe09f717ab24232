import { formatDay } from '../../domain/calendar/day.ts';
import { Button, Details } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { answerText } from './victim-words.ts';
import type { OpenVault } from './victims.queries.ts';

/** What the child's worker may read of a victim, and how it is taken back. */
export function Sharing({ childId, line, vault }: OpenVault & { readonly childId: string }): Html {
  const shareHref = urls.victims.share(childId, line.id);
  return (
    <section aria-labelledby="sharing">
      <h2 class="govuk-heading-m" id="sharing">
        Shared with the child’s worker
      </h2>
      {line.shared_with_worker ? (
        <>
          <p class="govuk-inset-text fh-written">{line.shared_with_worker}</p>
          <p class="govuk-body">
            They agreed on{' '}
            {line.share_consent_on ? formatDay(line.share_consent_on) : 'a day not given'}. May the
            child be told? {answerText(line.tell_child)}.
          </p>
          <div class="fh-actions">
            {line.ended_on ? null : (
              <a class="govuk-link" href={shareHref}>
                Change what is shared
              </a>
            )}
            <PostForm action={urls.victims.withdraw(childId, line.id)}>
              <Button text="They took back their consent" classes="govuk-button--warning" />
            </PostForm>
          </div>
          <p class="govuk-body-s fh-quiet">
            Taking back consent removes the words from the record at once. A panel paper that holds
            them and waits for a decision is taken back too: ask the child’s worker to make it
            again.
          </p>
        </>
      ) : (
        <p class="govuk-body">
          Nothing.{' '}
          {line.ended_on ? null : vault ? (
            <a class="govuk-link" href={shareHref}>
              Share words they agreed to
            </a>
          ) : (
            'Add their details before anything can be shared.'
          )}
        </p>
      )}
      {vault?.withdrawn_words ? (
        <Details
          summaryText={`Words taken back${vault.withdrawn_on ? ` on ${formatDay(vault.withdrawn_on)}` : ''}`}
        >
          <p class="govuk-body fh-written">{vault.withdrawn_words}</p>
        </Details>
      ) : null}
    </section>
  );
}
