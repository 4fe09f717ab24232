import { formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { ChoiceField, LongText } from '../../ui/layout/fields.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { Checklist } from './checklist.view.tsx';
import { WrittenSoFar } from './closure.view.tsx';
import type { ClosureProps } from './closure-props.ts';

/** The manager's approval of a closing. */
export function ApprovePage(
  props: ClosureProps & { readonly isOwn: boolean; readonly isWaiting: boolean },
): Html {
  const { record, child, rows, errors, typed, isOwn, isWaiting, typeName } = props;
  const sentOn = record.closure?.submitted_on;
  return (
    <ChildPage
      title={`Approve the closing: ${typeName}`}
      shell={props.shell}
      child={child}
      today={props.today}
      errors={errors}
      back={{ href: urls.closure.list(child.id), text: 'Back to involvements' }}
    >
      <h1 class="govuk-heading-l">Approve the closing: {typeName}</h1>
      <p class="govuk-body fh-quiet">
        Sent by {record.closure?.submitted_by_name ?? 'nobody yet'}
        {sentOn ? ` on ${formatDay(sentOn)}` : ''}.
        {record.other_live > 0
          ? ` Other work with ${child.forename} goes on, so the plan and the worker stay.`
          : ' This is the last piece of work: the plan and the allocation end with it.'}
      </p>
      <Checklist
        rows={rows}
        childId={child.id}
        involvementId={record.involvement_id}
        canWrite={false}
      />
      <WrittenSoFar {...props} />
      {isOwn ? (
        <p class="govuk-body" id="own">
          You sent this closing yourself: another manager has to approve it.
        </p>
      ) : null}
      {isWaiting && !isOwn ? (
        <PostForm class="fh-form">
          <ChoiceField
            name="verdict"
            label="Do you approve it?"
            errors={errors}
            typed={typed}
            choices={[
              { value: 'approve', text: 'Yes, the work ends' },
              {
                value: 'return',
                text: 'No, send it back',
                hint: 'Write below what is still to do.',
              },
            ]}
          />
          <LongText
            name="note"
            label="Your note"
            hint="What you looked at, and what the service can learn from this work."
            rows={4}
            errors={errors}
            typed={typed}
          />
          <Button text="Save" />
        </PostForm>
      ) : null}
    </ChildPage>
  );
}
