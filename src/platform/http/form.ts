import type { Context } from 'hono';
import { storable } from '../../domain/text/storable.ts';
import type { Form, PostedForm } from './context.ts';

/** What an address asks for, read as a form is; `usual` stands for what it does not name. */
export function askedInAddress(c: Context, usual: Readonly<Record<string, string>> = {}): Form {
  const asked: Record<string, string | string[]> = { ...usual, ...c.req.queries() };
  const values = Object.fromEntries(
    Object.entries(asked).map(([name, all]) => [name, [all].flat().map(tidy)]),
  );
  const all = (name: string) => values[name] ?? [];
  return { text: (name) => (all(name)[0] ?? '').trim(), all, file: () => null, values };
}

/** Reads a posted form; a field given several times keeps all its values. */
export async function readForm(c: Context): Promise<PostedForm> {
  const body = await c.req.parseBody({ all: true });
  const values: Record<string, string | string[]> = {};
  const files: [string, File][] = [];
  const carried: Record<string, string> = {};
  for (const [name, value] of Object.entries(body)) {
    const texts = [value].flat().filter((item) => typeof item === 'string');
    for (const item of [value].flat())
      if (item instanceof File && item.size > 0) files.push([name, item]);
    if (isCarried(name)) carried[name] = texts[0] ?? '';
    else if (texts.length > 0 || Array.isArray(value))
      values[tidy(name)] = Array.isArray(value) ? texts.map(tidy) : tidy(texts[0] ?? '');
  }
  const all = (name: string) => [values[name] ?? []].flat();
  return {
    text: (name) => (all(name)[0] ?? '').trim(),
    all,
    file: (name) => files.find(([field]) => field === name)?.[1] ?? null,
    values,
    files,
    carried: {
      once: carried._once ?? '',
      draft: tidy(carried._draft ?? ''),
      isAgain: '_again' in carried,
      isLater: '_later' in carried,
    },
  };
}

// What a form carries beside what is typed in it: see PostForm.
const isCarried = (name: string) => ['_once', '_draft', '_again', '_later'].includes(name);

// Browsers send line ends as CRLF, and paste what no file or database may hold.
const tidy = (text: string) => storable(text.replaceAll('\r\n', '\n'));
