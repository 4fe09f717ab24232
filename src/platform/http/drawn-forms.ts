import { createHash } from 'node:crypto';
import type { Draft } from '../db/drafts.ts';
import { attribute, escaped, fillForm, hasFields, type Replaced } from './fill-form.ts';

/** What the forms of a page are finished with, once the page is drawn. */
export type Finishing = {
  /** The path that the page is the answer to: where a form without an action goes. */
  readonly path: string;
  /** That path with what was asked of it. */
  readonly address: string;
  readonly newToken: (isTyped: boolean) => string;
  /** Whether what is typed in a form sent to this address is kept. */
  readonly keeps: (path: string) => boolean;
  /** The forms that hold what this person typed and has not saved. */
  readonly draftKeys: readonly string[];
  /** Reads it; null on a page that shows a form as it was just sent. */
  readonly drafts: ((formKeys: readonly string[]) => Promise<readonly Draft[]>) | null;
  /** The draft of the form that this page answers. */
  readonly sentDraft: string;
  readonly draftUrl: string;
  readonly notice: (draft: Draft, replaced: readonly Replaced[]) => Promise<string>;
};

type Drawn = { readonly html: string; readonly isTyped: boolean; readonly key: string | null };

const mark = '<input type="hidden" name="_once" value="@once"/>';
const forms = /(<form method="post"[\s\S]*?<\/form>)/;

/**
 * Gives every form of a page that is sent its own mark, and every form that is typed in the key of its draft; one that
 * was typed in before and not saved is shown with that, and says so.
 */
export async function finishForms(html: string, page: Finishing): Promise<string> {
  if (!html.includes(mark)) return html;
  // Read through once: every second piece is a form.
  const pieces = html.split(forms);
  const drawn = keyed(
    pieces.filter((_, place) => place % 2 === 1),
    page,
  );
  const keys = drawn.flatMap(({ key }) => (key && page.draftKeys.includes(key) ? key : []));
  const drafts = page.drafts && keys.length > 0 ? await page.drafts(keys) : [];
  const finished = await Promise.all(
    drawn.map((form) =>
      finish(
        form,
        page,
        drafts.find(({ formKey }) => formKey === form.key),
      ),
    ),
  );
  return pieces
    .map((piece, place) => (place % 2 === 1 ? finished[(place - 1) / 2] : piece))
    .join('');
}

async function finish({ html, isTyped, key }: Drawn, page: Finishing, draft: Draft | undefined) {
  const typed = draft ? fillForm(html, draft.typed) : null;
  const shown = typed?.isChanged ? typed.html : html;
  const notice = draft && typed?.isChanged ? await page.notice(draft, typed.replaced) : '';
  const carried = key ? `<input type="hidden" name="_draft" value="${key}"/>` : '';
  const given = [
    key ? ` data-draft-url="${page.draftUrl}"` : '',
    // Left out, a browser takes the place on the page that it last went to along, to the page that answers.
    / action="/.test(html.slice(0, html.indexOf('>'))) ? '' : ` action="${escaped(page.address)}"`,
  ];
  const form = shown
    .replace('<form', `<form${given.join('')}`)
    .replace(mark, () => marked(page, isTyped) + carried);
  return notice.replace(mark, () => marked(page, false)) + form;
}

const marked = (page: Finishing, isTyped: boolean) =>
  `<input type="hidden" name="_once" value="${page.newToken(isTyped)}"/>`;

/** The key of each form's draft: its address, with what its hidden fields say where several are sent to one address. */
function keyed(found: readonly string[], page: Finishing): Drawn[] {
  const drawn = found.map((html) => {
    const isTyped = hasFields(html);
    const action = attribute(html.slice(0, html.indexOf('>') + 1), 'action') ?? '';
    const path = action.split(/[?#]/)[0] || page.path;
    const isKept = isTyped && !html.includes('type="password"') && page.keeps(path);
    return { html, isTyped, path: isKept ? path : null };
  });
  const several = (path: string) => drawn.filter((form) => form.path === path).length > 1;
  const withKeys = drawn.map((form) => ({
    ...form,
    key: form.path && several(form.path) ? `${form.path}#${hiddenIn(form.html)}` : form.path,
  }));
  if (!page.sentDraft || withKeys.some(({ key }) => key === page.sentDraft)) return withKeys;
  // A page about a form that was just sent, such as a conflict, goes on with its draft.
  const first = withKeys.find(({ path }) => path && page.sentDraft.split('#')[0] === path);
  return withKeys.map((form) => (form === first ? { ...form, key: page.sentDraft } : form));
}

function hiddenIn(html: string): string {
  const hidden = [...html.matchAll(/<input type="hidden"[^>]*>/g)]
    .map(([tag]) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? ''] as const)
    .filter(([name]) => !/^_|version$/i.test(name));
  return createHash('sha256').update(JSON.stringify(hidden)).digest('base64url').slice(0, 12);
}
