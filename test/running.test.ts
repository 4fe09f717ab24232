import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/cli/commands.ts';

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

  it('names only settings that are read', () => {
    const settings = read('src/platform/env.ts') + read('src/cli/backup-key.ts');
    const named = guides.match(/\b(FOOTHOLD|DATABASE|OIDC)_[A-Z_]+\b/g) ?? [];
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
