import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import { partsMovedOn } from '../../../domain/panels/paper.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import type { PageOf } from '../../../record/form-page.ts';
import type { Html } from '../../../ui/html.ts';
import { nameOf } from '../../../ui/layout/child-page.tsx';
import { urls } from '../../../urls.ts';
import type { PaperFields, PaperSubject } from './paper.routes.tsx';
import { Paper } from './paper-parts.view.tsx';

type Props = PageOf<ChildContext, PaperSubject, PaperFields>;

/** The paper about one child: read by the panel, and made by the child's worker. */
export function PaperPage(props: Props): Html {
  const { subject, form, context } = props;
  const { item, made, draft, whyNot } = subject;
  const { child } = context;
  return (
    <ChildFrame
      context={context}
      title="Panel paper"
      heading={
        <>
          <span class="govuk-caption-l">
            {item.panel_name}, {formatInstant(item.starts_at)}
          </span>
          {made ? `Paper about ${nameOf(child)}` : `Prepare the paper about ${nameOf(child)}`}
        </>
      }
      faults={form.faults}
      back={{ href: urls.panels.item(child.id, item.id), text: item.panel_name }}
    >
      {item.decision_id ? (
        <p class="govuk-body fh-no-print">
          The panel has decided.{' '}
          <a class="govuk-link" href={urls.panels.decision(child.id, item.decision_id)}>
            Read the decision
          </a>
        </p>
      ) : null}
      {made ? <Made {...props} made={made} /> : null}
      {whyNot ? <p class="govuk-inset-text">{whyNot}</p> : null}
      {draft || form.faults.length > 0 ? <Making {...props} /> : null}
    </ChildFrame>
  );
}

/** Which days of the record the paper shows: what came later is not in it. */
function windowOfRecord({ content, on }: NonNullable<PaperSubject['made']>): string {
  const { since, assessedOn } = content;
  const from = since ? `from the referral of ${formatDay(since)} to` : 'as it stood';
  const signed = assessedOn ? `, with the assessment signed on ${formatDay(assessedOn)}` : '';
  return `It shows the record ${from} ${formatInstant(on)}${signed}. Nothing recorded later is in it.`;
}

function Made({
  subject,
  context,
  made,
}: Props & { readonly made: NonNullable<PaperSubject['made']> }): Html {
  const { item, facts } = subject;
  const { child, today } = context;
  // Parts that the record would write differently now.
  const moved = subject.draft ? partsMovedOn(made.content, subject.draft) : [];
  return (
    <>
      <p class="govuk-body fh-quiet">
        Made by {made.by ?? 'a former colleague'}, {formatInstant(made.on)}. Members may read it
        from {formatInstant(item.window_opens)} to {formatInstant(item.window_closes)}. In
        confidence: do not copy or pass on.
      </p>
      <p class="govuk-body">{windowOfRecord(made)}</p>
      {moved.length > 0 ? (
        <p class="govuk-inset-text fh-no-print">
          The record has changed since: {moved.join(', ')}. Members read the paper as it stands here
          until you make it again.
        </p>
      ) : null}
      <Paper content={made.content} child={child} today={today} />
      {facts ? null : (
        <p class="govuk-body fh-no-print">
          Do you know this child, their family or the person harmed?{' '}
          <a class="govuk-link" href={urls.panels.conflict(child.id, item.id)}>
            Declare a conflict of interest
          </a>
          .
        </p>
      )}
    </>
  );
}

function Making({ subject: { made, draft }, form: { F, ...form }, context }: Props): Html {
  const { child, today } = context;
  return (
    <section class="fh-no-print">
      <h2 class="govuk-heading-m">{made ? 'Make it again' : 'Your summary'}</h2>
      <p class="govuk-body">
        Say who this child is, what happened, what stands behind it and what you would ask the panel
        to weigh. Leave out addresses, police information and health detail: the rest of the paper
        comes from the record, and is shown below as members will read it.
      </p>
      <FormBox form={form} button={made ? 'Make the paper again' : 'Make the paper'}>
        <F.paper_summary />
      </FormBox>
      {made || !draft ? null : (
        <>
          <h2 class="govuk-heading-m">The rest of the paper</h2>
          <Paper content={draft} child={child} today={today} />
        </>
      )}
    </section>
  );
}
