import type { Context } from 'hono';
import { storable } from '../../domain/text/storable.ts';
import type { Form } from './context.ts';

// What the form itself carries beside what was typed: see post-form.tsx.
const ours = ['_once', '_draft'];

/** What an address asks for, read as a form is. */
export function askedInAddress(c: Context): Form {
  const values = Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, all]) => [name, all.map(tidy)]),
  );
  const all = (name: string) => values[name] ?? [];
  return { text: (name) => (all(name)[0] ?? '').trim(), all, file: () => null, values };
}

/** Reads a posted form once; a field given several times keeps all its values. */
export async function readForm(c: Context): Promise<Form> {
  const body = await c.req.parseBody({ all: true });
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(body)) {
    if (ours.includes(name)) continue;
    if (typeof value === 'string') values[name] = tidy(value);
    else if (Array.isArray(value))
      values[name] = value.filter((item) => typeof item === 'string').map(tidy);
  }
  const all = (name: string) => [values[name] ?? []].flat();
  return {
    text: (name) => (all(name)[0] ?? '').trim(),
    all,
    file: (name) => {
      const value = [body[name] ?? []].flat().find((item) => item instanceof File);
      return value instanceof File && value.size > 0 ? value : null;
    },
    values,
  };
}

// Browsers send line ends as CRLF, and paste what no file or database may hold.
const tidy = (text: string) => storable(text.replaceAll('\r\n', '\n'));
