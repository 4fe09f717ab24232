import { expect, it } from 'vitest';
import { britishDay } from '../src/domain/calendar/british-time.ts';
import { addDays } from '../src/domain/calendar/day.ts';
import { reviewResult } from '../src/domain/reviews/review-outcome.ts';
import { factsOf } from '../src/features/reviews/review-facts.ts';
import { oneReview } from '../src/features/reviews/reviews.queries.ts';
import { demoSnapshot, testDatabase } from './support/database.ts';

const database = testDatabase({}, demoSnapshot);

it('a review of the demonstration says of levels and plan what the record shows of its days', async () => {
  const told = await database()
    .owner.transaction()
    .execute(async (tx) => {
      const held = await tx
        .selectFrom('review')
        .select(['id', 'child_id'])
        .where('held_on', 'is not', null)
        .execute();
      return Promise.all(held.map(({ id, child_id }) => oneReview(tx, child_id, id)));
    });
  const reviews = told.flatMap((review) => (review ? [review] : []));
  expect(reviews.length).toBeGreaterThan(5);
  const asShown = reviews.map((review) => reviewResult(factsOf(review, review)));
  expect(reviews.map(({ result }) => result)).toEqual(asShown);
  expect(asShown).toContain('plan-changed');
});

it('no warning of the demonstration has waited for months to be looked at again', async () => {
  const rows = await database()
    .owner.selectFrom('duty')
    .select(['due_on'])
    .where('standard', '=', 'warning-review')
    .where('done_on', 'is', null)
    .orderBy('due_on')
    .execute();
  expect(rows.length).toBeGreaterThan(0);
  const longAgo = addDays(britishDay(new Date()), -31);
  expect(rows.filter(({ due_on }) => due_on !== null && due_on < longAgo)).toEqual([]);
});
