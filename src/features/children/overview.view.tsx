import { can, claimsOf } from '../../domain/access/can.ts';
import { levelLabel } from '../../domain/assessments/levels.ts';
import { formatInstant } from '../../domain/calendar/british-time.ts';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { mayWriteContacts } from '../../domain/contacts/may-write-contacts.ts';
import { inQuotes } from '../../domain/text/in-quotes.ts';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { urls } from '../../urls.ts';
import type { Frame } from './frame.ts';
import { gapWords } from './gap-words.ts';
import type { AtAGlance } from './overview.queries.ts';
import { Changes } from './overview-changes.view.tsx';
import { Matters, Row } from './overview-matters.view.tsx';
import { People, Reach } from './overview-people.view.tsx';

export type DueRow = {
  readonly what: string;
  readonly dueOn: Day;
  readonly href: string;
  readonly owner: string;
};
type Props = Frame & { readonly glance: AtAGlance; readonly due: readonly DueRow[] };

/** The most looked at page: what one must know, what matters now, what is due and who works with the child. */
export function OverviewPage(props: Props): Html {
  const { shell, child, today, glance } = props;
  return (
    <ChildPage title="Overview" shell={shell} child={child} today={today}>
      <h1 class="govuk-visually-hidden">Overview</h1>
      <Warnings {...props} />
      <div class="fh-two">
        <div>
          <Now {...props} />
          <Due {...props} />
          <Contacts {...props} />
        </div>
        <div>
          <Reach glance={glance} child={child} shell={shell} />
          <People glance={glance} child={child} />
          <Gaps {...props} />
        </div>
      </div>
    </ChildPage>
  );
}

