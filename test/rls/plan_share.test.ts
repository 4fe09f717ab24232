import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/db/new-id.ts';
import { makeChild } from '../support/children.ts';
import { serviceId, sharedDatabase, trial } from '../support/database.ts';
import { makePlan } from '../support/work-rows.ts';

const database = sharedDatabase();
type Work = Parameters<typeof trial>[1];
const withPlan = (
  work: (
    given: Parameters<Work>[0] & { id: string } & Awaited<ReturnType<typeof makePlan>>,
  ) => Promise<void>,
  status: 'draft' | 'agreed' = 'draft',
) =>
  trial(database(), async (given) => {
    const id = await makeChild(given.tx, { worker: 'ama-lovelock' });
    await work({ ...given, id, ...(await makePlan(given.tx, id, status)) });
  });

describe('what was shared', () => {
  const shared = (childId: string, planId: string) => ({
    service_id: serviceId,
    id: newId(),
    child_id: childId,
    plan_id: planId,
    agency: 'police',
    shared_with: 'PC Larkin',
    what: 'The line about going missing',
    lawful_basis: 'Public task',
    shared_on: '2026-02-02',
  });

  it('is written by the child’s worker and by a manager, not by another case manager', () =>
    withPlan(async ({ tx, become, id, planId }) => {
      for (const code of ['ama-lovelock', 'marguerite-oyelaran']) {
        await become(code);
        await tx.insertInto('plan_share').values(shared(id, planId)).execute();
      }
      await become('ben-thackery');
      await expect(
        tx.insertInto('plan_share').values(shared(id, planId)).execute(),
      ).rejects.toThrow(/row-level security/);
    }));

  it('is not read by the agency’s other staff', () =>
    withPlan(async ({ tx, become, becomeOwner, id, planId }) => {
      await tx.insertInto('plan_share').values(shared(id, planId)).execute();
      await become('quentin-larkin');
      expect(await tx.selectFrom('plan_share').select('id').execute()).toEqual([]);
      await becomeOwner();
    }));
});
