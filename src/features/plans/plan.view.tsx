import { formatInstant } from '../../domain/calendar/british-time.ts';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import { Conditions } from '../../record/conditions.tsx';
import { Button, InsetText } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { lineKinds } from './line-kinds.ts';
import type { Mend } from './plan-draft.ts';
import { PlanLines } from './plan-lines.view.tsx';
import type { Plan, PlanNeeds, removedLines } from './plans.queries.ts';
import { Requirements } from './requirements.view.tsx';

type Frame = { readonly shell: PageShell; readonly child: ChildBand; readonly today: Day };

/** A child without a plan yet. */
export function NoPlanPage({
  canWrite,
  signedOn,
  ...frame
}: Frame & { readonly canWrite: boolean; readonly signedOn: Day | null }): Html {
  return (
    <ChildPage title="Plan" {...frame}>
      <h1 class="govuk-heading-l">Plan</h1>
      <p class="govuk-body">{frame.child.forename} has no plan yet.</p>
      <p class="govuk-body">
        {signedOn
          ? `The assessment was signed on ${formatDay(signedOn)}. Its safety and contingency rows come into the plan as lines to begin from.`
          : 'No assessment is signed yet. You can begin the plan now, and add its safety lines when the assessment is signed.'}
      </p>
      {canWrite ? (
        <Button text="Start the plan" href={urls.plans.start(frame.child.id)} />
      ) : (
        <p class="govuk-body fh-quiet">The child’s own worker starts the plan.</p>
      )}
    </ChildPage>
  );
}

type Props = Frame & {
  readonly plan: Plan;
  readonly needs: PlanNeeds;
  readonly mends: readonly Mend[];
  readonly hints: readonly FormFault[];
  readonly removed: Awaited<ReturnType<typeof removedLines>>;
  readonly agencyName: (code: string | null) => string;
  readonly riskName: (code: string | null) => string;
  readonly canWrite: boolean;
  readonly canShare: boolean;
};

/** The child's one plan, whatever the work's legal bases. */
export function PlanPage(props: Props): Html {
  const { plan, mends, canWrite, canShare, shell, child, today } = props;
  const isLive = plan.status !== 'ended';
  return (
    <ChildPage title="Plan" shell={shell} child={child} today={today}>
      <h1 class="govuk-heading-l">Plan</h1>
      <Standing plan={plan} today={today} />
      <div class="fh-actions fh-no-print">
        {canWrite && isLive ? (
          <Button
            text={plan.status === 'draft' ? 'Agree the plan' : 'Agree it again'}
            href={urls.plans.agree(child.id)}
          />
        ) : null}
        <a class="govuk-link" href={urls.plans.print(child.id)}>
          {child.forename}’s own page, to print
        </a>
        {canShare && isLive ? (
          <a class="govuk-link" href={urls.plans.share(child.id)}>
            Share part of the plan with an agency
          </a>
        ) : null}
      </div>
      {plan.status === 'draft' ? <ToMend mends={mends} canWrite={canWrite} /> : null}
      <Conditions
        conditions={props.needs.conditions}
        child={child}
        mayTell={canWrite && isLive}
        mayPlan={canWrite && isLive}
      />
      <Requirements
        requirements={props.needs.requirements}
        child={child}
        canWrite={canWrite && isLive}
      />
      <PlanLines {...props} canWrite={canWrite && isLive} />
      <Words plan={plan} child={child} canWrite={canWrite && isLive} />
      <Shares {...props} />
      {plan.status === 'draft' && canWrite ? <Removed {...props} /> : null}
    </ChildPage>
  );
}

function Standing({ plan, today }: { readonly plan: Plan; readonly today: Day }): Html {
  const isLate = plan.status === 'agreed' && plan.review_on !== null && plan.review_on < today;
  return (
    <>
      <p class="govuk-body">
        {plan.status === 'draft' ? (
          <span class="fh-badge fh-badge-soon">Draft, not agreed yet</span>
        ) : null}
        {plan.status === 'agreed' ? <span class="fh-badge fh-badge-good">Agreed</span> : null}
        {plan.status === 'ended' ? <span class="fh-badge fh-badge-neutral">Ended</span> : null}
        {isLate ? <span class="fh-badge fh-badge-late">Review overdue</span> : null}
      </p>
      <p class="govuk-body fh-quiet">
        Started by {plan.started_by ?? 'somebody'} on {formatDay(plan.started_on)}.
        {plan.agreed_on ? ` Agreed on ${formatDay(plan.agreed_on)}.` : ''}
        {plan.review_on && plan.status !== 'ended'
          ? ` Review by ${formatDay(plan.review_on)}.`
          : ''}
        {plan.ended_on ? ` Ended on ${formatDay(plan.ended_on)}.` : ''}
      </p>
    </>
  );
}

