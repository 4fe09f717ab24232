import { formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { urls } from '../../urls.ts';
import type { OpenAssessment } from './assessment.queries.ts';
import type { Frame } from './frame.view.tsx';
import { kindNames, statusNames } from './names.ts';
import { Returned } from './tasks.view.tsx';
import { WholeAssessment } from './whole.view.tsx';

type Props = Frame & {
  readonly open: OpenAssessment;
  readonly mayCountersign: boolean;
  readonly mayWrite: boolean;
};

export function WholePage({ open, mayCountersign, mayWrite, ...frame }: Props): Html {
  const { id } = frame.child;
  const status = statusNames[open.status];
  return (
    <ChildPage
      title={kindNames[open.kind]}
      {...frame}
      back={
        mayWrite
          ? { href: urls.assessments.one(id, open.id), text: 'All parts of the assessment' }
          : { href: urls.assessments.list(id), text: 'Assessments' }
      }
    >
      <h1 class="govuk-heading-l">{kindNames[open.kind]}</h1>
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
      </div>
      <WholeAssessment open={open} />
    </ChildPage>
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
