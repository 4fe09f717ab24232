import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { ChoiceField, DayField, LongText } from '../../ui/layout/fields.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { Held, type ReviewProps, SinceThen, titleOf, WhatHappened } from './review.view.tsx';

/** A manager looks at a held review: agrees, or asks for another look. */
export function CheckReviewPage(
  props: ReviewProps & { readonly isOwn: boolean; readonly isDone: boolean },
): Html {
  const { review, child, errors, typed, isOwn, isDone } = props;
  return (
    <ChildPage
      title={`Check the review: ${titleOf(props)}`}
      shell={props.shell}
      child={child}
      today={props.today}
      errors={errors}
      back={{ href: urls.reviews.one(child.id, review.id), text: 'Back to the review' }}
    >
      <h1 class="govuk-heading-l">Check the review: {titleOf(props)}</h1>
      <WhatHappened review={review} />
      <SinceThen {...props} />
      <Held review={review} child={child} canCheck={false} />
      {isOwn ? (
        <p class="govuk-body" id="own">
          You held this review yourself: another manager has to check it.
        </p>
      ) : null}
      {isOwn || isDone ? null : (
        <PostForm class="fh-form">
          <ChoiceField
            name="verdict"
            label="Do you agree with it?"
            errors={errors}
            typed={typed}
            choices={[
              { value: 'agree', text: 'Yes' },
              {
                value: 'look-again',
                text: 'No, look again',
                hint: 'This opens a new review, due on the day you choose.',
              },
            ]}
          />
          <LongText
            name="note"
            label="Your note"
            hint="What you looked at, and what made you agree or not. It is kept among the oversight entries."
            rows={4}
            errors={errors}
            typed={typed}
          />
          <DayField
            name="again_on"
            label="Look again by"
            hint="Only when you ask for another look."
            errors={errors}
            typed={typed}
          />
          <Button text="Save the check" />
        </PostForm>
      )}
    </ChildPage>
  );
}
