import type { Day } from '../calendar/day.ts';
import {
  type CourtOrder,
  datesOf,
  isEnd,
  type OrderDates,
  type OrderEvent,
} from './court-order.ts';
import type { OrderEventKind } from './order-events.ts';
import type { OrderFault } from './order-fault.ts';
import { faultsOf } from './order-faults.ts';
import type { OrderRule, RequirementRule } from './order-rule.ts';

type Ruled = {
  readonly orders: readonly OrderRule[];
  readonly requirements: readonly RequirementRule[];
};

/** An order as a row holds it, with what hangs on it. */
export type RecordedOrder = {
  readonly kind: string;
  readonly made_on: Day;
  readonly convicted_on: Day;
  readonly amount: number | null;
  readonly is_consecutive: boolean;
  readonly requirements: readonly {
    readonly kind: string;
    readonly amount: number | null;
    readonly ended_on: Day | null;
  }[];
  readonly events: readonly {
    readonly what: OrderEventKind;
    readonly happened_on: Day;
    readonly amount: number | null;
  }[];
};

/** Orders as the record holds them, as the rules read them; of a code that no list has there is no rule, and it is left out with what hangs on it. */
function courtOrdersOf<R extends RecordedOrder>(
  orders: readonly R[],
  bornOn: Day | null,
  rules: Ruled,
): { readonly row: R; readonly order: CourtOrder }[] {
  return orders.flatMap((row) => {
    const rule = rules.orders.find(({ code }) => code === row.kind);
    if (!rule) return [];
    const order: CourtOrder = {
      rule,
      bornOn,
      convictedOn: row.convicted_on,
      sentencedOn: row.made_on,
      amount: row.amount,
      contractOn: row.events.findLast(({ what }) => what === 'contract')?.happened_on ?? null,
      isConsecutive: row.is_consecutive,
      requirements: row.requirements.flatMap(({ kind, amount, ended_on }) => {
        const found = rules.requirements.find(({ code }) => code === kind);
        return found && ended_on === null ? [{ rule: found, amount }] : [];
      }),
      events: row.events.flatMap((event) => eventOf(event)),
    };
    return [{ row, order }];
  });
}

// When a contract took effect is the order's own day; an appeal, and a change that touches no length, move none.
function eventOf({ what, happened_on: on, amount }: RecordedOrder['events'][number]): OrderEvent[] {
  if (what === 'contract' || what === 'appealed') return [];
  if (what === 'extended') return [{ what, on, months: amount ?? 0 }];
  if (what === 'amended') return amount === null ? [] : [{ what, on, amount }];
  return [{ what, on }];
}

export type Settled<R> = {
  readonly row: R;
  readonly rule: OrderRule;
  readonly dates: OrderDates;
  readonly faults: readonly OrderFault[];
  readonly endedOn: Day | null;
};

const undated: OrderDates = { from: null, to: null, how: '' };

/** Of each of a child's orders: its days, in words how they came about, and what cannot be lawful. */
export function settledOrders<R extends RecordedOrder>(
  orders: readonly R[],
  bornOn: Day | null,
  rules: Ruled,
): Settled<R>[] {
  const read = courtOrdersOf(orders, bornOn, rules);
  const dates = datesOf(read.map(({ order }) => order));
  const faults = faultsOf(read.map(({ order }) => order));
  return read.map(({ row, order }, at) => ({
    row,
    rule: order.rule,
    dates: dates[at] ?? undated,
    faults: faults[at] ?? [],
    endedOn: order.events.find(isEnd)?.on ?? null,
  }));
}
