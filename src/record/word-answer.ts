import type { WrittenDocument } from '../domain/documents/written-document.ts';
import { writeWord } from '../platform/files/write-word.ts';
import type { PageContext } from '../platform/http/context.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A document as a Word file to keep, named by its title or otherwise. */
export async function wordAnswer(
  { c, server, shell }: PageContext,
  document: WrittenDocument,
  called = document.title,
): Promise<Response> {
  const name = called
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  const about = { author: shell.serviceName, site: server.auth.origin };
  return c.body(await writeWord(document, about), 200, {
    'content-type': WORD,
    'content-disposition': `attachment; filename="${name || 'report'}.docx"`,
  });
}