function Warnings({ glance, child, today }: Props): Html | null {
  if (glance.warnings.length === 0) return null;
  return (
    <section aria-labelledby="warnings">
      <h2 class="govuk-heading-m" id="warnings">
        Know this first
      </h2>
      <ul class="fh-cards">
        {glance.warnings.map((warning) => (
          <li class="fh-card fh-card-warning">
            <h3 class="govuk-heading-s">
              <a class="govuk-link" href={urls.child.warning(child.id, warning.id)}>
                {warning.kind}
              </a>
            </h3>
            <p class="govuk-body fh-written">{warning.detail}</p>
            <p class="govuk-body fh-quiet">
              {warning.review_on < today ? (
                <span class="fh-badge fh-badge-late">Review overdue</span>
              ) : null}{' '}
              {warning.owner} looks again by {formatDay(warning.review_on)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const planText: Readonly<Record<string, string>> = {
  draft: 'Being written',
  agreed: 'Agreed',
  ended: 'Ended: it was agreed',
};

function Now(props: Props): Html {
  const { glance, child, shell, today } = props;
  const { words, plan, levels, work, referral } = glance;
  return (
    <section aria-labelledby="now">
      <h2 class="govuk-heading-m" id="now">
        What matters now
      </h2>
      <Changes {...props} />
      {words ? (
        <figure class="fh-voice">
          <blockquote class="fh-written">{inQuotes(words.words)}</blockquote>
          <figcaption class="fh-quiet">
            {child.knownAs ?? child.forename}, {formatInstant(words.at)}
          </figcaption>
        </figure>
      ) : plan?.child_words ? (
        <figure class="fh-voice">
          <blockquote class="fh-written">{inQuotes(plan.child_words)}</blockquote>
          <figcaption class="fh-quiet">{child.knownAs ?? child.forename}, on the plan</figcaption>
        </figure>
      ) : null}
      <dl class="govuk-summary-list">
        <Row name="Work now">
          {work.length === 0 && !referral ? 'None' : null}
          {work.map((one) => (
            <div>
              {one.type}, since {formatDay(one.started_on)}
              {one.expected_end ? `, expected to end ${formatDay(one.expected_end)}` : ''}
            </div>
          ))}
          {referral ? (
            <div>
              {can(shell.actor, 'referral.view') ? (
                <a class="govuk-link" href={urls.referrals.one(child.id, referral.id)}>
                  Referral open
                </a>
              ) : (
                'Referral open'
              )}
              , referred {formatDay(referral.referred_on)}
            </div>
          ) : null}
        </Row>
        <Matters glance={glance} child={child} shell={shell} today={today} />
        {can(shell.actor, 'assessment.view') ? (
          <Row name="Latest signed assessment">
            {levels ? (
              <>
                <div>Likelihood of further offending: {levelLabel(levels.likelihood)}</div>
                <div>Safety and wellbeing: {levelLabel(levels.safety)} concern</div>
                <div>Risk to other people: {levelLabel(levels.harm)}</div>
                <a class="govuk-link" href={urls.assessments.one(child.id, levels.id)}>
                  Signed on {formatDay(levels.signed_on)}
                </a>
              </>
            ) : (
              <a class="govuk-link" href={urls.assessments.list(child.id)}>
                None signed yet
              </a>
            )}
          </Row>
        ) : null}
        {can(shell.actor, 'plan.view') ? (
          <Row name="Plan">
            <a class="govuk-link" href={urls.plans.current(child.id)}>
              {plan
                ? planText[plan.status]
                : claimsOf(shell.actor.role).read.includes('RC5')
                  ? 'No plan yet'
                  : 'The lines of it that you may see'}
              {plan?.agreed_on ? ` on ${formatDay(plan.agreed_on)}` : ''}
            </a>
            {plan?.review_on && plan.status !== 'ended' ? (
              <div>Next review by {formatDay(plan.review_on)}</div>
            ) : null}
          </Row>
        ) : null}
      </dl>
    </section>
  );
}

function Due({ due, today }: Props): Html {
  return (
    <section aria-labelledby="due">
      <h2 class="govuk-heading-m" id="due">
        What is due
      </h2>
      {due.length === 0 ? (
        <p class="govuk-body">Nothing that you may see is due.</p>
      ) : (
        <ul class="govuk-list fh-results">
          {due.map((row) => (
            <li class="fh-due">
              <a class="govuk-link" href={row.href}>
                {row.what}
              </a>{' '}
              {row.dueOn < today ? (
                <span class="fh-badge fh-badge-late">Overdue</span>
              ) : row.dueOn === today ? (
                <span class="fh-badge fh-badge-soon">Today</span>
              ) : null}
              <div class="fh-quiet">
                By {formatDay(row.dueOn)}
                {row.owner ? `, ${row.owner}` : ''}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Contacts({ glance: { last, next, work, referral }, child, shell }: Props): Html | null {
  if (!can(shell.actor, 'contact.view')) return null;
  const isWorkedWith = work.length > 0 || referral !== null;
  return (
    <section aria-labelledby="contacts">
      <h2 class="govuk-heading-m" id="contacts">
        Last and next contact
      </h2>
      <dl class="govuk-summary-list">
        {[
          { name: 'Last', contact: last, none: 'None recorded yet' },
          { name: 'Next', contact: next, none: 'None planned' },
        ].map(({ name, contact, none }) => (
          <Row name={name}>
            {contact ? (
              <>
                <a class="govuk-link" href={urls.contacts.one(child.id, contact.id)}>
                  {contact.type}, {formatInstant(contact.at)}
                </a>
                <div>{[contact.place, contact.attendance].filter(Boolean).join('. ')}</div>
                {contact === next && !isWorkedWith ? (
                  <div>
                    <span class="fh-badge fh-badge-late">No work is open</span> Call it off, or say
                    who still meets the child.
                  </div>
                ) : null}
              </>
            ) : (
              none
            )}
          </Row>
        ))}
      </dl>
      {mayWriteContacts(shell.actor, child) ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.contacts.record(child.id)}>
            Record a contact
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Gaps({ glance: { gaps }, child, shell }: Props): Html | null {
  if (gaps.length === 0) return null;
  const mayMend = can(shell.actor, 'child.gaps');
  return (
    <section aria-labelledby="gaps">
      <h2 class="govuk-heading-m" id="gaps">
        Gaps in the record
      </h2>
      <ul class="govuk-list">
        {gaps.map(({ gap, state }) => {
          const { text, href } = gapWords(child.id, gap, state);
          return (
            <li>
              {mayMend ? (
                <a class="govuk-link" href={href}>
                  {text}
                </a>
              ) : (
                text
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
