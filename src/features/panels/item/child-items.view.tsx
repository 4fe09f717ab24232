import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import { noticeKinds } from '../../../domain/panels/delivery.ts';
import { owesPoliceNotice } from '../../../domain/panels/outcomes.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import type { PageOf } from '../../../record/form-page.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { urls } from '../../../urls.ts';
import { outcomeLabel, requirementLabel } from '../outcomes.queries.ts';
import type { ChildItems, PutForward } from './child-items.routes.tsx';
import type { ChildPanelRows } from './items.queries.ts';
import { stateWords } from './state-words.tsx';

type Props = PageOf<ChildContext, ChildItems, PutForward>;

/** The child's panels, decisions, outcomes, notices to police and exceptions. */
export function ChildItemsPage(props: Props): Html {
  const { subject, form, context } = props;
  const { rows, open } = subject;
  return (
    <ChildFrame context={context} title="Panel and outcomes" faults={form.faults}>
      <Items childId={context.child.id} items={rows.items} />
      {form.mayWrite && open.referrals.length > 0 ? <Forward {...props} /> : null}
      {rows.decisions.length > 0 ? <Decisions {...props} /> : null}
      <Outcomes {...props} />
      {rows.steps.length > 0 ? <Steps steps={rows.steps} childId={context.child.id} /> : null}
      {rows.exceptions.length > 0 ? <Exceptions exceptions={rows.exceptions} /> : null}
    </ChildFrame>
  );
}

function Items({
  childId,
  items,
}: {
  readonly childId: string;
  readonly items: ChildPanelRows['items'];
}): Html {
  return (
    <section>
      <h2 class="govuk-heading-m">Panels</h2>
      {items.length === 0 ? (
        <p class="govuk-body">
          This child has not been on a panel’s list. Police hear the result of an assessment at the
          panel: put the referral on one, and it is done when the decision is recorded.
        </p>
      ) : (
        <ul class="fh-cards">
          {items.map((item) => (
            <li class="fh-card">
              <h3 class="govuk-heading-s">
                <a class="govuk-link" href={urls.panels.item(childId, item.id)}>
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

function Forward({ subject: { open }, form: { F, ...form } }: Props): Html {
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
    <section>
      <h2 class="govuk-heading-m">Put a referral on a panel</h2>
      <FormBox form={form} button="Put on this panel">
        <F.referral_id />
        <F.panel_id />
      </FormBox>
    </section>
  );
}

const decisionWords = {
  made: 'Waiting for the police lead to confirm',
  escalated: 'Disagreement open',
  final: 'Confirmed by police',
  replaced: 'Replaced by a later decision',
} as const;

function Decisions({ subject: { rows, outcomes }, context: { child } }: Props): Html {
  return (
    <DataTable
      caption="Decisions"
      captionShown
      columns={[
        {
          heading: 'Decided',
          cell: ({ id, decided_on }: ChildPanelRows['decisions'][number]) => (
            <a class="govuk-link" href={urls.panels.decision(child.id, id)}>
              {formatDay(decided_on)}
            </a>
          ),
        },
        { heading: 'Outcome', cell: ({ outcome }) => outcomeLabel(outcomes)(outcome) },
        { heading: 'State', cell: ({ status }) => decisionWords[status] },
      ]}
      rows={rows.decisions}
    />
  );
}

function Outcomes({ subject: { rows, outcomes }, context: { child } }: Props): Html {
  const owesNotice = (row: ChildPanelRows['disposals'][number]) => {
    const outcome = outcomes.find(({ code }) => code === row.outcome);
    const notice = { sentOn: row.notice_sent_on, proof: row.notice_proof ?? '' };
    return outcome !== undefined && owesPoliceNotice(outcome, row.completion, notice);
  };
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
                  {outcomeLabel(outcomes)(row.outcome)}
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
                  ? `${noticeKinds[row.completion].label}, ${formatDay(row.completed_on)}.`
                  : row.due_by
                    ? `To be finished by ${formatDay(row.due_by)}.`
                    : ''}
              </p>
              {owesNotice(row) ? (
                <p class="govuk-body">
                  <a
                    class="fh-badge fh-badge-late"
                    href={urls.panels.policeNotice(child.id, row.id)}
                  >
                    Police must be told, with proof
                  </a>
                </p>
              ) : null}
              {row.notice_sent_on && !owesNotice(row) ? (
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

function Steps({
  steps,
  childId,
}: {
  readonly steps: ChildPanelRows['steps'];
  readonly childId: string;
}): Html {
  return (
    <section>
      <h2 class="govuk-heading-m">What follows</h2>
      <ul class="govuk-list">
        {steps.map((step) => (
          <li>
            <a class="govuk-link" href={urls.panels.step(childId, step.id)}>
              {step.label}
            </a>{' '}
            <span class="fh-quiet">
              since {formatDay(step.begun_on)}.{' '}
              {step.closed_on
                ? `${step.state === 'done' ? 'Done' : 'Nothing follows'}, ${formatDay(step.closed_on)}.`
                : `Open, with ${step.owner ?? 'a manager'}.`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Exceptions({ exceptions }: { readonly exceptions: ChildPanelRows['exceptions'] }): Html {
  return (
    <section>
      <h2 class="govuk-heading-m">
        {exceptions.length === 1
          ? '1 step passed by an exception'
          : `${exceptions.length} steps passed by exceptions`}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {exceptions.map((row) => (
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
