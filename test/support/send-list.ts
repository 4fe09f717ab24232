import type { Visitor } from './app.ts';

const locationOf = (answer: Response) => answer.headers.get('location') ?? '';

/** Uploads a list, says what its columns mean where that is asked, waits until it is judged, and gives the list's address. */
export async function sendList(visitor: Visitor, file: File): Promise<string> {
  const at = locationOf(await visitor.post('/referrals/imports/new', { file }));
  if (!at.endsWith('/columns')) return judgedAt(visitor, at);
  const page = await (await visitor.get(at)).text();
  const fields: Record<string, string> = {
    header: page.match(/name="header" value="(\d+)"/)?.[1] ?? '',
  };
  for (const [, name, options = ''] of page.matchAll(
    /<select[^>]*name="(column-\d+)"[^>]*>(.*?)<\/select>/gs,
  ))
    fields[name ?? ''] = options.match(/value="([^"]*)" selected/)?.[1] ?? 'leave-out';
  return judgedAt(visitor, locationOf(await visitor.post(at, fields)));
}

/** The preview to which an answer leads, once the list is judged. */
export const previewAfter = async (visitor: Visitor, answer: Response): Promise<string> =>
  (await visitor.get(await judgedAt(visitor, locationOf(answer)))).text();

async function judgedAt(visitor: Visitor, at: string): Promise<string> {
  const list = at.replace(/\/progress$/, '');
  if (list !== at) await importEnded(visitor, list);
  return list;
}

/** Waits until a list's import has ended, and gives the page that says how. */
export async function importEnded(visitor: Visitor, at: string): Promise<string> {
  for (let turn = 0; turn < 200; turn += 1) {
    const page = await (await visitor.get(`${at}/progress`)).text();
    if (!page.includes('data-ask-again')) return page;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The import did not end');
}
