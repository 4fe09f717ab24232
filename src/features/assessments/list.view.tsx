import { formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { urls } from '../../urls.ts';
import type { assessmentsOf, Kind, Status } from './assessment.queries.ts';
import type { Frame } from './frame.view.tsx';
import { kindNames, levelName, statusNames } from './names.ts';

type Row = Awaited<ReturnType<typeof assessmentsOf>>[number];
type Props = Frame & { readonly rows: readonly Row[]; readonly mayStart: boolean };

export function ListPage({ rows, mayStart, ...frame }: Props): Html {
  return (
    <ChildPage title="Assessments" {...frame}>
      <h1 class="govuk-heading-l">Assessments</h1>
      {rows.length === 0 ? (
        <p class="govuk-body">
          No assessment has been started.{' '}
          {mayStart
            ? 'Start one once the child has been met: the panel cannot decide without it.'
            : 'The child’s own worker starts it.'}
        </p>
      ) : (
        <section class="fh-scroll" tabindex={0} aria-label="Assessments of this child">
          <table class="govuk-table fh-stack-table">
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {[
                  'Assessment',
                  'State',
                  'Further offending',
                  'Child’s safety',
                  'Other people',
                  'Who',
                ].map((text) => (
                  <th scope="col" class="govuk-table__header">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {rows.map((row) => (
                <ListRow row={row} childId={frame.child.id} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {mayStart ? (
        <Button
          href={urls.assessments.start(frame.child.id)}
          text={rows.length === 0 ? 'Start an assessment' : 'Start another assessment'}
          classes={rows.length === 0 ? '' : 'govuk-button--secondary'}
        />
      ) : null}
    </ChildPage>
  );
}

function ListRow({ row, childId }: { readonly row: Row; readonly childId: string }): Html {
  const status = statusNames[row.status as Status];
  const who = row.submittedBy ?? row.startedBy ?? 'Not known';
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={urls.assessments.one(childId, row.id)}>
          {kindNames[row.kind as Kind]}
        </a>
        <div class="fh-quiet">started {formatDay(row.startedOn)}</div>
      </th>
      <td class="govuk-table__cell" data-label="State">
        <span class={`fh-badge fh-badge-${status.badge}`}>{status.text}</span>
        {row.signedOn ? <div class="fh-quiet">{formatDay(row.signedOn)}</div> : null}
      </td>
      <td class="govuk-table__cell" data-label="Further offending">
        {levelName(row.likelihood)}
      </td>
      <td class="govuk-table__cell" data-label="Child’s safety">
        {levelName(row.safety)}
      </td>
      <td class="govuk-table__cell" data-label="Other people">
        {levelName(row.harm)}
      </td>
      <td class="govuk-table__cell" data-label="Who">
        {who}
        {row.countersignedBy ? (
          <div class="fh-quiet">countersigned by {row.countersignedBy}</div>
        ) : null}
      </td>
    </tr>
  );
}
