import { programmeState } from '../../domain/audits/programme.ts';
import { type Day, formatDay, MONTHS } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
import { DataTable } from '../../ui/layout/data-table.tsx';
import { urls } from '../../urls.ts';
import { kindOf, stateWords } from './audit-words.ts';
import type { AuditLine } from './audits.queries.ts';

/** "October 2026" of a month's first day. */
export const monthName = (day: Day) =>
  `${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;

/** Audits, one a row: month, what, who, how far. */
export function AuditTable({
  audits,
  today,
  caption,
}: {
  readonly audits: readonly AuditLine[];
  readonly today: Day;
  readonly caption: string;
}): Html {
  return (
    <DataTable
      caption={caption}
      rows={audits}
      columns={[
        {
          heading: 'Audit',
          cell: ({ id, title, theme, kind }) => (
            <>
              <a class="govuk-link" href={urls.audits.one(id)}>
                {title}
              </a>
              <span class="fh-quiet"> {theme ?? kindOf(kind)}</span>
            </>
          ),
        },
        { heading: 'Month', cell: ({ month }) => monthName(month) },
        { heading: 'Standards', cell: ({ standards }) => standards.join(', ') },
        { heading: 'Lead', cell: ({ lead }) => lead },
        {
          heading: 'Read',
          cell: ({ done, readings }) =>
            readings > 0
              ? `${done} of ${readings} ${readings === 1 ? 'reading' : 'readings'}`
              : 'None',
        },
        { heading: 'State', cell: (audit) => <StateBadge audit={audit} today={today} /> },
      ]}
    />
  );
}

/** Where an audit stands, with the day that says so. */
export function StateBadge({
  audit,
  today,
}: {
  readonly audit: Pick<AuditLine, 'status' | 'dueOn' | 'finishedOn'>;
  readonly today: Day;
}): Html {
  const state = programmeState(audit, today);
  const { text, tone } = stateWords[state];
  const day = {
    done: ` ${formatDay(audit.finishedOn ?? audit.dueOn)}`,
    cancelled: '',
    other: `, due ${formatDay(audit.dueOn)}`,
  };
  return (
    <span class={`fh-badge fh-badge-${tone}`}>
      {text}
      {state === 'done' || state === 'cancelled' ? day[state] : day.other}
    </span>
  );
}
