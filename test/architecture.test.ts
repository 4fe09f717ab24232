import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { routes } from '../src/app.ts';
import { roleNames } from '../src/domain/access/roles.data.ts';

const root = join(import.meta.dirname, '..');
const walk = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
const code = ['src', 'test', 'tools'].flatMap(walk).filter((file) => /\.tsx?$/.test(file));
const written = code.filter((file) => !/generated|\.data\.ts$|\.fixture\.ts$/.test(file));
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const lines = (file: string) => text(file).split('\n').length - 1;

describe('the code stays small enough to read', () => {
  it('no file is over 400 lines', () => {
    expect(
      written.filter((file) => lines(file) > 400).map((file) => `${file}: ${lines(file)}`),
    ).toEqual([]);
  });

  it('half of the files are at most 80 lines, nine in ten at most 200', () => {
    const sizes = written
      .filter((file) => file.startsWith('src/'))
      .map(lines)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(80);
    expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(200);
  });
});

describe('there is one way to do a thing', () => {
  it('no folder is an attic', () => {
    expect(
      code.filter((file) => /\/(utils?|helpers?|common|misc|services|repositories)\//.test(file)),
    ).toEqual([]);
  });

  it('nothing is exported by default, and there are no barrel files', () => {
    // A tool's own settings are read as its default export.
    expect(
      code.filter((file) => !file.endsWith('.config.ts') && /^export default/m.test(text(file))),
    ).toEqual([]);
    expect(
      code.filter((file) => file.endsWith('/index.ts') || /^export \* from/m.test(text(file))),
    ).toEqual([]);
  });

  it('no type, lint or test is switched off', () => {
    const escapes =
      /\bas any\b|@ts-(ignore|nocheck|expect-error)|biome-ignore|\b(it|describe|test)\.(skip|only)\(/;
    expect(
      code.filter((file) => !file.endsWith('architecture.test.ts') && escapes.test(text(file))),
    ).toEqual([]);
  });

  it('every form that is sent is a PostForm', () => {
    const sent = /<form\b[^>]*method="post"/;
    expect(
      code.filter(
        (file) =>
          /^src\/.*\.tsx$/.test(file) &&
          file !== 'src/ui/layout/post-form.tsx' &&
          // What reads or tries the drawn forms of a page is about their markup.
          !/^src\/platform\/http\/(drawn-forms|fill-form\.test)\.ts$/.test(file) &&
          sent.test(text(file)),
      ),
    ).toEqual([]);
  });

  it('addresses are spelt only in urls.ts', () => {
    const firstParts = [...new Set(routes.map(({ path }) => path.split('/')[1]))].filter(Boolean);
    // A path of ours, or what follows one. The sign-in library has paths of its own, given without an address, and a cookie a stem.
    const spelt = new RegExp(
      `(?<!from )["'\`]/(${firstParts.join('|')})["'\`/?]|[}'"\`]\\?(\\$\\{|[a-z_]+=)`,
    );
    const library = /'\/sign-in\/(email|social)'|'\/api\/auth'|path: '\/sign-in',/g;
    expect(
      code.filter(
        (file) =>
          /^src\/(features|record|ui(?!\/assets)|platform)\//.test(file) &&
          !/\.test\.tsx?$/.test(file) &&
          spelt.test(text(file).replaceAll(library, '')),
      ),
    ).toEqual([]);
  });

  it('no page stands behind an address that takes its own for an id', () => {
    const parts = (path: string) => path.split('/');
    const takes = (before: string, path: string) =>
      before !== path &&
      parts(before).length === parts(path).length &&
      parts(before).every((part, at) => part.startsWith(':') || part === parts(path)[at]) &&
      parts(before).some((part, at) => part.startsWith(':') && !parts(path)[at]?.startsWith(':'));
    const lost = routes.filter(({ method, path }, at) =>
      routes.slice(0, at).some((before) => before.method === method && takes(before.path, path)),
    );
    expect(lost.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('the clock is read where the program starts, and handed on from there', () => {
    const starts = ['src/start-server.ts', 'src/job-handlers.ts', 'src/cli.ts'];
    const readers = code.filter(
      (file) =>
        /^src\/(?!.*\.test\.)/.test(file) &&
        !starts.includes(file) &&
        /new Date\(\)|\bDate\.now\(|\bDate\(\)/.test(text(file)),
    );
    expect(readers).toEqual([]);
  });

  it('no role is named outside domain/access: permissions and columns of the roles say who', () => {
    const named = new RegExp(`'(${roleNames.join('|')})'`);
    expect(
      code.filter(
        (file) =>
          /^src\/(?!domain\/access|demo)/.test(file) &&
          !/\.test\.tsx?$/.test(file) &&
          named.test(text(file)),
      ),
    ).toEqual([]);
    // Who owes a duty is a word of its own, one of which is spelt as a role is. What the matrix itself says is written from it.
    const owing = /owed_by = 'victim-worker'/g;
    const policies = walk('db/policies').filter((file) => !file.includes('generated'));
    expect(policies.filter((file) => named.test(text(file).replaceAll(owing, '')))).toEqual([]);
  });

  it('the layers import only what they may', () => {
    const cruise = join(root, 'node_modules/.bin/depcruise');
    expect(existsSync(cruise)).toBe(true);
    const run = () =>
      execFileSync(cruise, ['src', '--config', '.dependency-cruiser.js', '--output-type', 'err'], {
        cwd: root,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    let told = '';
    try {
      run();
    } catch (error) {
      told = String((error as { stdout?: string }).stdout);
    }
    expect(told).toBe('');
  }, 120_000);
});

describe('the database is written down', () => {
  const migrations = walk('db/migrations').map(text).join('\n');
  const tables = [...migrations.matchAll(/^create table (\w+)/gm)].map((match) => match[1] ?? '');

  it('every table has a comment, a policy file and a test of who cannot', () => {
    const tests = walk('test/rls').map(text).join('\n');
    const reference = new Set([
      'reference_code',
      'bank_holiday',
      'calendar_day',
      'time_limit',
      'assessment_template',
    ]);
    for (const table of tables) {
      expect(migrations, `comment on ${table}`).toContain(`comment on table ${table} is`);
      expect(
        statSync(join(root, 'db/policies', `${table}.sql`)).isFile(),
        `policy of ${table}`,
      ).toBe(true);
      if (!reference.has(table))
        expect(tests.includes(`'${table}'`), `a test in test/rls names '${table}'`).toBe(true);
    }
  });
});
