import type { Day } from '../../domain/calendar/day.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { LongText, type Typed } from '../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { LikelyDuplicate } from './likely-duplicates.ts';
import { birthText } from './search.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly today: Day;
  readonly errors: readonly FormFault[];
  readonly typed: Typed;
  readonly duplicates: readonly LikelyDuplicate[];
};

const verdicts = {
  same: 'Almost certainly the same child',
  likely: 'Likely the same child',
  possible: 'Possibly the same child',
  different: 'Thought to be another child',
} as const;

/** Shown before a record can be made beside one that looks like it. */
export function ConfirmPage({ shell, today, errors, typed, duplicates }: Props): Html {
  const name = `${typed.forename ?? ''} ${typed.surname ?? ''}`;
  return (
    <Page title="Is it one of these children?" shell={shell} errors={errors}>
      <h1 class="govuk-heading-l">Is {name} one of these children?</h1>
      <p class="govuk-body">
        If one of them is the child, open that record and use it: nothing you typed here is needed.
      </p>
      <ul class="govuk-list fh-results">
        {duplicates.map((child) => (
          <li class="fh-result">
            <a class="govuk-link fh-result__name" href={urls.child.overview(child.id)}>
              Open the record of {child.forename} {child.surname}
            </a>
            {typed.next === 'referral' ? (
              <>
                {' '}
                <a class="govuk-link" href={urls.referrals.createForChild(child.id)}>
                  Log the referral there
                </a>
              </>
            ) : null}
            <span class={`fh-badge fh-badge-${child.verdict === 'different' ? 'neutral' : 'soon'}`}>
              {verdicts[child.verdict]}
            </span>
            <div>
              {[
                birthText(child, today),
                `No. ${child.number}`,
                child.worker ? `Worker: ${child.worker}` : 'No worker',
              ].join(' · ')}
            </div>
            <div class="fh-quiet">{child.why.join('. ')}.</div>
          </li>
        ))}
      </ul>
      <PostForm action={urls.children.createConfirm}>
        {Object.entries(typed)
          .filter(([field]) => field !== 'reason' && field !== 'shown')
          .flatMap(([field, values]) =>
            [values].flat().map((value) => <input type="hidden" name={field} value={value} />),
          )}
        {duplicates.map(({ id }) => (
          <input type="hidden" name="shown" value={id} />
        ))}
        <h2 class="govuk-heading-m">It is another child</h2>
        <LongText
          name="reason"
          label="How do you know that it is none of them?"
          hint="For example: they are twins, I have met both; or the school confirms that its pupil lives elsewhere. This stays on the record."
          rows={3}
          errors={errors}
          typed={typed}
        />
        <Button text="Make a new record" preventDoubleClick />
      </PostForm>
    </Page>
  );
}
