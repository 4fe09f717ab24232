import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const root = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));
const components = join(root, 'dist/govuk/components');
const target = new URL('../src/ui/govuk/options.generated.ts', import.meta.url);

const Option = z.object({
  name: z.string(),
  type: z.enum(['string', 'integer', 'boolean', 'object', 'array', 'nunjucks-block']),
  required: z.boolean(),
  description: z.string(),
  isComponent: z.boolean().optional(),
  get params() {
    return z.array(Option).optional();
  },
});
type Option = z.infer<typeof Option>;

const Fixtures = z.object({
  fixtures: z.array(z.object({ options: z.record(z.string(), z.unknown()) })),
});

type Place = { component: string; path: readonly string[]; samples: readonly unknown[] };

const pascal = (name: string) =>
  name.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function inside(place: Place, name: string): Place {
  const samples = place.samples.filter(isRecord).map((sample) => sample[name]);
  return { component: place.component, path: [...place.path, name], samples };
}

function isHtml(option: Option, place: Place): boolean {
  const slot = place.path.at(-2) === 'slots' && option.description.startsWith('HTML');
  return option.name === 'html' || option.name.endsWith('Html') || slot;
}

/** The published lists leave a few shapes in words only; they are spelled out here. */
const inWords: Readonly<Record<string, string>> = {
  'character-count.charactersUnderLimitText': 'PluralText',
  'character-count.charactersOverLimitText': 'PluralText',
  'character-count.wordsUnderLimitText': 'PluralText',
  'character-count.wordsOverLimitText': 'PluralText',
  'file-upload.multipleFilesChosenText': 'PluralText',
  'checkboxes.values': 'readonly string[]',
  'date-input.day': 'DateInputPart',
  'date-input.month': 'DateInputPart',
  'date-input.year': 'DateInputPart',
};

function typeOf(option: Option, place: Place): string {
  const words = inWords[[place.component, ...place.path].join('.')];
  if (words) return words;
  if (isHtml(option, place) && option.type === 'string') return 'Html';
  if (/^attributes$|Attributes$/.test(option.name)) return 'Attributes';
  if (option.params)
    return option.type === 'array' ? listOf(option.params, place) : shapeOf(option.params, place);
  if (option.isComponent) return `${pascal(option.name)}Options`;
  if (option.type === 'integer') return 'number';
  if (option.type === 'string' || option.type === 'boolean') {
    const numbers = place.samples.some((sample) => typeof sample === 'number');
    return numbers ? `${option.type} | number` : option.type;
  }
  throw new Error(`Say in inWords what ${place.component} ${place.path.join('.')} looks like`);
}

/** The fixtures show which lists may hold gaps, and which are lists of lists. */
function listOf(params: readonly Option[], place: Place): string {
  const items = place.samples.filter((sample) => Array.isArray(sample)).flat();
  const nested = items.some((item) => Array.isArray(item));
  const item = shapeOf(params, { ...place, samples: nested ? items.flat() : items });
  const gaps = items.some((value) => !value) ? ' | Gap' : '';
  return `readonly (${nested ? `readonly ${item}[]` : item}${gaps})[]`;
}

/** Published as required, yet either the words or the published examples leave it out. */
function isOptional(option: Option, place: Place): boolean {
  if (!option.required || /not required|omitted|ignored/i.test(option.description)) return true;
  const shapes = place.samples.filter(isRecord);
  const without = shapes.filter((shape) => !(option.name in shape));
  return without.length * 10 >= shapes.length && without.length > 0;
}

function shapeOf(params: readonly Option[], place: Place): string {
  const byName = new Map<string, { types: Set<string>; optional: boolean }>();
  for (const option of params.filter((p) => p.type !== 'nunjucks-block')) {
    const type = typeOf(option, inside(place, option.name));
    const seen = byName.get(option.name) ?? {
      types: new Set(),
      optional: isOptional(option, place),
    };
    byName.set(option.name, { types: seen.types.add(type), optional: seen.optional });
  }
  const indent = '  '.repeat(place.path.length + 1);
  const lines = [...byName].map(
    ([name, { types, optional }]) =>
      `${indent}readonly ${name}${optional ? '?' : ''}: ${[...types].join(' | ')}${optional ? ' | undefined' : ''};`,
  );
  const between = params.some((p) => p.type === 'nunjucks-block' || p.name === 'html');
  if (place.path.length === 0 && between) lines.push(`${indent}readonly children?: Children;`);
  return `{\n${lines.join('\n')}\n${indent.slice(2)}}`;
}

function read(component: string, file: string): unknown {
  return JSON.parse(readFileSync(join(components, component, file), 'utf8'));
}

function optionsType(component: string): string {
  const options = z.array(Option).parse(read(component, 'macro-options.json'));
  const { fixtures } = Fixtures.parse(read(component, 'fixtures.json'));
  const place: Place = { component, path: [], samples: fixtures.map((fixture) => fixture.options) };
  return `export type ${pascal(component)}Options = ${shapeOf(options, place)};`;
}

function generate(): string {
  const names = readdirSync(components).filter((name) =>
    existsSync(join(components, name, 'macro-options.json')),
  );
  return [
    "// Generated by tools/generate-govuk.ts from govuk-frontend's macro options. Do not edit.",
    "import type { Children, Html } from '../html.ts';",
    "import type { Attributes, Gap, PluralText } from './option-types.ts';",
    "\ntype DateInputPart = Partial<NonNullable<DateInputOptions['items']>[number]>;\n",
    names.map(optionsType).join('\n\n'),
    '',
  ].join('\n');
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const fresh = generate();
if (!values.check) {
  writeFileSync(target, fresh);
} else if (!existsSync(target) || readFileSync(target, 'utf8') !== fresh) {
  console.error('src/ui/govuk/options.generated.ts is stale: run npx tsx tools/generate-govuk.ts');
  process.exitCode = 1;
}
