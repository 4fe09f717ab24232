import { formatDay } from '../../../domain/calendar/day.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { choice } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { Items } from '../../../record/items.tsx';
import { addRow } from '../../../record/rows.ts';
import { backTo, mayWrite } from '../../../record/rows-page.tsx';
import { longText } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { writesCourt } from '../charge-words.ts';
import { looksOf } from './enforcement.queries.ts';
import { enforcedOf, sourceWords } from './enforcement-words.ts';

const fields = {
  looked_on: day({
    label: 'On which day was it looked at?',
    says: 'The day',
    required: 'Enter the day',
    within: 'past',
  }),
  asks: choice(
    [
      { value: 'yes', text: 'Yes, the court is asked' },
      { value: 'no', text: 'No, the order goes on' },
    ],
    {
      label: 'Is the court asked to end the order early?',
      says: 'Asked',
      required: 'Choose whether the court is asked',
      as: 'small-radios',
    },
  ),
  why: longText({
    label: 'Why?',
    hint: 'What the child has done and what is still to do',
    says: 'Why',
    required: 'Say why',
    max: 4000,
  }),
  child_view: longText({
    label: 'What does the child think?',
    says: 'What the child thinks',
    max: 2000,
    rows: 3,
  }),
};

async function subject(context: ChildContext) {
  const { enforced } = await enforcedOf(context);
  const each = enforced.find(
    ({ order, law }) => order.row.id === context.param('orderId') && law.early_end !== '',
  );
  return each && { each, looks: await looksOf(context.tx, each.order.row.id) };
}

/** Half-way, or sooner: whether a court is asked to end an order early because it goes well. */
export const earlyEndRoutes: readonly Route[] = childForm({
  path: urls.compliance.earlyEnd(':childId', ':orderId'),
  reads: 'child.view',
  writes: writesCourt.permission,
  mayWrite: (context) => mayWrite(writesCourt, context),
  fields,
  subject,
  begins: (_subject, { today }) => ({ looked_on: today }),
  rules: ({ looked_on }, { each: { order } }) =>
    looked_on < order.row.made_on
      ? [{ field: 'looked_on-day', message: 'The day must be that of the order or later' }]
      : [],
  save: async ({ tx, actor, child }, { each }, { asks, ...value }) => {
    await addRow(tx, actor, 'early_end_look', {
      child_id: child.id,
      order_id: each.order.row.id,
      asks: asks === 'yes',
      ...value,
    });
    return { kind: 'saved' };
  },
  view: ({ context, subject: { each, looks }, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="Early end"
      heading={
        <>
          <span class="govuk-caption-l">{each.order.rule.label}</span>
          May it end early?
        </>
      }
      faults={form.faults}
      back={backTo('Compliance', urls.compliance.list(context.child.id))}
    >
      <p class="govuk-body">{each.law.early_end}.</p>
      <p class="govuk-body fh-quiet">{sourceWords(each.law)}.</p>
      <Items
        items={looks.map(({ looked_on, asks, why, child_view, by }) => ({
          title: `${formatDay(looked_on)}: ${asks ? 'the court is asked' : 'the order goes on'}`,
          lines: [
            why,
            child_view ? `The child: ${child_view}` : '',
            by ? `Looked at by ${by}` : '',
          ],
        }))}
      />
      <FormBox form={form} button="Record it">
        <F.looked_on />
        <F.asks />
        <F.why />
        <F.child_view />
      </FormBox>
    </ChildFrame>
  ),
  done: (_subject, _value, { child }) => ({
    to: urls.compliance.list(child.id),
    message: 'Saved: whether it ends early',
  }),
});
