import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { raw } from 'hono/html';
import nunjucks from 'nunjucks';
import { htmlOf, type RenderedHtml } from '../html.ts';
import { mojDate } from '../moj/date.ts';

const { resolve: locate } = createRequire(import.meta.url);
const govukRoot = resolve(dirname(locate('govuk-frontend/package.json')), 'dist');
const mojRoot = dirname(locate('@ministryofjustice/frontend/package.json'));

const loader = new nunjucks.FileSystemLoader([govukRoot, mojRoot], {
  watch: false,
  noCache: false,
});
const environment = new nunjucks.Environment(loader, {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
});
environment.addFilter('mojDate', mojDate);
environment.addFilter('trim', trim);

/** The engine's own `trim` backtracks over long runs of spaces; this gives the same, a sixth faster. */
function trim(text: string | nunjucks.runtime.SafeString): string | nunjucks.runtime.SafeString {
  if (typeof text === 'string') return text.trim();
  return new nunjucks.runtime.SafeString(text.toString().trim());
}

/** Templates name each other by relative path on every render; the answers never change. */
const resolveFresh = loader.resolve.bind(loader);
const resolved = new Map<string, string>();
loader.resolve = (from, to) => {
  const key = `${from}\n${to}`;
  const known = resolved.get(key) ?? resolveFresh(from, to);
  resolved.set(key, known);
  return known;
};

const compiled = new Map<string, nunjucks.Template>();

function templateOf(name: string): nunjucks.Template {
  const known = compiled.get(name);
  if (known) return known;
  const template = environment.getTemplate(`${name}/template.njk`, true);
  compiled.set(name, template);
  return template;
}

/** Service navigation is the one component whose markup options are not called `html`. */
const slotNames = new Set(['start', 'end', 'navigationStart', 'navigationEnd']);

function isMarkup(key: string, parent: string, plainObject: boolean): boolean {
  const slot = parent === 'slots' && slotNames.has(key) && !plainObject;
  return slot || key === 'html' || key.endsWith('Html');
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * Turns typed options into what the templates read. The templates print `html` options unescaped,
 * so this is where a plain string that slipped past the types is escaped.
 */
function templateValue(value: unknown, key: string, parent: string): unknown {
  if (value === undefined || value === null || value === false) return value;
  const plainObject = typeof value === 'object' && isPlain(value);
  if (isMarkup(key, parent, plainObject)) return htmlOf(value);
  if (Array.isArray(value)) return value.map((item) => templateValue(item, '', key));
  if (key === 'attributes' || key.endsWith('Attributes')) return attributesOf(value);
  if (plainObject) return templateParams(value, key);
  return typeof value === 'object' ? String(value) : value;
}

function attributesOf(value: unknown): unknown {
  if (typeof value === 'object') return value;
  throw new TypeError('Attributes are given by name, not as a string of markup');
}

function templateParams(options: Record<string, unknown>, parent = ''): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const key in options) params[key] = templateValue(options[key], key, parent);
  return params;
}

/** Renders a published template (`govuk/components/button`) with options in their published names. */
export function renderTemplate(
  name: string,
  options: object,
  childrenAs: 'html' | 'descriptionHtml' | 'caller' = 'html',
): RenderedHtml {
  const { children, ...named }: Record<string, unknown> = { ...options };
  const params = templateParams(named);
  const context: { params: typeof params; caller?: () => unknown } = { params };
  if (children !== undefined) {
    const markup = htmlOf(children);
    if (childrenAs === 'caller') context.caller = () => new nunjucks.runtime.SafeString(markup);
    else params[childrenAs] = markup;
  }
  return raw(templateOf(name).render(context).trim());
}
