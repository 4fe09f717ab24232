import { expect, it } from 'vitest';
import { readStated } from './read-stated.ts';

it.each<[string, unknown, readonly string[]]>([
  ['a percentage', 61, []],
  ['the least and the most', 0, []],
  ['all', 100, []],
  ['more than all', 101, ['must be 0 to 100, not 101']],
  ['less than none', -1, ['must be 0 to 100, not -1']],
  ['a count', { yes: 3, of: 3 }, []],
  ['a count of more than all', { yes: 4, of: 3 }, ['must not be more than “of”: 4 of 3']],
  ['a count without its whole, said once', { yes: 4 }, [expect.any(String)]],
  ['words', 'most', ['must be a percentage, or {"yes": …, "of": …}']],
])(
  'a key question may be stated as it is published, and nothing else: %s',
  (_what, said, problems) => {
    const read = readStated({ standards: { '2.1': { keyQuestions: { '2.1.1': said } } } });
    expect(read.kind === 'read' ? [] : read.problems.map(({ problem }) => problem)).toEqual(
      problems,
    );
  },
);
