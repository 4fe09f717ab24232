import { ageOn, type Day, formatDay } from '../../domain/calendar/day.ts';
import type { OrderRule, RequirementRule } from '../../domain/orders/order-rule.ts';
import { settledOrders } from '../../domain/orders/recorded-order.ts';
import { inForceOn } from '../../domain/provenance.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { code, tick, ticks } from '../../record/choice-fields.tsx';
import { day } from '../../record/day-field.tsx';
import type { FieldSet, ValuesOf } from '../../record/field.ts';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { addRow } from '../../record/rows.ts';
import { backTo, mayWrite } from '../../record/rows-page.tsx';
import { longText, number, text } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { writesCourt } from './charge-words.ts';
import { chargesOf } from './charges.queries.ts';
import { courtOf, faultsAsked, keptReason } from './order-words.ts';
import type { Rules } from './orders.queries.ts';
import { resultNamed } from './results.queries.ts';
import { settle } from './settle.ts';

const back = (childId: string) => backTo('Orders', urls.court.orders(childId));
const may = (context: ChildContext) => mayWrite(writesCourt, context);

const madeOn = day({
  label: 'On which day was it made?',
  says: 'The day of the order',
  required: 'Enter the day on which it was made',
  within: 'past',
});

type Born = { readonly dateOfBirth: Day | null };

/** The orders that may be made for this child on this day, by age and by what is in force; and all others. */
function kindsOn(rules: Rules, { dateOfBirth }: Born, on: Day) {
  const inForce = inForceOn(rules.orders, on);
  const age = dateOfBirth === null ? null : ageOn(dateOfBirth, on);
  const fits = ({ min_age, max_age }: OrderRule) =>
    age === null || (min_age <= age && age <= max_age);
  const first = inForce.filter(fits);
  return { on, first, others: rules.orders.filter((rule) => !first.includes(rule)) };
}

