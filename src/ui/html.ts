import type { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** Markup that is already safe: JSX, or hono's `raw` and `html`; a plain string is never this type. */
export type Html = JSX.Element;

/** Markup as components return it, usable as a JSX child and as another component's `html` option. */
export type RenderedHtml = ReturnType<typeof raw>;

/** Anything that may stand between a component's tags; strings among it are text and get escaped. */
export type Children = Child | Html;

/** Turns children into markup once, escaping text and leaving what is already markup alone. */
export function htmlOf(children: unknown): string {
  const markup = Fragment({ children: children as Child }).toString() as unknown;
  if (markup instanceof Promise) {
    markup.catch(() => undefined);
    throw new TypeError(
      'Markup given to a component must not wait for anything: await it before the page is drawn',
    );
  }
  return String(markup);
}

/** Escapes text for the few places where a published template prints it as it comes. */
export function escapeText(text: string): string {
  return htmlOf(text);
}
