import { formatDay } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import type { PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { fullName } from './home-model.ts';
import type { Team } from './pick-team.ts';
import { TeamFrame } from './team-nav.view.tsx';
import { type Approval, mostWaiting } from './waiting.queries.ts';

type Frame = {
  readonly shell: PageShell;
  readonly teams: readonly Team[];
  readonly team: Team | null;
};

type Row = {
  readonly text: string;
  readonly href: string;
  readonly child: string;
  readonly who: string;
  readonly since: string;
  readonly note: string;
  readonly isLate: boolean;
};

type ListProps = Frame & {
  readonly title: string;
  readonly lead: string;
  readonly path: string;
  readonly empty: string;
  readonly whoHeading: string;
  readonly sinceHeading: string;
  readonly noteHeading: string;
  readonly rows: readonly Row[];
  /** What waits for somebody else, and is not counted among what waits for managers. */
  readonly others?: { readonly title: string; readonly rows: readonly Row[] };
};

/** A manager's list of things that wait: what, which child, whose, since when. */
export function WaitingList(props: ListProps): Html {
  return (
    <TeamFrame {...props}>
      {props.rows.length > 0 ? (
        <WaitingTable {...props} />
      ) : (
        <p class="govuk-body">{props.empty}</p>
      )}
      <First rows={props.rows} />
      {props.others && props.others.rows.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">{props.others.title}</h2>
          <WaitingTable {...props} {...props.others} />
          <First rows={props.others.rows} />
        </>
      ) : null}
    </TeamFrame>
  );
}

function First({ rows }: { readonly rows: readonly Row[] }): Html | null {
  if (rows.length < mostWaiting) return null;
  return (
    <p class="govuk-body fh-quiet">
      These are the first {mostWaiting}. When some are done the next are shown.
    </p>
  );
}

export function WaitingTable(
  props: Pick<ListProps, 'title' | 'whoHeading' | 'sinceHeading' | 'noteHeading' | 'rows'>,
): Html {
  return (
    <table class="govuk-table fh-stack-table">
      <caption class="govuk-table__caption govuk-visually-hidden">{props.title}</caption>
      <thead>
        <tr>
          {['What', 'Child', props.whoHeading, props.sinceHeading, props.noteHeading].map(
            (heading) => (
              <th scope="col" class="govuk-table__header">
                {heading}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr class="govuk-table__row">
            <td class="govuk-table__cell">
              <a class="govuk-link" href={row.href}>
                {row.text}
                <span class="govuk-visually-hidden"> for {row.child}</span>
              </a>
            </td>
            <td class="govuk-table__cell" data-label="Child">
              {row.child}
            </td>
            <td class="govuk-table__cell" data-label={props.whoHeading}>
              {row.who}
            </td>
            <td class="govuk-table__cell" data-label={props.sinceHeading}>
              {row.since}
            </td>
            <td class="govuk-table__cell" data-label={props.noteHeading}>
              {row.isLate ? <span class="fh-badge fh-badge-late">{row.note}</span> : row.note}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const approvalWords = {
  assessment: 'Countersign or return the assessment',
  closure: 'Approve the closure or send it back',
  decision: 'Police confirm the panel’s decision',
} as const;

/** What waits for approval as rows; a person’s own work says that somebody else must approve it. */
export function approvalRow(approval: Approval, staffId: string, today: string): Row {
  const { kind, childId, subjectId, involvementId } = approval;
  const href = {
    assessment: urls.assessments.countersign(childId, subjectId),
    closure: urls.closure.approve(childId, involvementId ?? subjectId),
    decision: urls.panels.decision(childId, subjectId),
  }[kind];
  const isOwn = approval.byId === staffId && kind !== 'decision';
  return {
    text: isOwn ? `${approvalWords[kind]}: yours, so a colleague does it` : approvalWords[kind],
    href,
    child: fullName(approval),
    who: approval.by ?? 'A person who has left',
    since: formatDay(approval.since),
    note: approval.dueOn ? formatDay(approval.dueOn) : 'No day set',
    isLate: approval.dueOn !== null && approval.dueOn < today,
  };
}
