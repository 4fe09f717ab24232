import { programmeState } from '../../../domain/audits/programme.ts';
import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { AuditTable } from '../audit-table.view.tsx';
import type { AuditLine, MyReading } from '../audits.queries.ts';
import type { ToSettle } from '../cases/settle.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly today: Day;
  readonly audits: readonly AuditLine[];
  readonly readings: readonly MyReading[];
  readonly toSettle: readonly ToSettle[];
  readonly mayManage: boolean;
  readonly maySupervise: boolean;
};

/** Audits: what I have to read, what is under way, and what has been found lately. */
export function AuditsPage(props: Props): Html {
  const { shell, today, audits, readings, toSettle, mayManage, maySupervise } = props;
  const open = audits.filter(
    (audit) => !['done', 'cancelled'].includes(programmeState(audit, today)),
  );
  const done = audits.filter(({ status }) => status === 'finished');
  return (
    <Page title="Audits" shell={shell}>
      <h1 class="govuk-heading-l">Audits</h1>
      <p class="govuk-body">
        Cases are drawn by chance, read against the inspectorate’s own questions, and what is found
        goes to each worker’s next supervision.
      </p>
      <p class="fh-actions">
        {mayManage ? <Button text="Plan an audit" href={urls.audits.create()} /> : null}
        <a class="govuk-link" href={urls.audits.programme()}>
          The year’s programme
        </a>
        <a class="govuk-link" href={urls.audits.trends()}>
          What audits found over time
        </a>
        {maySupervise ? (
          <a class="govuk-link" href={urls.audits.supervisions}>
            Learning for supervision
          </a>
        ) : null}
      </p>
      <section aria-labelledby="mine">
        <h2 class="govuk-heading-m" id="mine">
          For you to read
        </h2>
        <MyReadings readings={readings} toSettle={toSettle} today={today} />
      </section>
      <section aria-labelledby="open">
        <h2 class="govuk-heading-m" id="open">
          Planned and under way
        </h2>
        {open.length > 0 ? (
          <AuditTable audits={open} today={today} caption="Audits planned and under way" />
        ) : (
          <p class="govuk-body">No audit is planned for these months.</p>
        )}
      </section>
      <section aria-labelledby="done">
        <h2 class="govuk-heading-m" id="done">
          Finished
        </h2>
        {done.length > 0 ? (
          <AuditTable audits={done} today={today} caption="Finished audits" />
        ) : (
          <p class="govuk-body">No audit was finished in the last fourteen months.</p>
        )}
      </section>
    </Page>
  );
}

function MyReadings({
  readings,
  toSettle,
  today,
}: Pick<Props, 'readings' | 'toSettle' | 'today'>): Html {
  if (readings.length + toSettle.length === 0)
    return <p class="govuk-body">You have no case to read.</p>;
  return (
    <ul class="govuk-list">
      {toSettle.map((each) => (
        <li class="fh-entry">
          <a class="govuk-link" href={urls.audits.moderate(each.childId, each.caseId)}>
            Settle case {each.position}: {each.child}
          </a>
          <span class="fh-quiet">
            {' '}
            {each.audit}, its readers differ on {each.differ}
          </span>{' '}
          <Due day={each.dueOn} today={today} />
        </li>
      ))}
      {readings.map((each) => (
        <li class="fh-entry">
          {each.child === null ? (
            // A record that was sealed, or a sample that ended, after the case was given.
            <span>
              Case {each.position}, which is no longer open to you: ask who leads the audit
            </span>
          ) : (
            <a class="govuk-link" href={urls.audits.reading(each.childId, each.id)}>
              Case {each.position}: {each.child}
            </a>
          )}
          <span class="fh-quiet">
            {' '}
            {each.audit}, {each.reading} reading
          </span>{' '}
          <Due day={each.dueOn} today={today} />
        </li>
      ))}
    </ul>
  );
}

function Due({ day, today }: { readonly day: Day; readonly today: Day }): Html {
  return (
    <span class={`fh-badge fh-badge-${day < today ? 'late' : 'neutral'}`}>
      {day < today ? 'Was due' : 'Due'} {formatDay(day)}
    </span>
  );
}
