import { formatDay } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import type { CheckRow } from './closure-facts.ts';

/** The checklist: what is done, what was passed with a reason, and where the rest is done. */
export function Checklist({
  rows,
  childId,
  involvementId,
  canWrite,
}: {
  readonly rows: readonly CheckRow[];
  readonly childId: string;
  readonly involvementId: string;
  readonly canWrite: boolean;
}): Html {
  return (
    <section aria-labelledby="checklist">
      <h2 class="govuk-heading-m" id="checklist">
        Before the work ends
      </h2>
      <ul class="fh-lines">
        {rows.map((row) => (
          <li class="fh-line" id={`check-${row.id}`} tabindex={-1}>
            <p class="govuk-body fh-line__foot">
              <strong>{row.label}</strong>
              <Standing row={row} />
            </p>
            {row.exception && !row.isDone ? (
              <p class="govuk-body">
                {row.exception.name ?? 'Somebody'}, {formatDay(row.exception.recorded_on)}:{' '}
                {row.exception.reason}
              </p>
            ) : null}
            {!row.isDone && !row.exception ? (
              <p class="govuk-body fh-line__foot">
                {canWrite ? (
                  <>
                    <a class="govuk-link" href={row.href}>
                      {row.sentence}
                    </a>
                    <a
                      class="govuk-link fh-no-print"
                      href={urls.closure.pass(childId, involvementId, row.id)}
                    >
                      Pass it with a reason
                      <span class="govuk-visually-hidden">: {row.label}</span>
                    </a>
                  </>
                ) : (
                  row.sentence
                )}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ row }: { readonly row: CheckRow }): Html {
  if (row.isDone) return <span class="fh-badge fh-badge-good">{row.sentence}</span>;
  if (row.exception) return <span class="fh-badge fh-badge-soon">Passed with a reason</span>;
  return <span class="fh-badge fh-badge-late">To do</span>;
}
