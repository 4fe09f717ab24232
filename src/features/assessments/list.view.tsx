import { formatDay } from '../../domain/calendar/day.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type Column, DataTable } from '../../ui/layout/data-table.tsx';
import { urls } from '../../urls.ts';
import type { assessmentsOf, Kind, Status } from './assessment.queries.ts';
import { kindNames, levelName, statusNames } from './names.ts';

type Row = Awaited<ReturnType<typeof assessmentsOf>>[number];
type Props = {
  readonly context: ChildContext;
  readonly rows: readonly Row[];
  readonly mayStart: boolean;
};

export function ListPage({ context, rows, mayStart }: Props): Html {
  const childId = context.child.id;
  return (
    <ChildFrame context={context} title="Assessments">
      {rows.length === 0 ? (
        <p class="govuk-body">
          No assessment has been started.{' '}
          {mayStart
            ? 'Start one once the child has been met: the panel cannot decide without it.'
            : 'The child’s own worker starts it.'}
        </p>
      ) : (
        <DataTable caption="Assessments of this child" rows={rows} columns={columnsOf(childId)} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.assessments.nationalTool(childId)}>
          How the national tool’s headings are answered
        </a>
      </p>
      {mayStart ? (
        <Button
          href={urls.assessments.start(childId)}
          text={rows.length === 0 ? 'Start an assessment' : 'Start another assessment'}
          classes={rows.length === 0 ? '' : 'govuk-button--secondary'}
        />
      ) : null}
    </ChildFrame>
  );
}

const columnsOf = (childId: string): readonly Column<Row>[] => [
  {
    heading: 'Assessment',
    cell: ({ id, kind, startedOn }) => (
      <>
        <a class="govuk-link" href={urls.assessments.one(childId, id)}>
          {kindNames[kind as Kind]}
        </a>
        <div class="fh-quiet">started {formatDay(startedOn)}</div>
      </>
    ),
  },
  {
    heading: 'State',
    cell: ({ status, signedOn }) => {
      const { badge, text } = statusNames[status as Status];
      return (
        <>
          <span class={`fh-badge fh-badge-${badge}`}>{text}</span>
          {signedOn ? <div class="fh-quiet">{formatDay(signedOn)}</div> : null}
        </>
      );
    },
  },
  { heading: 'Further offending', cell: ({ likelihood }) => levelName(likelihood) },
  { heading: 'Child’s safety', cell: ({ safety }) => levelName(safety) },
  { heading: 'Other people', cell: ({ harm }) => levelName(harm) },
  {
    heading: 'Who',
    cell: ({ submittedBy, startedBy, countersignedBy }) => (
      <>
        {submittedBy ?? startedBy ?? 'Not known'}
        {countersignedBy ? <div class="fh-quiet">countersigned by {countersignedBy}</div> : null}
      </>
    ),
  },
];