/** Which order it is: those of the day and of the child's age come first. */
const kindRoutes = childForm({
  path: urls.court.orderKinds(':childId'),
  tab: { under: urls.court.orders(':childId') },
  reads: writesCourt.permission,
  mayWrite: may,
  fields: { made_on: madeOn },
  subject: async (context: ChildContext) => {
    const { rules } = await courtOf(context);
    return { rules, ...kindsOn(rules, context.child, context.today) };
  },
  begins: ({ on }) => ({ made_on: on }),
  looks: async ({ child }, { rules }, { made_on }) => ({
    rules,
    ...kindsOn(rules, child, made_on),
  }),
  save: async () => ({ kind: 'saved' }),
  view: ({ context, subject: { on, first, others }, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="Which order?"
      faults={form.faults}
      back={back(context.child.id)}
    >
      <FormBox form={form} button="Show the orders of this day">
        <F.made_on />
      </FormBox>
      <h2 class="govuk-heading-m">What may be ordered on {formatDay(on)}</h2>
      <Kinds rules={first} childId={context.child.id} on={on} />
      {others.length > 0 ? (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              Others, which by the rules here could not be made then
            </span>
          </summary>
          <div class="govuk-details__text">
            <Kinds rules={others} childId={context.child.id} on={on} />
          </div>
        </details>
      ) : null}
    </ChildFrame>
  ),
  done: (_subject, _value, { child }) => ({ to: urls.court.orders(child.id), message: '' }),
});

const Kinds = ({
  rules,
  childId,
  on,
}: {
  readonly rules: readonly OrderRule[];
  readonly childId: string;
  readonly on: Day;
}) => (
  <ul class="govuk-list govuk-list--spaced">
    {rules.map(({ code: kind, label, legal_basis }) => (
      <li>
        <a class="govuk-link" href={urls.court.addOrder(childId, kind, { on })}>
          {label}
        </a>
        <div class="fh-quiet">{legal_basis}</div>
      </li>
    ))}
  </ul>
);

const range = ({ least, most }: Pick<OrderRule, 'least' | 'most'>) => {
  if (least !== null && most !== null) return `from ${least} to ${most}`;
  return most !== null ? `at most ${most}` : least !== null ? `at least ${least}` : '';
};
const usual = (rule: Pick<OrderRule, 'least' | 'most' | 'mustCheck' | 'legal_basis'>) =>
  range(rule)
    ? `By the rules here ${range(rule)} (${rule.legal_basis}${rule.mustCheck ? '; check locally' : ''})`
    : '';

const common = {
  made_on: madeOn,
  court: text({
    label: 'Which court?',
    hint: 'For example: Eastmarsh Youth Court',
    required: 'Enter which court made it',
    max: 200,
  }),
  charge_id: code('charges', {
    label: 'For which charge? The principal one, if it was made for several',
    says: 'Principal charge',
    empty: 'Not recorded here',
  }),
  convicted_on: day({
    label: 'When was the child convicted?',
    hint: 'Left blank, it is the day on which the charge was found, or else the day of the order.',
    says: 'The day of conviction',
    within: 'past',
  }),
};

const amountOf = (rule: OrderRule) =>
  number({
    label: `How many ${rule.unit}?`,
    says: 'The length',
    hint: usual(rule),
    from: 1,
    to: 1200,
    whole: true,
  });

const asField = (kind: string) => `has-${kind}`;
/** The requirements that an order of this kind may have, one box each for those that are counted. */
function requirementFields(rules: readonly RequirementRule[]): FieldSet {
  const counted = rules.filter(({ unit }) => unit !== '');
  const others = rules.filter(({ unit }) => unit === '');
  return {
    ...Object.fromEntries(
      counted.map((rule) => [
        asField(rule.code),
        number({
          label: `${rule.label}: ${rule.unit}`,
          hint: usual(rule),
          from: 1,
          to: 1200,
          whole: true,
        }),
      ]),
    ),
    ...(others.length > 0
      ? {
          others: ticks(
            others.map(({ code: kind, label }) => ({ value: kind, text: label })),
            { label: 'Which of these does it require?', says: 'Other requirements' },
          ),
        }
      : {}),
  };
}

function fieldsOf({ rule, requirements, hasEarlier }: Asked): FieldSet {
  return {
    ...common,
    ...(rule.unit ? { amount: amountOf(rule) } : {}),
    ...(hasEarlier && rule.counts_from === 'sentence'
      ? {
          is_consecutive: tick({
            label: 'And the order before it?',
            text: 'This one begins when the order before it ends',
          }),
        }
      : {}),
    ...requirementFields(requirements),
    terms: longText({
      label: 'What else the court said',
      hint: 'Places, times, amounts of money, persons to keep away from',
      max: 4000,
      rows: 3,
    }),
    kept_reason: keptReason,
  };
}

type Asked = {
  readonly rule: OrderRule;
  readonly requirements: readonly RequirementRule[];
  readonly hasEarlier: boolean;
};

async function asked(context: ChildContext) {
  const court = await courtOf(context);
  const rule = court.rules.orders.find(({ code: kind }) => kind === context.param('kind'));
  if (!rule) return undefined;
  const charges = (await chargesOf(context.tx, context.child.id)).filter(
    ({ standing }) => standing === 'charged',
  );
  return {
    ...court,
    rule,
    charges,
    told: await resultNamed(context.tx, context.child.id, context.query('result')),
    requirements: court.rules.requirements.filter(({ only_with }) => only_with.includes(rule.code)),
    hasEarlier: court.settled.some(({ row }) => row.ended_on === null),
    bornOn: context.child.dateOfBirth,
  };
}
type Subject = NonNullable<Awaited<ReturnType<typeof asked>>>;

type Taken = { readonly kind: string; readonly amount: number | null };

/** The form's answers as the order's columns and its requirements. */
function readOrder(value: ValuesOf<FieldSet>, { rule, requirements, charges }: Subject) {
  const {
    others = [],
    amount,
    is_consecutive,
    ...rest
  } = value as ValuesOf<typeof common> & {
    readonly others?: readonly string[];
    readonly amount?: string | null;
    readonly is_consecutive?: boolean;
    readonly terms: string | null;
    readonly kept_reason: string | null;
  };
  const { made_on, court, charge_id, convicted_on, terms, kept_reason } = rest;
  const charge = charges.find(({ id, finding }) => id === charge_id && finding === 'guilty');
  const foundOn = charge?.found_on ?? null;
  const taken = requirements.flatMap(({ code: kind, unit }): Taken[] => {
    const much = (value as Record<string, string | null | undefined>)[asField(kind)];
    if (unit === '') return others.includes(kind) ? [{ kind, amount: null }] : [];
    return much ? [{ kind, amount: Number(much) }] : [];
  });
  return {
    order: {
      kind: rule.code,
      court,
      charge_id,
      made_on,
      convicted_on: convicted_on ?? foundOn ?? made_on,
      amount: amount ? Number(amount) : null,
      is_consecutive: is_consecutive ?? false,
      terms,
      kept_reason,
    },
    taken,
  };
}

/** What the rules say of the order that is about to be recorded, beside those that stand. */
function faultsOfNew(value: ValuesOf<FieldSet>, about: Subject) {
  const { order, taken } = readOrder(value, about);
  const isNew = {
    ...order,
    requirements: taken.map((each) => ({ ...each, ended_on: null })),
    events: [],
  };
  const all = [...about.orders, isNew].sort((a, b) =>
    a.made_on < b.made_on ? -1 : a.made_on > b.made_on ? 1 : 0,
  );
  return settledOrders<(typeof all)[number]>(all, about.bornOn, about.rules).find(
    ({ row }) => row === isNew,
  );
}

const newRoutes = childForm<Subject, FieldSet>({
  path: urls.court.addOrder(':childId', ':kind'),
  tab: { under: urls.court.orders(':childId') },
  reads: writesCourt.permission,
  mayWrite: may,
  fields: fieldsOf,
  subject: asked,
  options: (_context, { charges }) => ({
    charges: charges.map(({ id, wording }) => ({ value: id, text: wording })),
  }),
  begins: ({ charges, told }, { query, today }) => {
    if (told) return { made_on: told.listed_on, court: told.court, charge_id: told.charge_id };
    const convicted = charges.filter(({ finding }) => finding === 'guilty');
    return {
      made_on: /^\d{4}-\d\d-\d\d$/.test(query('on')) ? query('on') : today,
      charge_id: convicted.length === 1 ? (convicted[0]?.id ?? null) : null,
    };
  },
  rules: (value, about) => {
    const { order } = readOrder(value, about);
    const { unit, involvement_type } = about.rule;
    if (unit && involvement_type && order.amount === null)
      return [{ field: 'amount', message: `Enter how many ${unit}` }];
    if (order.convicted_on > order.made_on)
      return [
        {
          field: 'convicted_on-day',
          message: 'The day of conviction must be the day of the order or earlier',
        },
      ];
    return faultsAsked(faultsOfNew(value, about)?.faults ?? [], order.kept_reason);
  },
  save: async (context, about, value) => {
    const { tx, actor, child } = context;
    const { order, taken } = readOrder(value, about);
    const [type] = about.rule.involvement_type ? [about.rule.involvement_type] : [];
    const involvement_id = type
      ? await addRow(tx, actor, 'involvement', {
          child_id: child.id,
          type,
          legal_basis: about.rule.legal_basis,
          started_on: order.made_on,
        })
      : null;
    const id = await addRow(tx, actor, 'court_order', {
      child_id: child.id,
      involvement_id,
      ...order,
    });
    for (const requirement of taken)
      await addRow(tx, actor, 'court_order_requirement', {
        child_id: child.id,
        order_id: id,
        from_on: order.made_on,
        ...requirement,
      });
    await settle(context);
    return { kind: 'saved', id };
  },
  view: ({ context, subject: { rule, requirements }, form: { F, ...form } }) => {
    const tags = Object.entries(F) as [string, () => ReturnType<typeof ChildFrame>][];
    const isRequirement = (name: string) => name.startsWith('has-') || name === 'others';
    const drawn = (which: (name: string) => boolean) =>
      tags.filter(([name]) => which(name)).map(([, Tag]) => <Tag />);
    const last = ['terms', 'kept_reason'];
    return (
      <ChildFrame
        context={context}
        title={rule.label}
        faults={form.faults}
        back={{ href: urls.court.orderKinds(context.child.id), text: 'Choose another order' }}
      >
        <p class="govuk-body">
          {rule.legal_basis}. {rule.note}
        </p>
        <FormBox form={form} button="Record the order">
          {drawn((name) => !isRequirement(name) && !last.includes(name))}
          {requirements.length > 0 ? (
            <section>
              <h2 class="govuk-heading-m">What it requires</h2>
              <p class="govuk-body">Leave blank what the order does not have.</p>
              {drawn(isRequirement)}
            </section>
          ) : null}
          {drawn((name) => last.includes(name))}
        </FormBox>
      </ChildFrame>
    );
  },
  done: ({ rule }, _value, { child }, id) => ({
    to: urls.court.order(child.id, id),
    message: `Saved: ${rule.label}`,
  }),
});

export const addOrderRoutes: readonly Route[] = [...kindRoutes, ...newRoutes];
