import { formatDay } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { Options } from '../../record/field.ts';
import { wordsOf } from '../../record/fields.ts';
import { FormBox } from '../../record/form-box.tsx';
import type { PageOf } from '../../record/form-page.ts';
import { WhoIsKeptSafe } from '../../record/kept-safe.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { WrittenList } from '../../ui/layout/written-list.tsx';
import { urls } from '../../urls.ts';
import { Checklist } from './checklist.view.tsx';
import type { ClosureRecord } from './closure.queries.ts';
import { checklistOf, type Written, writtenIn } from './closure-facts.ts';
import { closureFields } from './closure-fields.ts';

type Props = PageOf<ChildContext, ClosureRecord, typeof closureFields>;

/** Closing one piece of work: the checklist, what is written at the end, and sending it to the manager. */
export function ClosurePage({ context, subject: record, form }: Props): Html {
  const { child } = context;
  const { options } = form;
  const mayWrite = form.mayWrite && !form.closed;
  const written = writtenIn(record);
  const type = options.involvement_type?.find(({ value }) => value === record.type)?.text;
  const title = `Close: ${type ?? record.type}`;
  return (
    <ChildPage
      {...context}
      title={title}
      errors={form.faults}
      back={{ href: urls.closure.list(child.id), text: 'Back to involvements' }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <Standing record={record} />
      <WhoIsKeptSafe people={record.kept_safe} />
      <Checklist
        rows={checklistOf(record, written, child.id)}
        childId={child.id}
        involvementId={record.involvement_id}
        canWrite={mayWrite}
      />
      {mayWrite ? (
        <AtTheEnd record={record} forename={child.forename} form={form} />
      ) : (
        <WrittenSoFar child={child} written={written} options={options} />
      )}
    </ChildPage>
  );
}

function AtTheEnd({
  record,
  forename,
  form: { F, ...form },
}: Pick<Props, 'form'> & { readonly record: ClosureRecord; readonly forename: string }) {
  const { victims_wanting_updates: wanting, victim_duties_open: owed } = record;
  const victims = [
    wanting > 0
      ? `Victims who asked to be kept informed: ${wanting}. The victim worker tells them.`
      : '',
    owed > 0 ? `What the victim worker still owes those harmed: ${owed}.` : '',
  ].filter(Boolean);
  return (
    <FormBox
      form={form}
      buttons={
        <div class="fh-actions">
          <Button text="Save" classes="govuk-button--secondary" name="action" value="save" />
          <Button text="Send to the manager" name="action" value="submit" />
        </div>
      }
    >
      <h2 class="govuk-heading-m">At the end</h2>
      <F.summary hint={`What changed for ${forename}, and what the next worker should know.`} />
      <F.handover />
      <F.handover_to />
      <F.handover_on />
      <F.handover_reason />
      <F.child_feedback label={`What ${forename} thought of the work`} />
      <F.child_feedback_not_known />
      <F.parent_feedback />
      <F.parent_feedback_not_known />
      <F.victims_told {...(victims.length > 0 ? { hint: victims.join(' ') } : {})} />
      <F.end_reason />
      <F.disengagement_reason />
      <F.work_ended_on />
    </FormBox>
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

const endings = {
  end_reason: closureFields.end_reason,
  disengagement_reason: closureFields.disengagement_reason,
};

/** What was written at the end, to read. */
export function WrittenSoFar({
  written,
  child,
  options,
}: {
  readonly written: Written;
  readonly child: ChildBand;
  readonly options: Options;
}): Html {
  const nothing = 'Nothing written.';
  const { handover, handover_to, handover_reason, work_ended_on: ended } = written;
  const { end_reason, disengagement_reason } = wordsOf(endings, written, options);
  return (
    <section aria-labelledby="written">
      <h2 class="govuk-heading-m" id="written">
        What is written
      </h2>
      <WrittenList
        lines={[
          ['What helped and what did not', written.summary ?? nothing],
          [
            'Hand-over',
            [handovers[handover], handover_to, handover_reason].filter(Boolean).join('. '),
          ],
          [
            `What ${child.forename} thought`,
            written.child_feedback ?? written.child_feedback_not_known ?? nothing,
          ],
          [
            'What parents or carers thought',
            written.parent_feedback ?? written.parent_feedback_not_known ?? nothing,
          ],
          ['Why it ended', `${end_reason || 'Not said'}${ended ? ` on ${formatDay(ended)}` : ''}`],
          ['What kept them from taking part', disengagement_reason || null],
        ]}
      />
    </section>
  );
}
