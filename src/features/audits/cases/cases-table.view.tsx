import { formatShortDay } from '../../../domain/calendar/day.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { urls } from '../../../urls.ts';
import { riskWords } from '../sample/group-words.ts';
import type { AuditCase, CaseReading } from './audit.queries.ts';

type Props = {
  readonly auditId: string;
  readonly cases: readonly AuditCase[];
  readonly mayManage: boolean;
  readonly me: string;
};

/** The sample, one case a row, with its readers. */
export function CasesTable({ auditId, cases, mayManage, me }: Props): Html {
  if (cases.length === 0)
    return <p class="govuk-body">None of this audit’s cases is in your sample.</p>;
  const reading = (which: CaseReading['reading']) => (each: AuditCase) => (
    <Reading each={each} reading={each.readings.find((one) => one.reading === which)} me={me} />
  );
  return (
    <DataTable
      caption="Cases of the sample"
      rows={cases}
      columns={[
        { heading: 'Case', cell: (each) => <Case {...{ auditId, each, mayManage }} /> },
        { heading: 'Work', cell: ({ work }) => work },
        { heading: 'Risk to others', cell: ({ risk }) => riskWords(risk) },
        { heading: 'Worker', cell: ({ worker }) => worker ?? 'Nobody' },
        { heading: 'First reader', cell: reading('first') },
        { heading: 'Second reader', cell: reading('second') },
      ]}
    />
  );
}

function Case({
  auditId,
  each,
  mayManage,
}: Pick<Props, 'auditId' | 'mayManage'> & { readonly each: AuditCase }): Html {
  const name = `Case ${each.position}${each.child ? `: ${each.child}` : ''}`;
  return (
    <>
      {mayManage ? (
        <a class="govuk-link" href={urls.audits.caseOne(auditId, each.id)}>
          {name}
        </a>
      ) : (
        name
      )}
      {each.withdrawnOn ? <span class="fh-badge fh-badge-neutral">Given back</span> : null}
      {each.toModerate > 0 ? (
        <span class="fh-badge fh-badge-soon">To settle: {each.toModerate}</span>
      ) : null}
    </>
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
