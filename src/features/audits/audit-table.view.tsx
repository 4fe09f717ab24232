import { programmeState } from '../../domain/audits/programme.ts';
import { type Day, formatDay, MONTHS } from '../../domain/calendar/day.ts';
import type { Html } from '../../ui/html.ts';
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
    <table class="govuk-table fh-stack-table">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Audit', 'Month', 'Standards', 'Lead', 'Read', 'State'].map((text) => (
            <th scope="col" class="govuk-table__header">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {audits.map((audit) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <a class="govuk-link" href={urls.audits.one(audit.id)}>
                {audit.title}
              </a>
              <span class="fh-quiet"> {audit.theme ?? kindOf(audit.kind)}</span>
            </th>
            <td class="govuk-table__cell" data-label="Month">
              {monthName(audit.month)}
            </td>
            <td class="govuk-table__cell" data-label="Standards">
              {audit.standards.join(', ')}
            </td>
            <td class="govuk-table__cell" data-label="Lead">
              {audit.lead}
            </td>
            <td class="govuk-table__cell" data-label="Read">
              {audit.readings > 0
                ? `${audit.done} of ${audit.readings} ${audit.readings === 1 ? 'reading' : 'readings'}`
                : 'None'}
            </td>
            <td class="govuk-table__cell" data-label="State">
              <StateBadge audit={audit} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
  const day =
    state === 'done'
      ? (audit.finishedOn ?? audit.dueOn)
      : state === 'cancelled'
        ? null
        : audit.dueOn;
  const joined = state === 'done' || day === null ? '' : ', due';
  return (
    <span class={`fh-badge fh-badge-${tone}`}>
      {text}
      {joined} {day ? formatDay(day) : ''}
    </span>
  );
}
