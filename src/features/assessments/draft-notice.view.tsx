import { britishClock, britishDay, formatInstant } from '../../domain/calendar/british-time.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';

type Props = {
  readonly typedAt: Date | null;
  readonly today: Day;
  /** What is stored where the draft says otherwise: nothing is replaced unseen. */
  readonly stored: readonly { readonly label: string; readonly text: string }[];
};

/** Tells somebody who comes back that their unsaved words are in the boxes below, and lets them drop them. */
export function DraftNotice({ typedAt, today, stored }: Props): Html | null {
  if (!typedAt) return null;
  const at = britishDay(typedAt) === today ? britishClock(typedAt) : formatInstant(typedAt);
  return (
    <div class="govuk-inset-text" id="unsaved">
      <p class="govuk-body">
        <strong>You typed this at {at} and did not save it.</strong> It is in the boxes below. Keep
        it by saving the page.
      </p>
      {stored.map(({ label, text }) => (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">What is saved now under “{label}”</span>
          </summary>
          <div class="govuk-details__text fh-written">{text || 'Nothing is saved there yet.'}</div>
        </details>
      ))}
      <div class="fh-actions">
        <button type="submit" name="do" value="keep" class="govuk-button govuk-button--secondary">
          Keep it
        </button>
        <button type="submit" name="do" value="discard" class="fh-link-button">
          Discard what I typed
        </button>
      </div>
    </div>
  );
}
