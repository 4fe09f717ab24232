import { expect, it } from 'vitest';
import { sharedDatabase, trial } from '../support/database.ts';

const database = sharedDatabase();
const rules = ['action_rule', 'decision_rule'] as const;

it.each(rules)('nobody rewrites %s, by which actions are closed and decisions confirmed', (rule) =>
  trial(database(), async ({ tx, become }) => {
    await become('philippa-standfast');
    expect((await tx.selectFrom(rule).select('about_table').execute()).length).toBeGreaterThan(0);
    await expect(tx.updateTable(rule).set({ about_table: 'child' }).execute()).rejects.toThrow(
      /permission denied/,
    );
  }),
);
