import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { raw } from 'hono/html';
import nunjucks from 'nunjucks';
import { describe, expect, it, vi } from 'vitest';
import * as components from '../src/ui/moj/components.tsx';
import { mojExamples } from './support/moj-examples.tsx';

// The package's own date filter prints the server's local time; ours always prints British time.
vi.stubEnv('TZ', 'Europe/London');

const require = createRequire(import.meta.url);
const moj = dirname(require.resolve('@ministryofjustice/frontend/package.json'));
const govuk = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist');
const folder = join(moj, 'moj/components');
const theirs = new nunjucks.Environment(new nunjucks.FileSystemLoader([govuk, moj]), {
  trimBlocks: true,
  lstripBlocks: true,
});
const filters: Record<string, (...args: unknown[]) => unknown> =
  require('@ministryofjustice/frontend/moj/filters/all.js')();
for (const [name, filter] of Object.entries(filters)) theirs.addFilter(name, filter);

const published = globSync('**/template.njk', { cwd: folder }).map(dirname).sort();

function exportedAs(component: string): string {
  const [last = ''] = component.split('/').slice(-1);
  const pascal = last.replace(/(^|-)([a-z])/g, (_all, _dash, letter) => letter.toUpperCase());
  return component.includes('probation') ? `Probation${pascal}` : `Moj${pascal}`;
}

function macroOf(component: string): string {
  const source = readFileSync(join(folder, component, 'macro.njk'), 'utf8');
  return /macro (\w+)\(/.exec(source)?.[1] ?? '';
}

const ours: Readonly<Record<string, (props: never) => unknown>> = components;

function draw(component: string, options: object): string {
  const draws = ours[exportedAs(component)];
  if (!draws) throw new Error(`${component} has no component in src/ui/moj/components.tsx`);
  return String(draws(options as never));
}

function drawTheirs(component: string, params: unknown): string {
  const macro = macroOf(component);
  const source = `{% from "moj/components/${component}/macro.njk" import ${macro} %}{{ ${macro}(params) }}`;
  return theirs.renderString(source, { params }).trim();
}

/** JSX in the examples, as the string of markup that the published macros take. */
function asStrings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asStrings);
  if (typeof value !== 'object' || value === null) return value;
  if ('isEscaped' in value) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, asStrings(v)]));
}

function asMarkup(value: unknown, key = ''): unknown {
  if (typeof value === 'string' && /^html$|Html$/.test(key)) return raw(value);
  if (Array.isArray(value)) return value.map((item) => asMarkup(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, asMarkup(v, k)]));
}

/**
 * The options in the package's own documentation, caught as its examples call the macro. The date
 * picker's example has a comma missing and cannot be run; the yen sign is written as an entity in
 * an option that we take as words.
 */
function documented(component: string): readonly Record<string, unknown>[] {
  const readme = join(folder, component, 'README.md');
  if (component === 'date-picker' || !existsSync(readme)) return [];
  const text = readFileSync(readme, 'utf8').replaceAll('&yen;', '¥');
  const caught: Record<string, unknown>[] = [];
  const catching = new nunjucks.Environment(null);
  catching.addGlobal(macroOf(component), (params: Record<string, unknown>) => {
    caught.push(params);
  });
  for (const [, example = ''] of text.matchAll(/```njk\n([\s\S]*?)```/g)) {
    if (example.includes(`${macroOf(component)}(`)) catching.renderString(example, {});
  }
  return caught;
}

const examples: Readonly<Record<string, readonly object[]>> = mojExamples;

describe('MoJ components, published without fixtures, against their own macros rendered beside ours', () => {
  it('there is one function for each published template and none besides', () => {
    expect(Object.keys(ours).sort()).toEqual(published.map(exportedAs).sort());
  });

  it('every component but the interruption card, which is checked below, has an example', () => {
    const withExamples = [...Object.keys(examples), 'interruption-card'].sort();
    expect(withExamples).toEqual(published);
    expect(Object.values(examples).every((list) => list.length > 0)).toBe(true);
  });

  it('the 13 examples that the package documents are among those compared', () => {
    expect(published.flatMap(documented).length).toBe(13);
  });

  for (const component of published.filter((name) => name !== 'interruption-card')) {
    it(`${component} gives the same markup as its own macro on our examples`, () => {
      for (const options of examples[component] ?? []) {
        expect(draw(component, options)).toBe(drawTheirs(component, asStrings(options)));
      }
    });

    it(`${component} gives the same markup as its own macro on the package's documented examples`, () => {
      for (const options of documented(component)) {
        const markup = asMarkup(options) as Record<string, unknown>;
        expect(draw(component, markup)).toBe(drawTheirs(component, options));
      }
    });
  }

  it('the interruption card gives the same markup as its own macro called with a block', () => {
    const params = {
      heading: 'Restricted',
      primaryAction: { text: 'Go on', href: '/on' },
      secondaryAction: { text: 'Back', href: '/back', style: 'button' },
    };
    const source =
      '{% from "moj/components/interruption-card/macro.njk" import interruptionCard %}' +
      '{% call interruptionCard(params) %}<p>Why</p>{% endcall %}';
    const theirMarkup = theirs.renderString(source, { params }).trim();
    expect(draw('interruption-card', { ...params, children: raw('<p>Why</p>') })).toBe(theirMarkup);
  });

  it('none turns words into markup, whichever option they are put in', () => {
    const attack = `"'><x-attack>`;
    const attacked = (value: unknown, key = ''): unknown => {
      if (typeof value === 'string') return key === 'timestamp' ? value : attack;
      if (Array.isArray(value)) return value.map((item) => attacked(item));
      if (typeof value !== 'object' || value === null || 'isEscaped' in value) return value;
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, attacked(v, k)]));
    };
    for (const component of Object.keys(examples)) {
      for (const options of examples[component] ?? []) {
        expect(draw(component, attacked(options) as object)).not.toContain('<x-attack>');
      }
    }
  });
});
