import type { Day } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { LongText, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { Feedback } from './feedback.queries.ts';
import { FeedbackCard } from './feedback-card.view.tsx';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly feedback: Feedback;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
};

/** The supervision in which an audit's learning about one child is talked through. */
export function DiscussPage(props: Props): Html {
  const { shell, child, today, feedback, typed, errors } = props;
  const base = { typed, errors };
  return (
    <ChildPage
      title="Supervision after an audit"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{
        href: urls.audits.supervision(feedback.workerId),
        text: `Next supervision: ${feedback.worker}`,
      }}
    >
      <h1 class="govuk-heading-l">Supervision after an audit</h1>
      <h2 class="govuk-heading-m">What the audit found</h2>
      <FeedbackCard feedback={feedback} today={today} mayDiscuss={false} />
      <PostForm class="fh-form">
        <h2 class="govuk-heading-m">What you make of it</h2>
        <VersionField version={feedback.version} />
        <LongText
          {...base}
          name="checked"
          label="What did you talk through?"
          hint={`What ${feedback.worker} thinks of it, and what you looked at together`}
          rows={4}
        />
        <LongText
          {...base}
          name="found"
          label="What did you agree?"
          hint="What will be done differently, for this child and others, and how you will both see it"
          rows={4}
        />
        <p class="govuk-hint">
          It is kept as a supervision entry and cannot be changed afterwards.
        </p>
        <Button text="Save the supervision" preventDoubleClick={true} />
      </PostForm>
    </ChildPage>
  );
}
