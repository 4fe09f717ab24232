import { formatDay } from '../../../domain/calendar/day.ts';
import { breachStatuses, breachWords, isOpen } from '../../../domain/orders/breach.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { ticks } from '../../../record/choice-fields.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { backTo, mayWrite } from '../../../record/rows-page.tsx';
import { longText } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { writesCourt } from '../charge-words.ts';
import type { Breach } from './breach.queries.ts';
import { type Enforced, enforcedOf, sourceWords } from './enforcement-words.ts';

const fields = {
  relied_on: ticks('failures', {
    label: 'Which failures does it rely on?',
    says: 'Relies on',
    required: 'Choose at least one failure without a good reason',
  }),
  reasons: longText({
    label: 'Why is it put there now?',
    hint: 'What else was thought of, and why that is not enough',
    says: 'Why',
    required: 'Say why',
    max: 8000,
    rows: 5,
  }),
  tried: longText({
    label: 'What was tried to help the child keep the order, and what gets in the way?',
    hint: 'Needs, travel, safety, exploitation: what was found and what was changed. A court will ask.',
    says: 'What was tried',
    required: 'Say what was tried, and what gets in the way',
    max: 8000,
    rows: 5,
  }),
};

type Asked = { readonly each: Enforced; readonly open: Breach | null };

async function subject(context: ChildContext): Promise<Asked | undefined> {
  const { enforced } = await enforcedOf(context);
  const each = enforced.find(({ order }) => order.row.id === context.param('orderId'));
  return each && { each, open: each.breaches.findLast(isOpen) ?? null };
}

const mayChange = ({ open }: Asked) =>
  open === null || open.status === 'proposed' || open.status === 'returned';

/** An order that was not kept is proposed to be put to whoever deals with it; a manager looks at it first. */
export const proposeBreachRoutes: readonly Route[] = childForm({
  path: urls.compliance.proposeBreach(':childId', ':orderId'),
  reads: writesCourt.permission,
  mayWrite: (context) => mayWrite(writesCourt, context),
  fields,
  subject,
  stored: ({ open }) => open,
  begins: ({ each: { failures } }) => ({
    relied_on: failures.filter(({ decision }) => decision === 'not-acceptable').map(({ id }) => id),
  }),
  options: (_context, { each: { failures } }) => ({
    failures: failures
      .filter(({ decision }) => decision === 'not-acceptable')
      .map(({ id, happened_on, what, warned_on }) => ({
        value: id,
        text: `${formatDay(happened_on)}: ${what}${warned_on ? `, warned on ${formatDay(warned_on)}` : ''}`,
      })),
  }),
  refuses: (asked) =>
    mayChange(asked)
      ? []
      : [{ field: 'version', message: 'It is approved already: it is changed no more' }],
  save: async ({ tx, actor, child, today }, { each, open }, { relied_on, ...value }) => {
    const proposed = {
      ...value,
      relied_on: [...relied_on],
      status: 'proposed',
      proposed_on: today,
      returned_on: null,
    };
    if (open) return changeRow(tx, 'breach', open, proposed);
    const id = await addRow(tx, actor, 'breach', {
      child_id: child.id,
      order_id: each.order.row.id,
      goes_to: each.law.goes_to,
      proposed_by: actor.staffId,
      ...proposed,
    });
    return { kind: 'saved', id };
  },
  view: ({ context, subject: asked, form: { F, ...form } }) => {
    const { each, open } = asked;
    const title = breachWords[each.law.goes_to].propose;
    const none = !each.failures.some(({ decision }) => decision === 'not-acceptable');
    return (
      <ChildFrame
        context={context}
        title={title}
        heading={
          <>
            <span class="govuk-caption-l">{each.order.rule.label}</span>
            {title}
          </>
        }
        faults={form.faults}
        back={backTo('Compliance', urls.compliance.list(context.child.id))}
      >
        <p class="govuk-body">{each.law.says}.</p>
        <p class="govuk-body fh-quiet">{sourceWords(each.law)}.</p>
        {open ? (
          <p class="govuk-body">
            {breachStatuses[open.status]}.
            {open.manager_note ? ` The manager’s note: ${open.manager_note}` : ''}
          </p>
        ) : null}
        {none ? (
          <p class="govuk-body">
            Nothing is decided as not kept without a good reason, so there is nothing to rely on.
          </p>
        ) : mayChange(asked) ? (
          <FormBox form={form} button="Propose it to a manager">
            <F.relied_on />
            <F.reasons />
            <F.tried />
          </FormBox>
        ) : null}
      </ChildFrame>
    );
  },
  done: (_asked, _value, { child }) => ({
    to: urls.compliance.list(child.id),
    message: 'Proposed: a manager will approve it or send it back',
  }),
});
