import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { raw } from 'hono/html';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as components from '../src/ui/govuk/components.tsx';

const root = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));
const folder = join(root, 'dist/govuk/components');

const Fixture = z.object({
  name: z.string(),
  options: z.record(z.string(), z.unknown()),
  html: z.string(),
});
const Published = z.object({ component: z.string(), fixtures: z.array(Fixture).min(1) });

const published = readdirSync(folder)
  .filter((name) => existsSync(join(folder, name, 'template.njk')))
  .map((name) =>
    Published.parse(JSON.parse(readFileSync(join(folder, name, 'fixtures.json'), 'utf8'))),
  );

const ours: Readonly<Record<string, (props: never) => unknown>> = components;
const branded: Readonly<Record<string, string>> = { header: 'GovukHeader', footer: 'GovukFooter' };

function exportedAs(component: string): string {
  const pascal = component.replace(/(^|-)([a-z])/g, (_all, _dash, letter) => letter.toUpperCase());
  return branded[component] ?? pascal;
}

/** The fixtures write markup as strings; our components only take it marked as markup. */
function markedAsMarkup(value: unknown, key = '', parent = ''): unknown {
  const slot = parent === 'slots' && typeof value === 'string';
  if (typeof value === 'string' && (slot || /^html$|Html$/.test(key))) return raw(value);
  if (Array.isArray(value)) return value.map((item) => markedAsMarkup(item, '', key));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([k, v]) => [k, markedAsMarkup(v, k, key)]));
}

function draw(component: string, options: unknown): string {
  const draws = ours[exportedAs(component)];
  if (!draws) throw new Error(`${component} has no component in src/ui/govuk/components.tsx`);
  return String(draws(options as never));
}

function leaves(value: unknown, change: (text: string) => string, key = ''): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => leaves(item, change, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, leaves(v, change, k)]));
}

describe('GOV.UK components drawn through our typed functions', () => {
  it('there is one function for each published component and none besides', () => {
    expect(Object.keys(ours).sort()).toEqual(published.map((p) => exportedAs(p.component)).sort());
  });

  it('their option types are those that the installed package publishes', () => {
    const check = ['--import', 'tsx', 'tools/generate-govuk.ts', '--check'];
    const { status, stderr } = spawnSync(process.execPath, check, { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('all 725 published examples of 39 components are compared', () => {
    expect(published.length).toBe(39);
    expect(published.reduce((sum, { fixtures }) => sum + fixtures.length, 0)).toBe(725);
  });

  for (const { component, fixtures } of published) {
    describe(component, () => {
      for (const { name, options, html } of fixtures) {
        it(`gives the published markup for "${name}"`, () => {
          expect(draw(component, markedAsMarkup(options))).toBe(html);
        });
      }

      it('never turns words into markup, whichever option they are put in', () => {
        const attack = `"'><x-attack>`;
        for (const { options } of fixtures) {
          expect(
            draw(
              component,
              leaves(options, () => attack),
            ),
          ).not.toContain('<x-attack>');
        }
      });
    });
  }
});
