import { formatDay } from '../../../domain/calendar/day.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { codeLists } from '../../../platform/db/codes.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { conflictFaults } from '../../../record/conflict-fields.ts';
import type { ValuesOf } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { goesAlong, staysBehind } from '../../../record/goes-along.ts';
import { ChildPage } from '../../../ui/layout/child-page.tsx';
import { urls } from '../../../urls.ts';
import { attribute } from '../import/import.queries.ts';
import { matchingFacts, type Worker, workersFor } from './allocate.queries.ts';
import { allocateChild } from './allocate-child.ts';
import { AllocateFacts } from './allocate-facts.view.tsx';
import { allocateFields } from './allocate-fields.ts';
import { referralMovedOn, referralOf } from './referral.queries.ts';

async function subject(context: ChildContext) {
  const { tx, actor, child, today } = context;
  const referral = await referralOf(context);
  if (!referral) return undefined;
  if (!['awaiting-allocation', 'allocated'].includes(referral.state))
    referralMovedOn(
      context,
      referral,
      referral.state === 'received'
        ? 'It is triaged first, and given to a worker then'
        : 'This referral was decided or closed, and is given to no worker any more',
    );
  return {
    referral,
    workers: await workersFor(tx, actor.serviceId, child.id, actor.teamId, today),
    facts: await matchingFacts(tx, actor.serviceId, child.id),
  };
}

type Subject = NonNullable<Awaited<ReturnType<typeof subject>>>;

const isFull = ({ is_now, case_limit, children }: Worker): boolean =>
  !is_now && case_limit !== null && children >= case_limit;

function rules(given: ValuesOf<typeof allocateFields>, { workers }: Subject): readonly FormFault[] {
  const isOver = workers.some((worker) => worker.id === given.staff_id && isFull(worker));
  const noReason = {
    field: 'reason',
    message:
      'This worker holds as many children as they are meant to: say why it must be them, and what they put down',
  };
  return [...(isOver && !given.reason ? [noReason] : []), ...conflictFaults(given)];
}

/** The kind of work that a pathway begins at once; null where it begins with an outcome or a court's decision. */
async function workOf(tx: Tx, pathway: string | null) {
  const codes = await codeLists(tx, ['referral_pathway', 'involvement_type']);
  const way = codes.referral_pathway.find(({ code }) => code === pathway);
  const type = codes.involvement_type.find(
    ({ code }) => way && code === attribute(way, 'involvement_type'),
  );
  return type ? { type: type.code, legalBasis: attribute(type, 'legal_basis') || null } : null;
}

function hintOf(worker: Worker): string {
  const limit = worker.case_limit === null ? '' : ` of ${worker.case_limit}`;
  const isAtLimit = worker.case_limit !== null && worker.children >= worker.case_limit;
  return [
    `${worker.job_title}${worker.team ? `, ${worker.team} team` : ''}`,
    `${worker.children}${limit} children${isAtLimit ? ', full' : ''}`,
    worker.skills.length > 0 ? `Skills: ${worker.skills.join(', ')}` : '',
    worker.is_now ? 'Works with this child now' : '',
    !worker.is_now && worker.before
      ? `Worked with this child until ${formatDay(worker.before)}`
      : '',
  ]
    .filter(Boolean)
    .join('. ');
}

/** Allocation: who works with the child, checked and directed. */
export const allocateRoutes = childForm({
  path: urls.referrals.allocate(':childId', ':referralId'),
  reads: 'child.allocate',
  fields: allocateFields,
  subject,
  stored: ({ referral: { id, version, case_direction }, workers }) => ({
    id,
    version,
    case_direction,
    staff_id: workers.find(({ is_now }) => is_now)?.id ?? null,
  }),
  options: (_context, { workers }) => ({
    workers: workers.map((worker) => ({
      value: worker.id,
      text: worker.name,
      hint: hintOf(worker),
    })),
  }),
  rules,
  save: async (context, { referral }, value) =>
    allocateChild(context, referral, value, await workOf(context.tx, referral.pathway)),
  view: ({ shell, today, subject, form: { F, ...form }, context: { child } }) => (
    <ChildPage
      title="Allocate"
      shell={shell}
      child={child}
      today={today}
      errors={form.faults}
      back={{ href: urls.referrals.one(child.id, subject.referral.id), text: 'Referral' }}
    >
      <h1 class="govuk-heading-l">Allocate to a worker</h1>
      <AllocateFacts child={child} referral={subject.referral} facts={subject.facts} />
      {subject.workers.length === 0 ? (
        <p class="govuk-body">No case manager works for the service now: ask the administrator.</p>
      ) : null}
      {subject.workers.some(({ is_now }) => is_now) ? (
        <p class="govuk-body">
          If another worker takes the child: {goesAlong} {staysBehind}
        </p>
      ) : null}
      <FormBox form={form} button="Allocate">
        <F.staff_id />
        <F.reason />
        <F.conflict_check />
        <F.conflict_note />
        <F.case_direction />
      </FormBox>
    </ChildPage>
  ),
  done: ({ referral, workers }, { staff_id }, { child }) => ({
    to: urls.referrals.one(child.id, referral.id),
    message: `Allocated to ${workers.find(({ id }) => id === staff_id)?.name ?? 'the worker'}.`,
  }),
});
