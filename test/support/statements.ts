import type { Statement } from '../../src/platform/db/connect.ts';

/** Counts the statements a page needs: give `onStatement` to `testDatabase`, then `during` a request. */
export function statementCounter() {
  let seen: string[] = [];
  return {
    onStatement: ({ sql }: Statement) => void seen.push(sql),
    /** The statements of one piece of work, without the transaction's own begin and commit, or the job queue asking beside it for work. */
    during: async (work: () => Promise<unknown>): Promise<string[]> => {
      seen = [];
      await work();
      return seen.filter(
        (sql) => !/^(begin|commit|rollback|start transaction)|\bpgboss\./i.test(sql),
      );
    },
  };
}
