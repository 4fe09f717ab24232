import { BaseSequencer, type TestSpecification } from 'vitest/node';

// In the order of how long they take; the rest is short and fills what is left of both processes.
const slow = [
  'every-page',
  'out-of-court',
  'every-form',
  'nothing-lost',
  'kill',
  'inspection',
  'scans',
  'seldom-pages',
  'gate-and-missed',
  'guarded-records',
  'lists',
  'audit',
  'trespass',
];

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
