import { formatDay } from '../../../domain/calendar/day.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { code } from '../../../record/choice-fields.tsx';
import { conflictFaults, conflictFields } from '../../../record/conflict-fields.ts';
import type { Field, ValuesOf } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { goesAlong, staysBehind } from '../../../record/goes-along.ts';
import { longText } from '../../../record/text-fields.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { type Held, heldBy, type Taker, takersOf } from './hand-over.queries.ts';
import { handOver } from './hand-over.ts';

const shared = {
  everybody: code('takers', {
    label: 'Everybody below whom you choose nobody else for goes to',
    empty: 'Nobody: only those chosen below are handed over',
    says: 'Who takes the others',
  }),
  reason: longText({
    label: 'Why, and what the new workers must know',
    hint: 'It stands on each new worker’s home. Say nothing here that only one child’s worker should read.',
    required: 'Say why the children are handed over',
    max: 1000,
    rows: 3,
  }),
  ...conflictFields(
    'Ask each new worker: do they know a child, the family, a victim or a co-suspect, in work or outside it?',
  ),
};

type Fields = typeof shared & Readonly<Record<`child_${string}`, Field<string | null>>>;

async function subject({ tx, actor, now, today, param }: PageContext) {
  if (!isId(param('staffId'))) return undefined;
  const from = await tx
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('service_id', '=', actor.serviceId)
    .where('id', '=', param('staffId'))
    .executeTakeFirst();
  if (!from) return undefined;
  const takers = await takersOf(tx, actor.serviceId, today);
  return {
    from,
    held: await heldBy(tx, actor.serviceId, from.id, now),
    takers: takers.filter(({ id }) => id !== from.id),
  };
}

type Subject = NonNullable<Awaited<ReturnType<typeof subject>>>;

const counted = (count: number, one: string, several: string) =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];

/** What of theirs goes to the new worker, or why it stays. */
function goingAlong({ goes_on, ...open }: Held): string {
  const parts = [
    ...counted(open.appointments, 'appointment', 'appointments'),
    ...counted(open.unwritten, 'meeting to write up', 'meetings to write up'),
    ...counted(open.actions, 'action', 'actions'),
    ...counted(open.warnings, 'warning', 'warnings'),
    ...counted(open.steps, 'next step', 'next steps'),
  ].join(', ');
  if (goes_on)
    return `They go on working with the child in another part${parts ? `: ${parts} stay theirs` : ''}.`;
  return parts ? `Goes along: ${parts}.` : 'Nothing of theirs is open.';
}

const nameOf = ({ id }: Held): `child_${string}` => `child_${id}`;

const fieldsOf = ({ held }: Subject): Fields => ({
  ...shared,
  ...Object.fromEntries(
    held.map((row) => [
      nameOf(row),
      code('takers', {
        label: row.child,
        hint: `With them since ${formatDay(row.since)}. ${goingAlong(row)}`,
        says: row.child,
        empty: 'As said above',
      }),
    ]),
  ),
});

/** Who takes which child, by what was chosen for each and for the rest. */
function chosen(value: ValuesOf<Fields>, { held, takers }: Subject) {
  return held.flatMap((row) => {
    const taker = takers.find(({ id }) => id === (value[nameOf(row)] ?? value.everybody));
    return taker ? [{ held: row, taker }] : [];
  });
}

const hasRoom = (taker: Taker, more: number) =>
  taker.case_limit === null || taker.holds + more <= taker.case_limit;

function rules(value: ValuesOf<Fields>, subject: Subject): readonly FormFault[] {
  const given = chosen(value, subject);
  return [
    ...(given.length === 0
      ? [{ field: 'everybody', message: 'Choose who takes at least one child' }]
      : []),
    ...conflictFaults(value),
  ];
}

const optionOf = (taker: Taker) => {
  const limit = taker.case_limit === null ? '' : ` of ${taker.case_limit}`;
  return {
    value: taker.id,
    text: `${taker.name}${taker.team ? `, ${taker.team} team` : ''}: holds ${taker.holds}${limit}${hasRoom(taker, 1) ? '' : ', full'}`,
  };
};

/** A worker’s children given to others, whole or one by one, with a reason. */
export const handOverRoutes = serviceForm<Subject, Fields>({
  path: urls.oversight.handOver(':staffId'),
  reads: 'child.allocate',
  audit: 'view',
  fields: fieldsOf,
  subject,
  options: (_context, { takers }) => ({ takers: takers.map(optionOf) }),
  rules,
  save: (context, subject, value) =>
    handOver(context, chosen(value, subject), {
      from: subject.from,
      reason: value.reason,
      conflict_check: value.conflict_check,
      conflict_note: value.conflict_note,
    }),
  view: ({ shell, subject, form: { F, ...form } }) => (
    <Page
      title={`Hand over ${subject.from.name}’s children`}
      shell={shell}
      errors={form.faults}
      back={{ href: urls.oversight.due({ team: 'all', worker: subject.from.id }), text: 'Back' }}
    >
      <h1 class="govuk-heading-l">Hand over {subject.from.name}’s children</h1>
      {subject.held.length === 0 ? (
        <p class="govuk-body">No child whom you see is allocated to them.</p>
      ) : (
        <FormBox form={form} button="Hand over">
          <p class="govuk-body">Each new worker finds it on their home. {goesAlong}</p>
          <p class="govuk-body">
            {staysBehind} A sealed record is handed over by whoever is on its list.
          </p>
          <F.everybody />
          <h2 class="govuk-heading-m">Child by child</h2>
          {subject.held.map((row) => {
            const Each = F[nameOf(row)];
            return Each ? <Each /> : null;
          })}
          <F.reason />
          <F.conflict_check />
          <F.conflict_note />
        </FormBox>
      )}
    </Page>
  ),
  done: (subject, value) => {
    const count = chosen(value, subject).length;
    return {
      to: urls.oversight.due({ team: 'all', worker: subject.from.id }),
      message: `Handed over: ${count} ${count === 1 ? 'child' : 'children'}`,
    };
  },
});
