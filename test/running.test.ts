import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from '../src/cli/commands.ts';
import { lockDirectory } from '../src/platform/db/directory-lock.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const guides = ['README.md', 'docs/running.md'].map(read).join('\n');
const recipe = read('Containerfile');

describe('what whoever runs Foothold is told', () => {
  it('names only commands that there are', () => {
    const typed = [...guides.matchAll(/foothold -- ([a-z]+(?: add| referrals| statistics)?)/g)];
    const known = new Set(commands.map(({ name }) => name));
    expect(typed.map(([, name = '']) => name).filter((name) => !known.has(name))).toEqual([]);
    expect(typed.length).toBeGreaterThan(8);
  });

  it('installs the Node that it runs on also without the tools of development', () => {
    const { dependencies } = JSON.parse(read('package.json'));
    expect(guides).toContain('npm ci --omit=dev');
    expect(dependencies.node).toBeDefined();
  });

  it('lists every command in the README', () => {
    const listed = read('README.md').split('<command> --help`: ')[1]?.split('. ')[0] ?? '';
    const names = commands.map(({ name }) => name);
    expect(names.filter((name) => !listed.includes(`\`${name}\``))).toEqual([]);
  });

  it('names only settings that are read', () => {
    const settings = read('src/platform/env.ts') + read('src/cli/backup-key.ts');
    const named = guides.match(/\b(FOOTHOLD|DATABASE|OIDC|SMTP|NOTIFY)_[A-Z_]+\b/g) ?? [];
    expect([...new Set(named)].filter((name) => !settings.includes(name))).toEqual([]);
  });

  it('names only scripts and files that there are', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const run = [...guides.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name = '']) => name);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('a container is built of what there is, and started as the scripts start it', () => {
    const copied = [...recipe.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, paths = '']) =>
      paths.split(' '),
    );
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    // Whoever builds it hands over nothing but that: a data directory may lie beside it.
    const [all, ...within] = read('.dockerignore')
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    expect(all).toBe('*');
    expect(within.filter((line) => line.startsWith('!'))).toEqual(copied.map((path) => `!${path}`));
    const started = JSON.parse(/^CMD (.+)$/m.exec(recipe)?.[1] ?? '[]');
    expect(JSON.parse(read('package.json')).scripts.serve).toBe(`tsx ${started.at(-1)}`);
    expect(recipe).toContain('/ready');
    expect(JSON.parse(read('package.json')).dependencies).toHaveProperty('tsx');
  });
});

// Each starts a process of its own, which takes long where others work.
describe('a server that cannot start says in one sentence what to mend, and nothing of its own code', {
  timeout: 120_000,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'foothold-start-'));
  const started = (env: Record<string, string>) => {
    const run = ['--import', 'tsx', 'src/main.ts'];
    const settings = { ...process.env, FOOTHOLD_DATA: folder, ...env };
    return spawnSync(process.execPath, run, { cwd: root, env: settings, encoding: 'utf8' });
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('a setting that is wrong', () => {
    const { status, stderr } = started({ PORT: '99999' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Foothold does not start\. Settings .*\n {2}PORT: .*\n$/);
  });

  it('a data directory that another process has, or that is a file', () => {
    const letGo = lockDirectory(folder);
    const { status, stderr } = started({});
    letGo();
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^Foothold does not start\. Another Foothold .* set FOOTHOLD_DATA .*\n$/,
    );
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(started({ FOOTHOLD_DATA: file }).stderr).toMatch(
      /is a file and no folder\. Move the file away, or set FOOTHOLD_DATA to another folder\n$/,
    );
  });
});
