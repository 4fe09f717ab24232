import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { code, ticks } from '../../record/choice-fields.tsx';
import { clock } from '../../record/clock-field.tsx';
import { correctionReason } from '../../record/correction.tsx';
import { keepCorrected } from '../../record/correction-rows.ts';
import { day } from '../../record/day-field.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { addRow, changeRow } from '../../record/rows.ts';
import { backTo, mayWrite } from '../../record/rows-page.tsx';
import { text } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { writesCourt } from './charge-words.ts';
import { chargesOf } from './charges.queries.ts';
import { coverers, hearingsOf } from './hearings.queries.ts';
import { courtOf } from './order-words.ts';

const fields = {
  court: text({
    label: 'Which court?',
    hint: 'For example: Eastmarsh Youth Court',
    required: 'Enter which court it is',
    max: 200,
  }),
  listed_on: day({
    label: 'On which day?',
    says: 'The day of the hearing',
    required: 'Enter the day of the hearing',
  }),
  listed_at: clock({ label: 'At what time, if it is known?', hint: 'For example: 10am' }),
  kind: code('hearing_kind', {
    label: 'What kind of hearing is it?',
    required: 'Choose what kind of hearing it is',
  }),
  purpose: text({
    label: 'What is asked of the service, or to be decided, if more is known',
    says: 'For what',
    hint: 'For example: a pre-sentence report, or a bail package',
    max: 500,
  }),
  charge_ids: ticks('charges', { label: 'Which charges is it about?', says: 'Charges' }),
  order_ids: ticks('orders', { label: 'Which orders is it about?', says: 'Orders' }),
  covered_by: code('coverers', {
    label: 'Who of the service covers it?',
    says: 'Covered by',
    hint: 'They work with the child for it. Left empty, it stands on the court’s day list for somebody to take.',
    empty: 'Nobody yet',
  }),
  reason: correctionReason,
};

/** The hearing in the address, or none for a new one, with what it may be about. */
async function subject(context: ChildContext) {
  const { tx, child, param } = context;
  const hearings = await hearingsOf(tx, child.id);
  const id = param('hearingId');
  const hearing = isId(id) ? hearings.find((each) => each.id === id) : null;
  if (hearing === undefined) return undefined;
  const charges = (await chargesOf(tx, child.id)).filter(
    (each) => each.standing === 'charged' || hearing?.charge_ids.includes(each.id),
  );
  const orders = (await courtOf(context)).settled.filter(
    ({ row }) => row.ended_on === null || hearing?.order_ids.includes(row.id),
  );
  return { hearing, charges, orders, last: hearings.at(-1) };
}

/** Where and when a hearing is, what it is about and who covers it: a new one, or one that is there. */
export const listingRoutes = childForm({
  path: [urls.court.addHearing(':childId'), urls.court.listing(':childId', ':hearingId')],
  tab: { under: urls.court.hearings(':childId') },
  reads: writesCourt.permission,
  mayWrite: (context) => mayWrite(writesCourt, context),
  fields,
  subject,
  asks: ({ hearing, charges, orders }) =>
    (Object.keys(fields) as (keyof typeof fields)[]).filter(
      (name) =>
        (name !== 'reason' || (hearing && hearing.state !== 'expected')) &&
        (name !== 'charge_ids' || charges.length > 0) &&
        (name !== 'order_ids' || orders.length > 0),
    ),
  options: async ({ tx, actor, today }, { charges, orders }) => ({
    charges: charges.map(({ id, wording }) => ({ value: id, text: wording })),
    orders: orders.map(({ row, rule }) => ({ value: row.id, text: rule.label })),
    coverers: (await coverers(tx, actor.serviceId, today)).map(({ id, name, job }) => ({
      value: id,
      text: `${name}, ${job}`,
    })),
  }),
  stored: ({ hearing }) => hearing && { ...hearing, reason: null },
  begins: ({ last, charges }) => ({
    court: last?.court ?? null,
    charge_ids: charges.filter(({ finding }) => finding === null).map(({ id }) => id),
  }),
  save: async (context, { hearing }, { reason, ...value }) => {
    const { tx, actor, child, today } = context;
    const columns = {
      ...value,
      charge_ids: [...(value.charge_ids ?? [])],
      order_ids: [...(value.order_ids ?? [])],
      covered_on: coveredOn(value.covered_by, hearing, today),
    };
    if (!hearing)
      return {
        kind: 'saved',
        id: await addRow(tx, actor, 'hearing', { child_id: child.id, ...columns }),
      };
    if (hearing.state !== 'expected')
      await keepCorrected(context, { table: 'hearing', row: hearing, reason }, 'corrected');
    return changeRow(tx, 'hearing', hearing, columns);
  },
  view: ({ context, subject: { hearing, charges, orders }, form: { F, ...form } }) => {
    const { child } = context;
    return (
      <ChildFrame
        context={context}
        title={hearing ? 'Day, time and cover' : 'Add a hearing'}
        faults={form.faults}
        back={
          hearing
            ? { href: urls.court.hearing(child.id, hearing.id), text: 'Back to the hearing' }
            : backTo('Hearings', urls.court.hearings(child.id))
        }
      >
        <FormBox form={form} button={hearing ? 'Save the hearing' : 'Add the hearing'}>
          <F.court />
          <F.listed_on />
          <F.listed_at />
          <F.kind />
          <F.purpose />
          {charges.length > 0 ? <F.charge_ids /> : null}
          {orders.length > 0 ? <F.order_ids /> : null}
          <F.covered_by />
          {hearing && hearing.state !== 'expected' ? <F.reason /> : null}
        </FormBox>
      </ChildFrame>
    );
  },
  done: ({ hearing }, _value, { child }, id) => ({
    to: urls.court.hearing(child.id, hearing?.id ?? id),
    message: 'Saved: the hearing',
  }),
});

/** Since when somebody covers it; nobody does so since no day. */
const coveredOn = (
  who: string | null,
  hearing: { readonly covered_by: string | null; readonly covered_on: string | null } | null,
  today: string,
) => {
  if (who === null) return null;
  return hearing?.covered_by === who ? hearing.covered_on : today;
};
