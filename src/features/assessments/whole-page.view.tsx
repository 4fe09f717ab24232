import { formatDay } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import type { OpenAssessment } from './assessment.queries.ts';
import { kindNames, statusNames } from './names.ts';
import { WholeAssessment } from './whole.view.tsx';
import { Returned } from './writing/tasks.view.tsx';

type Props = {
  readonly context: ChildContext;
  readonly open: OpenAssessment;
  readonly mayCountersign: boolean;
  readonly mayWrite: boolean;
};

export function WholePage({ context, open, mayCountersign, mayWrite }: Props): Html {
  const { id } = context.child;
  const status = statusNames[open.status];
  return (
    <ChildFrame
      context={context}
      title={kindNames[open.kind]}
      back={
        mayWrite
          ? { href: urls.assessments.one(id, open.id), text: 'All parts of the assessment' }
          : { href: urls.assessments.list(id), text: 'Assessments' }
      }
    >
      <p class="govuk-body">
        <span class={`fh-badge fh-badge-${status.badge}`}>{status.text}</span>
      </p>
      {open.status === 'returned' ? <Returned comment={open.returnedComment ?? ''} /> : null}
      <Signatures open={open} />
      <div class="fh-actions fh-no-print">
        {mayCountersign ? (
          <Button href={urls.assessments.countersign(id, open.id)} text="Countersign or return" />
        ) : null}
        <a class="govuk-link" href={urls.assessments.versions(id, open.id)}>
          Earlier versions
        </a>
        <a class="govuk-link" href={urls.assessments.nationalTool(id)}>
          How the national tool’s headings are answered
        </a>
      </div>
      <WholeAssessment open={open} />
    </ChildFrame>
  );
}

/** Who wrote, signed and countersigned, and when. */
export function Signatures({ open }: { readonly open: OpenAssessment }): Html {
  const gone = 'somebody who has left';
  return (
    <>
      <p class="govuk-body">
        Started {formatDay(open.startedOn)} by {open.startedBy ?? gone}.
        {open.submittedOn
          ? ` ${open.signedOn && !open.needsCountersign ? 'Signed' : 'Sent for signature'} ${formatDay(open.submittedOn)} by ${open.submittedBy ?? gone}.`
          : ''}
        {open.signedOn && open.countersignedBy
          ? ` Countersigned ${formatDay(open.signedOn)} by ${open.countersignedBy}.`
          : ''}
      </p>
      {open.needsCountersign && open.countersignReasons.length > 0 ? (
        <>
          <p class="govuk-body govuk-!-margin-bottom-1">A manager signs too because:</p>
          <ul class="govuk-list govuk-list--bullet">
            {open.countersignReasons.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        </>
      ) : null}
      {open.countersignComment ? (
        <p class="govuk-inset-text fh-written">{open.countersignComment}</p>
      ) : null}
    </>
  );
}
