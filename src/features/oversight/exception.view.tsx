import { formatDay } from '../../domain/calendar/day.ts';
import { Button, InsetText, SummaryList } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { LongText, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { fullName } from './home-model.ts';
import { aboutLink, gateWords, requirementWords } from './requirement-words.ts';
import type { Exception } from './waiting.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly exception: Exception;
  readonly isOwn: boolean;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** One exception: what was passed and why, and a manager's view of it. */
export function ExceptionPage({ shell, exception, isOwn, errors, typed }: Props): Html {
  return (
    <Page
      title={requirementWords(exception.requirement)}
      shell={shell}
      errors={errors}
      back={{ href: urls.oversight.exceptions, text: 'Back to exceptions' }}
    >
      <h1 class="govuk-heading-l">{requirementWords(exception.requirement)}</h1>
      <SummaryList
        rows={[
          {
            key: { text: 'Child' },
            value: {
              html: (
                <a class="govuk-link" href={urls.child.overview(exception.child_id)}>
                  {fullName(exception)}
                </a>
              ),
            },
          },
          {
            key: { text: 'When in the work' },
            value: {
              html: (
                <a class="govuk-link" href={aboutLink(exception)}>
                  {gateWords(exception.gate)}
                </a>
              ),
            },
          },
          { key: { text: 'Reason given' }, value: { text: exception.reason } },
          {
            key: { text: 'Made by' },
            value: { text: `${exception.maker} on ${formatDay(exception.recorded_on)}` },
          },
        ]}
      />
      {exception.reviewed_on ? (
        <InsetText
          text={`Reviewed by ${exception.reviewer ?? 'a person who has left'} on ${formatDay(exception.reviewed_on)}: ${exception.review_note ?? ''}`}
        />
      ) : isOwn ? (
        <InsetText text="You made this exception yourself: another manager reviews it." />
      ) : (
        <PostForm action={urls.oversight.exception(exception.id)}>
          <VersionField version={exception.version} />
          <LongText
            name="note"
            label="What you found"
            hint="Was there a better way at the time? What was done since to make up for it, and what should the worker do next time?"
            errors={errors}
            typed={typed}
          />
          <Button text="Save the review" preventDoubleClick={true} />
        </PostForm>
      )}
    </Page>
  );
}
