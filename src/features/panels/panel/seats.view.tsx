import { mustCheckLocally } from '../../../domain/provenance.ts';
import type { Html } from '../../../ui/html.ts';
import { attendanceWords } from './attendance-words.ts';
import type { PanelSubject } from './panel.routes.tsx';

/** Whether the panel may decide, or who is missing. */
export function QuorumLine({ subject }: { readonly subject: PanelSubject }): Html {
  const { quorum, panel } = subject;
  if (quorum.isQuorate)
    return (
      <p class="govuk-body">
        <span class="fh-badge fh-badge-good">May decide</span> Everyone who must be there was, or
        was heard.
      </p>
    );
  if (panel.attendees.every(({ attended }) => attended === 'expected'))
    return (
      <p class="govuk-body">
        <span class="fh-badge fh-badge-neutral">Attendance not marked yet</span>
      </p>
    );
  return (
    <div class="govuk-body">
      <span class="fh-badge fh-badge-late">May not decide</span>
      <ul class="govuk-list govuk-list--bullet">
        {quorum.missing.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </div>
  );
}

const requirementWords = {
  'must-attend': 'must be present',
  'attend-or-send-view': 'present or a view in writing',
  invited: 'invited',
} as const;
const howWords = {
  present: 'present',
  substitute: 'from a substitute agency',
  'sent-view': 'view in writing',
  empty: '',
};

/** The seats that make a panel, and the people who were asked. */
export function Seats({ subject }: { readonly subject: PanelSubject }): Html {
  const { panel, quorum, rule } = subject;
  return (
    <div class="fh-even">
      <div>
        <h3 class="govuk-heading-s">
          Seats that make a panel{mustCheckLocally(rule) ? ' (check locally)' : ''}
        </h3>
        <ul class="govuk-list">
          {rule.seats.map(({ id, label, requirement }) => {
            const filled = quorum.seats.find(({ seat }) => seat === id);
            return (
              <li>
                <strong>{label}</strong>, {requirementWords[requirement]}:{' '}
                {filled?.filledBy
                  ? `${filled.filledBy} (${howWords[filled.how]})`
                  : 'nobody marked as present yet'}
              </li>
            );
          })}
        </ul>
      </div>
      <div>
        <h3 class="govuk-heading-s">People asked</h3>
        <ul class="govuk-list">
          {panel.attendees.length === 0 ? <li>Nobody yet.</li> : null}
          {panel.attendees.map((person) => (
            <li>
              <strong>{person.name}</strong>, {person.agency_label}
              {person.substitute_for ? `, for ${person.substitute_for}` : ''}:{' '}
              {attendanceWords[person.attended].toLowerCase()}
              {person.sent_view ? ', view in writing' : ''}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
