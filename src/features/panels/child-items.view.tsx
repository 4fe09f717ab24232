import { formatInstant } from '../../domain/calendar/british-time.ts';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { SelectField, type Typed } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { ChildPanelRows, PutForward } from './items.queries.ts';
import { stateWords } from './state-words.tsx';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly rows: ChildPanelRows;
  readonly open: PutForward | null;
  readonly outcomeLabel: (code: string | null) => string;
  readonly requirementLabel: (code: string) => string;
  readonly noticeState: (disposal: ChildPanelRows['disposals'][number]) => 'owed' | 'sent' | 'none';
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** The child's panels, decisions, outcomes, notices to police and exceptions. */
export function ChildItemsPage(props: Props): Html {
  const { shell, child, today, rows, open, errors } = props;
  return (
    <ChildPage title="Panel and outcomes" shell={shell} child={child} today={today} errors={errors}>
      <h1 class="govuk-heading-l">Panel and outcomes</h1>
      <Items {...props} />
      {open && open.referrals.length > 0 ? <Forward {...props} open={open} /> : null}
      {rows.decisions.length > 0 ? <Decisions {...props} /> : null}
      <Outcomes {...props} />
      {rows.exceptions.length > 0 ? <Exceptions {...props} /> : null}
    </ChildPage>
  );
}

function Items({ child, rows }: Props): Html {
  return (
    <section>
      <h2 class="govuk-heading-m">Panels</h2>
      {rows.items.length === 0 ? (
        <p class="govuk-body">
          This child has not been on a panel’s list. Police hear the result of an assessment at the
          panel: put the referral on one, and it is done when the decision is recorded.
        </p>
      ) : (
        <ul class="fh-cards">
          {rows.items.map((item) => (
            <li class="fh-card">
              <h3 class="govuk-heading-s">
                <a class="govuk-link" href={urls.panels.item(child.id, item.id)}>
                  {item.panel_name}, {formatInstant(item.starts_at)}
                </a>
              </h3>
              <p class="govuk-body">
                {stateWords[item.state]}
                {item.gravity ? `, gravity ${item.gravity}` : ''}
                {item.state_reason ? `: ${item.state_reason}` : ''}
              </p>
              {item.state === 'listed' || item.state === 'ready' ? (
                <p class="govuk-body">
                  {item.state === 'listed'
                    ? 'Make the paper before the day. '
                    : 'Nothing more is asked of the worker before the day. '}
                  The case is taken to police at the panel itself, and is done when the decision is
                  recorded:{' '}
                  <a class="govuk-link" href={urls.panels.one(item.panel_id)}>
                    the panel of {formatInstant(item.starts_at)}
                  </a>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Forward({ child, open, errors, typed }: Props & { readonly open: PutForward }): Html {
  if (open.panels.length === 0)
    return (
      <p class="govuk-body">
        There is no panel to come. Ask a practice manager or business support to{' '}
        <a class="govuk-link" href={urls.panels.list}>
          set up a panel
        </a>
        .
      </p>
    );
  return (
    <PostForm action={urls.panels.childItems(child.id)} class="fh-form">
      <h2 class="govuk-heading-m">Put a referral on a panel</h2>
      <SelectField
        name="referral"
        label="Referral"
        choices={open.referrals.map((row) => ({
          value: row.id,
          text: `Referred ${formatDay(row.referred_on)}${row.reference ? `, ${row.reference}` : ''}`,
        }))}
        errors={errors}
        typed={typed}
        stored={open.referrals.length === 1 ? open.referrals[0]?.id : null}
      />
      <SelectField
        name="panel"
        label="Panel"
        hint="Nobody on the panel sees anything until you have made the paper."
        choices={open.panels.map((row) => ({
          value: row.id,
          text: `${row.name}, ${formatInstant(row.starts_at)}`,
        }))}
        errors={errors}
        typed={typed}
      />
      <Button text="Put on this panel" />
    </PostForm>
  );
}

const decisionWords = {
  made: 'Waiting for the police lead to confirm',
  escalated: 'Disagreement open',
  final: 'Confirmed by police',
  replaced: 'Replaced by a later decision',
} as const;

function Decisions({ child, rows, outcomeLabel }: Props): Html {
  return (
    <section>
      <h2 class="govuk-heading-m">Decisions</h2>
      <table class="govuk-table fh-stack-table">
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Decided
            </th>
            <th scope="col" class="govuk-table__header">
              Outcome
            </th>
            <th scope="col" class="govuk-table__header">
              Standing
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.decisions.map((row) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={urls.panels.decision(child.id, row.id)}>
                  {formatDay(row.decided_on)}
                </a>
              </th>
              <td class="govuk-table__cell">{outcomeLabel(row.outcome)}</td>
              <td class="govuk-table__cell">{decisionWords[row.status]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const completionWords = {
  completed: 'Kept and completed',
  'not-completed': 'Not kept',
  withdrawn: 'Child or family withdrew',
} as const;

function Outcomes({ child, rows, outcomeLabel, noticeState }: Props): Html {
  return (
    <section>
      <h2 class="govuk-heading-m">Outcomes</h2>
      {rows.disposals.length === 0 ? (
        <p class="govuk-body">
          No outcome yet. One appears here when a panel’s decision is recorded.
        </p>
      ) : (
        <ul class="fh-cards">
          {rows.disposals.map((row) => (
            <li class="fh-card">
              <h3 class="govuk-heading-s">
                <a class="govuk-link" href={urls.panels.outcome(child.id, row.id)}>
                  {outcomeLabel(row.outcome)}
                </a>
              </h3>
              <p class="govuk-body">
                Decided {formatDay(row.decided_on)}.{' '}
                {row.replaced
                  ? 'The decision was replaced.'
                  : row.given_on
                    ? `Given ${formatDay(row.given_on)}.`
                    : 'Not given yet.'}{' '}
                {row.completion && row.completed_on
                  ? `${completionWords[row.completion]}, ${formatDay(row.completed_on)}.`
                  : row.due_by
                    ? `To be finished by ${formatDay(row.due_by)}.`
                    : ''}
              </p>
              {noticeState(row) === 'owed' ? (
                <p class="govuk-body">
                  <a
                    class="fh-badge fh-badge-late"
                    href={urls.panels.policeNotice(child.id, row.id)}
                  >
                    Police must be told, with proof
                  </a>
                </p>
              ) : null}
              {noticeState(row) === 'sent' && row.notice_sent_on ? (
                <p class="govuk-body">
                  <a class="govuk-link" href={urls.panels.policeNotice(child.id, row.id)}>
                    Police told {formatDay(row.notice_sent_on)}
                  </a>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Exceptions({ rows, requirementLabel }: Props): Html {
  return (
    <section>
      <h2 class="govuk-heading-m">
        {rows.exceptions.length === 1
          ? '1 step passed by an exception'
          : `${rows.exceptions.length} steps passed by exceptions`}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {rows.exceptions.map((row) => (
          <li>
            <strong>{requirementLabel(row.requirement)}</strong>: {row.reason}{' '}
            <span class="fh-quiet">
              Recorded by {row.by ?? 'a former colleague'} on {formatDay(row.recorded_on)};{' '}
              {row.reviewed_on
                ? `seen by a manager on ${formatDay(row.reviewed_on)}`
                : 'not yet seen by a manager'}
              .
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
