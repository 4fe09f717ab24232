import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import type { Involvement } from './closure.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly rows: readonly Involvement[];
  readonly typeName: (code: string) => string;
  readonly endReason: (code: string | null) => string;
  readonly disengagement: (code: string) => string;
  readonly canRead: boolean;
  readonly canClose: boolean;
  readonly canApprove: boolean;
};

/** The child's pieces of work, live and ended. */
export function InvolvementsPage(props: Props): Html {
  const { child, rows } = props;
  return (
    <ChildPage title="Involvements" shell={props.shell} child={child} today={props.today}>
      <h1 class="govuk-heading-l">{child.forename}’s involvements</h1>
      <p class="govuk-body">
        Each is one piece of work under one legal basis. A child may have several at once; they
        share one plan.
      </p>
      {rows.length === 0 ? (
        <p class="govuk-body">
          None yet. One begins with an outcome, or when a referral is taken on.
        </p>
      ) : null}
      <ul class="fh-lines">
        {rows.map((row) => (
          <li class="fh-line">
            <Row row={row} {...props} />
          </li>
        ))}
      </ul>
    </ChildPage>
  );
}

function Row(props: Props & { readonly row: Involvement }): Html {
  const { row, child, typeName, endReason, disengagement } = props;
  const { canRead, canClose, canApprove } = props;
  const name = typeName(row.type);
  const isWaiting = row.closure_status === 'submitted';
  return (
    <>
      <h2 class="govuk-heading-s">{name}</h2>
      <p class="govuk-body">
        From {formatDay(row.started_on)}
        {row.ended_on ? ` to ${formatDay(row.ended_on)}` : ''}
        {row.legal_basis ? `. ${row.legal_basis}` : ''}
      </p>
      <p class="govuk-body fh-line__foot">
        {row.ended_on ? (
          <>
            <span class="fh-badge fh-badge-neutral">Ended: {endReason(row.end_reason)}</span>
            {row.disengagement_reason ? ` ${disengagement(row.disengagement_reason)}` : null}
          </>
        ) : (
          <span class="fh-badge fh-badge-good">Live</span>
        )}
        {isWaiting && !row.ended_on ? (
          <span class="fh-badge fh-badge-soon">Closing waits for a manager</span>
        ) : null}
        {!row.ended_on && isWaiting && canApprove ? (
          <a class="govuk-link" href={urls.closure.approve(child.id, row.id)}>
            Approve the closing or send it back
            <span class="govuk-visually-hidden">: {name}</span>
          </a>
        ) : null}
        {canRead && (canClose || row.closure_status) ? (
          <a class="govuk-link" href={urls.closure.one(child.id, row.id)}>
            {row.ended_on || isWaiting || !canClose
              ? 'Read the closing'
              : row.closure_status
                ? 'Go on with closing'
                : 'Close this work'}
            <span class="govuk-visually-hidden">: {name}</span>
          </a>
        ) : null}
      </p>
    </>
  );
}
