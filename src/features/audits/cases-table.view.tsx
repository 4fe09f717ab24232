import { formatShortDay } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import type { AuditCase, CaseReading } from './audit.queries.ts';
import type { AuditProps } from './audit.view.tsx';

/** The sample, one case a row, with its readers. */
export function CasesTable(props: AuditProps): Html {
  if (props.cases.length === 0)
    return <p class="govuk-body">None of this audit’s cases is in your sample.</p>;
  return (
    <table class="govuk-table fh-stack-table">
      <caption class="govuk-visually-hidden">Cases of the sample</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Case', 'Work', 'Risk to others', 'Worker', 'First reader', 'Second reader'].map(
            (text) => (
              <th scope="col" class="govuk-table__header">
                {text}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {props.cases.map((each) => (
          <CaseRow {...props} each={each} />
        ))}
      </tbody>
    </table>
  );
}

function CaseRow({
  audit,

  mayManage,
  me,
  each,
}: AuditProps & { readonly each: AuditCase }): Html {
  const of = (reading: string) => each.readings.find((one) => one.reading === reading);
  const name = `Case ${each.position}${each.child ? `: ${each.child}` : ''}`;
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {mayManage ? (
          <a class="govuk-link" href={urls.audits.caseOne(audit.id, each.id)}>
            {name}
          </a>
        ) : (
          name
        )}
        {each.withdrawnOn ? <span class="fh-badge fh-badge-neutral">Given back</span> : null}
        {each.toModerate > 0 ? (
          <span class="fh-badge fh-badge-soon">To settle: {each.toModerate}</span>
        ) : null}
      </th>
      <td class="govuk-table__cell" data-label="Work">
        {each.work}
      </td>
      <td class="govuk-table__cell" data-label="Risk to others">
        {riskWords(each.risk)}
      </td>
      <td class="govuk-table__cell" data-label="Worker">
        {each.worker ?? 'Nobody'}
      </td>
      <td class="govuk-table__cell" data-label="First reader">
        <Reading reading={of('first')} each={each} me={me} />
      </td>
      <td class="govuk-table__cell" data-label="Second reader">
        <Reading reading={of('second')} each={each} me={me} />
      </td>
    </tr>
  );
}

function Reading({
  reading,
  each,
  me,
}: {
  readonly reading: CaseReading | undefined;
  readonly each: AuditCase;
  readonly me: string;
}): Html {
  if (!reading) return <span class="fh-quiet">One reader</span>;
  const state = reading.doneOn ? `read ${formatShortDay(reading.doneOn)}` : 'to read';
  if (reading.readerId === me && !reading.doneOn && each.child && !each.withdrawnOn)
    return (
      <a class="govuk-link" href={urls.audits.reading(each.childId, reading.id)}>
        Read case {each.position}
      </a>
    );
  return (
    <>
      {reading.reader} <span class="fh-quiet">{state}</span>
    </>
  );
}

/** A level in words; a child without a signed assessment has none. */
export const riskWords = (risk: string) =>
  risk === 'not-assessed'
    ? 'Not assessed'
    : risk.charAt(0).toUpperCase() + risk.slice(1).replace('-', ' ');
