import { type OrderEventKind, orderEvents } from '../../domain/orders/order-events.ts';
import { settledOrders } from '../../domain/orders/recorded-order.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import { movedOn } from '../../platform/http/moved-on.ts';
import type { Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { code } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { addRow, changeRow } from '../../record/rows.ts';
import { mayWrite } from '../../record/rows-page.tsx';
import { longText, number, text } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { writesCourt } from './charge-words.ts';
import { faultsAsked, keptReason, orderAsked, requirementWords } from './order-words.ts';
import type { Order } from './orders.queries.ts';
import { settle } from './settle.ts';

type Asked = NonNullable<Awaited<ReturnType<typeof orderAsked>>>;
const may = (context: ChildContext) => mayWrite(writesCourt, context);
const back = (childId: string, { found }: Asked) => ({
  href: urls.court.order(childId, found.row.id),
  text: 'Back to the order',
});
const to = ({ found }: Asked, childId: string, message: string) => ({
  to: urls.court.order(childId, found.row.id),
  message,
});

/** What the rules would say of the order if it stood so. */
const faultsIf = ({ child }: ChildContext, { orders, rules, found }: Asked, order: Order) =>
  settledOrders(
    orders.map((each) => (each.id === found.row.id ? order : each)),
    child.dateOfBirth,
    rules,
  ).find(({ row }) => row === order)?.faults ?? [];

const eventFields = {
  what: code('order-events', {
    label: 'What happened?',
    required: 'Choose what happened',
    as: 'radios',
  }),
  happened_on: day({
    label: 'On which day?',
    says: 'The day',
    required: 'Enter the day',
    within: 'past',
  }),
  amount: number({
    label: 'If its length changed: the new length, or how many months longer',
    says: 'The length',
    hint: 'Amended: the whole length since. Extended: the months added.',
    from: 1,
    to: 1200,
    whole: true,
  }),
  note: longText({
    label: 'What the court did and said',
    hint: 'For a breach: what was not kept, what had been tried to help, and what the court then did.',
    says: 'What the court did',
    required: 'Enter what the court did, or what shows that it is completed',
    max: 4000,
  }),
  kept_reason: keptReason,
};

const hasLength = (what: string) => what === 'amended' || what === 'extended';

const eventRoutes = childForm({
  path: urls.court.orderEvent(':childId', ':orderId'),
  tab: { under: urls.court.orders(':childId') },
  reads: writesCourt.permission,
  mayWrite: may,
  fields: eventFields,
  subject: orderAsked,
  options: (_context, { found: { rule, row } }) => ({
    'order-events': Object.entries(orderEvents)
      // A contract takes effect once; one that a panel signed is recorded with it.
      .filter(
        ([what]) =>
          what !== 'contract' ||
          (rule.counts_from === 'contract' && !row.events.some((each) => each.what === 'contract')),
      )
      .map(([value, label]) => ({ value, text: label })),
  }),
  rules: ({ what, happened_on, amount, kept_reason }, asked, context) => {
    const { row, faults } = asked.found;
    if (happened_on < row.made_on)
      return [
        {
          field: 'happened_on-day',
          message: 'The day must be that of the order or later',
        },
      ];
    if (what === 'extended' && !amount)
      return [{ field: 'amount', message: 'Enter how many months longer it is' }];
    if (amount && !hasLength(what))
      return [
        { field: 'amount', message: 'Only an order that is amended or extended has a new length' },
      ];
    const event = {
      id: '',
      what: what as OrderEventKind,
      happened_on,
      amount: amount ? Number(amount) : null,
      note: '',
      kept_reason: null,
      by: null,
    };
    const events = [...row.events, event].sort((a, b) =>
      a.happened_on < b.happened_on ? -1 : a.happened_on > b.happened_on ? 1 : 0,
    );
    return faultsAsked(faultsIf(context, asked, { ...row, events }), kept_reason, faults);
  },
  save: async (context, { found }, { what, amount, ...said }) => {
    const { tx, actor, child } = context;
    await addRow(tx, actor, 'court_order_event', {
      child_id: child.id,
      order_id: found.row.id,
      what,
      amount: amount ? Number(amount) : null,
      ...said,
    });
    await settle(context);
    return { kind: 'saved' };
  },
  view: ({ context, subject, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="Record what came of the order"
      heading={
        <>
          <span class="govuk-caption-l">{subject.found.rule.label}</span>
          What came of it
        </>
      }
      faults={form.faults}
      back={back(context.child.id, subject)}
    >
      <FormBox form={form} button="Record it">
        <F.what />
        <F.happened_on />
        <F.amount />
        <F.note />
        <F.kept_reason />
      </FormBox>
    </ChildFrame>
  ),
  done: (asked, _value, { child }) => to(asked, child.id, 'Saved: what came of the order'),
});

const requirementFields = {
  kind: code('requirements', {
    label: 'Which requirement?',
    required: 'Choose which requirement it is',
  }),
  amount: number({
    label: 'How much of it, in hours, days or months?',
    says: 'How much',
    hint: 'In hours a day for a curfew. Leave blank if the court gave no amount.',
    from: 1,
    to: 1200,
    whole: true,
  }),
  from_on: day({
    label: 'Since when is it part of the order?',
    says: 'The day',
    required: 'Enter since when it is part of the order',
    within: 'past',
  }),
  detail: text({ label: 'Where, with whom or what', says: 'Detail', max: 500 }),
  kept_reason: keptReason,
};

const addRequirementRoutes = childForm({
  path: urls.court.addRequirement(':childId', ':orderId'),
  tab: { under: urls.court.orders(':childId') },
  reads: writesCourt.permission,
  mayWrite: may,
  fields: requirementFields,
  subject: orderAsked,
  options: (_context, { rules, found }) => {
    const fits = rules.requirements.filter(({ only_with }) => only_with.includes(found.rule.code));
    const others = rules.requirements.filter((rule) => !fits.includes(rule));
    return {
      requirements: [...fits, ...others].map(({ code: kind, label }) => ({
        value: kind,
        text: label,
      })),
    };
  },
  begins: ({ found }) => ({ from_on: found.row.made_on }),
  rules: ({ kind, amount, from_on, kept_reason }, asked, context) => {
    const { row, faults } = asked.found;
    if (from_on < row.made_on)
      return [{ field: 'from_on-day', message: 'The day must be that of the order or later' }];
    const added = {
      id: '',
      version: 1,
      kind,
      amount: amount ? Number(amount) : null,
      detail: null,
      from_on,
      ended_on: null,
      end_reason: null,
      covered_by: [],
    };
    const order = { ...row, requirements: [...row.requirements, added] };
    return faultsAsked(faultsIf(context, asked, order), kept_reason, faults);
  },
  save: async (context, { found: { row } }, { kept_reason, amount, ...said }) => {
    const { tx, actor, child } = context;
    await addRow(tx, actor, 'court_order_requirement', {
      child_id: child.id,
      order_id: row.id,
      amount: amount ? Number(amount) : null,
      ...said,
    });
    if (!kept_reason) return { kind: 'saved' };
    const reasons = [row.kept_reason, kept_reason].filter(Boolean).join('\n');
    return changeRow(tx, 'court_order', row, { kept_reason: reasons });
  },
  view: ({ context, subject, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="Add a requirement"
      heading={
        <>
          <span class="govuk-caption-l">{subject.found.rule.label}</span>
          Add a requirement
        </>
      }
      faults={form.faults}
      back={back(context.child.id, subject)}
    >
      <FormBox form={form} button="Add the requirement">
        <F.kind />
        <F.amount />
        <F.from_on />
        <F.detail />
        <F.kept_reason />
      </FormBox>
    </ChildFrame>
  ),
  done: (asked, _value, { child }) => to(asked, child.id, 'Saved: the requirement'),
});

const endFields = {
  ended_on: day({
    label: 'On which day did the court take it out?',
    says: 'The day',
    required: 'Enter the day',
    within: 'past',
  }),
  end_reason: longText({
    label: 'Why?',
    says: 'Why',
    required: 'Enter what the court said',
    max: 2000,
    rows: 3,
  }),
};

const endRequirementRoutes = childForm({
  path: urls.court.endRequirement(':childId', ':orderId', ':requirementId'),
  tab: { under: urls.court.orders(':childId') },
  reads: writesCourt.permission,
  mayWrite: may,
  fields: endFields,
  subject: async (context: ChildContext) => {
    const asked = isId(context.param('requirementId')) ? await orderAsked(context) : undefined;
    const requirement = asked?.found.row.requirements.find(
      ({ id }) => id === context.param('requirementId'),
    );
    if (asked && requirement?.ended_on)
      movedOn('This requirement has ended already', {
        href: urls.court.order(context.child.id, asked.found.row.id),
        text: 'See the order',
      });
    return asked && requirement && { ...asked, requirement };
  },
  stored: ({ requirement: { id, version } }) => ({ id, version }),
  rules: ({ ended_on }, { requirement }) =>
    ended_on < requirement.from_on
      ? [
          {
            field: 'ended_on-day',
            message: 'The day must be that on which it became part of the order, or later',
          },
        ]
      : [],
  save: ({ tx }, { requirement }, value) =>
    changeRow(tx, 'court_order_requirement', requirement, value),
  view: ({ context, subject, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="A requirement was taken out"
      heading={
        <>
          <span class="govuk-caption-l">{subject.found.rule.label}</span>
          {requirementWords(subject.requirement, subject.rules)}
        </>
      }
      faults={form.faults}
      back={back(context.child.id, subject)}
    >
      <FormBox form={form} button="It is no longer part of the order">
        <F.ended_on />
        <F.end_reason />
      </FormBox>
    </ChildFrame>
  ),
  done: (asked, _value, { child }) => to(asked, child.id, 'Saved: the requirement has ended'),
});

export const orderChangeRoutes: readonly Route[] = [
  ...eventRoutes,
  ...addRequirementRoutes,
  ...endRequirementRoutes,
];
