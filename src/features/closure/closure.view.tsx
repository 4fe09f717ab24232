import { formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { LongText } from '../../ui/layout/fields.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { Checklist } from './checklist.view.tsx';
import type { ClosureRecord } from './closure.queries.ts';
import { ClosureFields } from './closure-fields.view.tsx';
import type { ClosureProps } from './closure-props.ts';

type Props = ClosureProps & {
  readonly canWrite: boolean;
  readonly movedOn?: { readonly name: string } | null;
};

/** Closing one piece of work: the checklist, what is written at the end, and sending it to the manager. */
export function ClosurePage(props: Props): Html {
  const { record, child, rows, canWrite, movedOn, typeName } = props;
  const { closure } = record;
  const isOpen = canWrite && record.ended_on === null && closure?.status !== 'submitted';
  return (
    <ChildPage
      title={`Close: ${typeName}`}
      shell={props.shell}
      child={child}
      today={props.today}
      errors={props.errors}
      back={{ href: urls.closure.list(child.id), text: 'Back to involvements' }}
    >
      <h1 class="govuk-heading-l">Close: {typeName}</h1>
      {movedOn ? (
        <p class="govuk-body">
          <strong>{movedOn.name} saved this closing while you were writing.</strong> The checklist
          shows theirs; what you wrote is in the boxes. Save again to use yours.
        </p>
      ) : null}
      <Standing record={record} />
      <Checklist
        rows={rows}
        childId={child.id}
        involvementId={record.involvement_id}
        canWrite={isOpen}
      />
      {isOpen ? (
        <PostForm class="fh-form">
          <ClosureFields {...props} />
          <div class="fh-actions">
            <Button text="Save" classes="govuk-button--secondary" name="action" value="save" />
            <Button text="Send to the manager" name="action" value="submit" />
          </div>
        </PostForm>
      ) : (
        <WrittenSoFar {...props} />
      )}
    </ChildPage>
  );
}

function Standing({ record }: { readonly record: ClosureRecord }): Html | null {
  const { closure } = record;
  if (!closure) return null;
  if (closure.status === 'approved')
    return (
      <p class="govuk-body">
        <span class="fh-badge fh-badge-good">Approved</span> by{' '}
        {closure.approved_by_name ?? 'a manager'} on{' '}
        {closure.approved_on ? formatDay(closure.approved_on) : ''}. {closure.manager_note}
      </p>
    );
  if (closure.status === 'submitted')
    return (
      <p class="govuk-body">
        <span class="fh-badge fh-badge-soon">Waits for a manager</span> Sent by{' '}
        {closure.submitted_by_name ?? 'the worker'} on{' '}
        {closure.submitted_on ? formatDay(closure.submitted_on) : ''}.
      </p>
    );
  return closure.manager_note ? (
    <p class="govuk-body">
      <span class="fh-badge fh-badge-late">Sent back by the manager</span> {closure.manager_note}
    </p>
  ) : null;
}

const handovers = {
  accepted: 'Accepted',
  declined: 'Declined',
  'not-needed': 'Not needed',
  'not-decided': 'Not decided yet',
} as const;

/** What was written at the end, to read. */
export function WrittenSoFar({
  written,
  child,
  reasons,
}: Pick<ClosureProps, 'written' | 'child' | 'reasons'>): Html {
  const part = (title: string, words: string | null, instead: string | null = null) => (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <p class="govuk-body fh-written">{words ?? instead ?? 'Nothing written.'}</p>
    </>
  );
  const ended = written.work_ended_on ? ` on ${formatDay(written.work_ended_on)}` : '';
  return (
    <section aria-labelledby="written">
      <h2 class="govuk-heading-m" id="written">
        What is written
      </h2>
      {part('What helped and what did not', written.summary)}
      {part(
        'Hand-over',
        [handovers[written.handover], written.handover_to, written.handover_reason]
          .filter(Boolean)
          .join('. '),
      )}
      {part(
        `What ${child.forename} thought`,
        written.child_feedback,
        written.child_feedback_not_known,
      )}
      {part(
        'What parents or carers thought',
        written.parent_feedback,
        written.parent_feedback_not_known,
      )}
      {part(
        'Why it ended',
        `${reasons.find(({ value }) => value === written.end_reason)?.text ?? 'Not said'}${ended}`,
      )}
    </section>
  );
}

/** Why one line of the checklist is passed without being done. */
export function PassPage({
  label,
  sentence,
  involvementId,
  errors,
  typed,
  ...frame
}: Pick<ClosureProps, 'shell' | 'child' | 'today' | 'errors' | 'typed'> & {
  readonly label: string;
  readonly sentence: string;
  readonly involvementId: string;
}): Html {
  return (
    <ChildPage
      title={`Pass with a reason: ${label}`}
      errors={errors}
      back={{ href: urls.closure.one(frame.child.id, involvementId), text: 'Back to the closing' }}
      {...frame}
    >
      <h1 class="govuk-heading-l">Pass with a reason: {label}</h1>
      <p class="govuk-body">Still to do: {sentence}</p>
      <p class="govuk-body">
        Do it if it can be done. If it cannot, say why: the reason is counted, and a manager reads
        it.
      </p>
      <PostForm class="fh-form">
        <LongText
          name="reason"
          label="Why it cannot be done"
          hint="What you tried, when, and who agreed."
          rows={4}
          errors={errors}
          typed={typed}
        />
        <Button text="Pass it with this reason" />
      </PostForm>
    </ChildPage>
  );
}
