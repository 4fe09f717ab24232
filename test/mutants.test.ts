import { describe, expect, it } from 'vitest';
import { changed, nameOf } from '../tools/mutants/change.ts';
import { draw } from '../tools/mutants/draw.ts';
import { sqlChanges } from '../tools/mutants/sql-changes.ts';
import { tsChanges } from '../tools/mutants/ts-changes.ts';

const linesOf = (changes: readonly string[], line: number) =>
  changes.map((text) => text.split('\n')[line]?.trim() ?? '');

describe('changes of meaning', () => {
  it('of code: comparisons, constants, conditions turned round and left out, and no types', () => {
    const source = `type Kind = 'a' | 1;\n// A word of “more than” one byte.\nconst f = (a: Kind, b: boolean) => a === 'a' && !b;\n`;
    const changes = tsChanges('f.ts', source).map((change) => changed(source, change));
    expect(linesOf(changes, 2).sort()).toEqual([
      'const f = (a: Kind, b: boolean) => !b;',
      "const f = (a: Kind, b: boolean) => a !== 'a' && !b;",
      "const f = (a: Kind, b: boolean) => a === 'a' && b;",
      "const f = (a: Kind, b: boolean) => a === 'a' || !b;",
      "const f = (a: Kind, b: boolean) => a === 'a';",
      "const f = (a: Kind, b: boolean) => a === 'a~' && !b;",
    ]);
  });

  it('of SQL: also within a function and within a condition that is put together as text', () => {
    const script = `comment on table t is 'One and all';\nformat('service_id = %L and x in (%s)', a);\nas $$ where ended_on is null and n < 3 $$;`;
    const changes = sqlChanges('t.sql', script).map((change) => changed(script, change));
    expect(
      linesOf(changes, 0).every((line) => line === "comment on table t is 'One and all';"),
    ).toBe(true);
    expect(linesOf(changes, 1)).toContain("format('service_id = %L ', a);");
    expect(linesOf(changes, 1)).toContain("format('service_id = %L and x not in (%s)', a);");
    for (const line of [
      'as $$ where ended_on is not null and n < 3 $$;',
      'as $$ where ended_on is null or n < 3 $$;',
      'as $$ where ended_on is null  $$;',
      'as $$ where  n < 3 $$;',
      'as $$ where ended_on is null and n <= 3 $$;',
      'as $$ where ended_on is null and n < 4 $$;',
    ])
      expect(linesOf(changes, 2)).toContain(line);
  });

  it('of SQL: nothing that is selected only to see whether there is any', () => {
    const script = 'where not exists (select 1 from t limit 1)';
    const changes = sqlChanges('t.sql', script).map((change) => changed(script, change));
    expect(changes).toEqual([
      'where exists (select 1 from t limit 1)',
      'where not exists (select 1 from t limit 2)',
    ]);
  });

  it('are drawn by their seed, one a file before any file has its second', () => {
    const all = ['a', 'a', 'a', 'b', 'c'].map((file, start) => ({
      file,
      start,
      end: start,
      to: '',
    }));
    expect(draw(all, 7)).toEqual(draw(all, 7));
    expect(
      draw(all, 7)
        .slice(0, 3)
        .map(({ file }) => file)
        .sort(),
    ).toEqual(['a', 'b', 'c']);
  });

  it('keep their name when their line moves, and lose it when it changes', () => {
    const name = (source: string) =>
      sqlChanges('t.sql', source).map((change) => nameOf(source, change))[0];
    expect(name('-- Why\n\n  where a = b;')).toBe(name('where a = b;'));
    expect(name('where a = c;')).not.toBe(name('where a = b;'));
  });
});
