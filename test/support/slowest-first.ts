import { BaseSequencer, type TestSpecification } from 'vitest/node';

// In the order of how long they take; the rest is short and fills what is left of both processes.
const slow = ['every-page', 'kill', 'out-of-court', 'inspection', 'nothing-lost', 'seldom-pages'];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const at = slow.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return at === -1 ? slow.length : at;
};

/** The longest files first, so that none of them is left to run alone at the end. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b));
  }
}