function ToMend({
  mends,
  canWrite,
}: {
  readonly mends: readonly Mend[];
  readonly canWrite: boolean;
}): Html {
  if (mends.length === 0)
    return (
      <InsetText text="The plan has all that it needs. Agree it with the child and a parent." />
    );
  return (
    <section class="fh-card govuk-!-margin-bottom-6" aria-labelledby="to-mend">
      <h2 class="govuk-heading-m" id="to-mend">
        Before it can be agreed
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {mends.map(({ message, href }) => (
          <li>
            {canWrite ? (
              <a class="govuk-link" href={href}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const answers: Readonly<Record<string, string>> = {
  yes: 'Agrees',
  no: 'Does not agree',
  'could-not-answer': 'Could not answer',
  'not-asked': 'Not asked yet',
};

function Words({
  plan,
  child,
  canWrite,
}: {
  readonly plan: Plan;
  readonly child: ChildBand;
  readonly canWrite: boolean;
}): Html {
  const rows: readonly [string, string, string | null, string | null][] = [
    [child.forename, answers[plan.child_agrees] ?? '', plan.child_agrees_note, plan.child_words],
    [
      'Parents or carers',
      answers[plan.parent_agrees] ?? '',
      plan.parent_agrees_note,
      plan.parent_words,
    ],
  ];
  return (
    <section aria-labelledby="words">
      <h2 class="govuk-heading-m" id="words">
        What {child.forename} and the family say
      </h2>
      <div class="fh-even">
        {rows.map(([who, agrees, note, said]) => (
          <div>
            <h3 class="govuk-heading-s">{who}</h3>
            <p class="govuk-body">
              <span class="fh-badge fh-badge-voice">{agrees}</span> {note}
            </p>
            <p class="govuk-body fh-written">{said ?? 'Nothing in their own words yet.'}</p>
          </div>
        ))}
      </div>
      <h3 class="govuk-heading-s">How the work is fitted to {child.forename}</h3>
      <p class="govuk-body fh-written">{plan.adaptations ?? 'Nothing written yet.'}</p>
      {canWrite ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.plans.words(child.id)}>
            Change their words, and how the work is fitted to {child.forename}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Shares({ plan, child, canShare, agencyName }: Props): Html {
  if (plan.shares.length === 0)
    return (
      <p class="govuk-body fh-quiet">
        No agency has been sent a part of this plan{canShare ? '.' : ' yet.'}
      </p>
    );
  return (
    <section aria-labelledby="shared">
      <h2 class="govuk-heading-m" id="shared">
        Shared with
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {plan.shares.map((share) => (
          <li>
            {share.shared_with}, {agencyName(share.agency)}, on {formatDay(share.shared_on)}:{' '}
            {share.what}{' '}
            {share.acknowledged_on ? (
              <span class="fh-badge fh-badge-good">
                They said they had it, {formatDay(share.acknowledged_on)}
              </span>
            ) : (
              <a class="govuk-link" href={urls.plans.share(child.id)}>
                Not acknowledged yet
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Removed({ removed, child }: Props): Html | null {
  if (removed.length === 0) return null;
  return (
    <section aria-labelledby="removed" class="fh-no-print">
      <h2 class="govuk-heading-m" id="removed">
        Taken out of this draft
      </h2>
      <ul class="govuk-list">
        {removed.map((line) => (
          <li>
            <PostForm action={urls.plans.putBack(child.id, line.id)}>
              {line.text}{' '}
              <span class="fh-quiet">
                ({lineKinds[line.kind].one}, taken out by {line.name}, {formatInstant(line.at)})
              </span>{' '}
              <button type="submit" class="fh-link-button">
                Put back<span class="govuk-visually-hidden"> {line.text}</span>
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
