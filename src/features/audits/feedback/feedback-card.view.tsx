import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import { ActionBadge } from '../../../record/action-badge.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { answerWords, toneOf } from '../audit-words.ts';
import type { Feedback } from './feedback.queries.ts';

/** One case's feedback: what is good, what to learn, how each question was judged, and the actions. */
export function FeedbackCard({
  feedback,
  today,
  mayDiscuss,
}: {
  readonly feedback: Feedback;
  readonly today: Day;
  readonly mayDiscuss: boolean;
}): Html {
  const { childId, child, audit, sharedOn, discussedOn, discussedBy } = feedback;
  return (
    <article class="fh-card">
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={urls.child.overview(childId)}>
          {child ?? 'A child whose record is not open to you'}
        </a>{' '}
        <span class="fh-quiet">
          {audit}, {formatDay(sharedOn)}
        </span>
      </h3>
      <WrittenList
        lines={[
          ['What is good', feedback.strengths],
          ['What there is to learn', feedback.learning],
        ]}
      />
      <ul class="govuk-list">
        {feedback.judgements.map(({ question, answer, reason }) => (
          <li class="fh-entry">
            <span class={`fh-badge fh-badge-${toneOf(answer)}`}>
              {answerWords[answer] ?? answer}
            </span>{' '}
            {question}
            <p class="fh-quiet fh-written">{reason}</p>
          </li>
        ))}
      </ul>
      <Actions feedback={feedback} today={today} />
      {discussedOn ? (
        <p class="govuk-body fh-quiet">
          Talked through on {formatDay(discussedOn)} with {discussedBy ?? 'a manager'}.
        </p>
      ) : null}
      {mayDiscuss ? (
        <Button
          text={`Write up what you agreed about ${child ?? 'this child'}`}
          href={urls.audits.discuss(childId, feedback.id)}
        />
      ) : null}
    </article>
  );
}

function Actions({
  feedback,
  today,
}: {
  readonly feedback: Feedback;
  readonly today: Day;
}): Html | null {
  if (feedback.actions.length === 0) return null;
  return (
    <>
      <h4 class="govuk-heading-s">Actions</h4>
      <ul class="govuk-list">
        {feedback.actions.map((action) => (
          <li>
            <a class="govuk-link" href={urls.oversight.action(feedback.childId, action.id)}>
              {action.what}
            </a>{' '}
            <span class="fh-quiet">{action.owner}</span>{' '}
            <ActionBadge action={action} today={today} />
          </li>
        ))}
      </ul>
    </>
  );
}
