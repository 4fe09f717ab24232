import type { ChildContext } from '../../platform/http/context.ts';
import { courtOf } from './order-words.ts';
import { settleDays } from './orders.queries.ts';

/** Keeps the days of a child's orders as the rules work them out, after one of them or what came of it was saved. */
export async function settle(context: ChildContext): Promise<void> {
  const { settled } = await courtOf(context);
  await settleDays(
    context.tx,
    context.child.id,
    settled.map(({ row, dates, endedOn }) => ({ id: row.id, ...dates, endedOn })),
  );
}
