import type { ChildContext } from '../../platform/http/context.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { pressed } from '../../record/choice-fields.tsx';
import type { FieldSet, ValuesOf } from '../../record/field.ts';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { WhoIsKeptSafe } from '../../record/kept-safe.tsx';
import { addRow } from '../../record/rows.ts';
import { laidOut } from '../../record/rows-page.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import { urls } from '../../urls.ts';
import { lineChoices } from './line-choices.ts';
import { lineFields } from './line-fields.ts';
import {
  isLineKind,
  keepsSafe,
  type LineKind,
  lineKinds,
  writtenToTheChild,
} from './line-kinds.ts';
import { livePlan } from './writing-plan.ts';

const given = [
  'parent_id',
  'condition_id',
  'requirement_id',
  'victim_involvement_id',
  'about',
  'risk',
] as const;

async function subject(context: ChildContext) {
  const kind = context.param('kind');
  const plan = isLineKind(kind) ? await livePlan(context) : undefined;
  if (!isLineKind(kind) || !plan) return undefined;
  return { kind, plan, forename: context.child.forename, ...(await lineChoices(context, plan)) };
}

// Where it is not asked, a line that is written to the child is on the child's page, and no other is.
const columnsOf = (kind: LineKind, values: ValuesOf<FieldSet>) => ({
  on_child_page: writtenToTheChild.includes(kind),
  accepted: kind === 'exit' ? 'waiting' : null,
  ...values,
});

/** Adds one line at the end of its kind. */
export const addLineRoutes = childForm({
  path: urls.plans.addLine(':childId', ':kind'),
  reads: 'plan.write',
  fields: ({ kind, forename, risks, options }): FieldSet => ({
    ...lineFields(kind, {
      forename,
      risks,
      isThere: false,
      hasConditions: options.conditions.length > 0,
      hasRequirements: options.requirements.length > 0,
    }),
    next: pressed,
  }),
  subject,
  options: (_context, { options }) => options,
  begins: (_about, { query }) =>
    Object.fromEntries(given.map((name) => [name, query(name) || null])),
  save: async ({ tx, actor, child }, { kind, plan }, { next: _next, ...values }) => {
    await addRow(tx, actor, 'plan_line', {
      child_id: child.id,
      plan_id: plan.id,
      kind,
      position: plan.lines.filter((line) => line.kind === kind).length + 1,
      ...columnsOf(kind, values),
    } as never);
    return { kind: 'saved' };
  },
  view: ({ context, subject: { kind, keptSafe }, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title={`Add ${lineKinds[kind].one}`}
      faults={form.faults}
      back={{ href: urls.plans.current(context.child.id), text: 'Back to the plan' }}
    >
      {keepsSafe.includes(kind) ? <WhoIsKeptSafe people={keptSafe} /> : null}
      <FormBox
        form={form}
        buttons={
          <div class="fh-actions">
            <Button text="Add to the plan" />
            <Button
              text="Add, then another"
              classes="govuk-button--secondary"
              name="next"
              value="another"
            />
          </div>
        }
      >
        {laidOut({}, F)}
      </FormBox>
    </ChildFrame>
  ),
  done: ({ kind }, { next, parent_id: goal }, { child }) => ({
    to:
      next === 'another'
        ? urls.plans.addLine(child.id, kind, goal ? { parent_id: String(goal) } : {})
        : urls.plans.current(child.id),
    message: `Added: ${lineKinds[kind].one}`,
  }),
});
