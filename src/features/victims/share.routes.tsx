import type { ChildContext } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { urls } from '../../urls.ts';
import { shareFields } from './line-fields.ts';
import { toVault, VaultForm } from './vault-frame.view.tsx';
import { closedWords } from './victim-words.ts';
import { openVault } from './victims.queries.ts';
import { withdrawWords } from './withdraw-words.ts';

async function subject(context: ChildContext) {
  const open = await openVault(context);
  return open?.vault ? { line: open.line, vault: open.vault } : undefined;
}

/** The words that the child's worker sees, from the day on which the victim agreed; and their taking back. */
export const shareRoutes: readonly Route[] = [
  ...childForm({
    path: urls.victims.share(':childId', ':victimId'),
    reads: 'victim.vault',
    fields: shareFields,
    subject,
    closed: ({ line }) => closedWords(line),
    stored: ({ line, vault }) => ({
      ...line,
      shared_with_worker: line.shared_with_worker ?? vault.words,
    }),
    save: ({ tx, today }, { line }, value) =>
      changeRow(tx, 'victim_involvement', line, { ...value, shared_on: today }),
    view: ({ context, subject: { line }, form: { F, ...form } }) => (
      <VaultForm
        context={context}
        line={line}
        title="Share with the child’s worker"
        form={form}
        button="Share these words"
      >
        <F.shared_with_worker />
        <F.share_consent_on />
        <F.tell_child />
      </VaultForm>
    ),
    done: ({ line }, _value, context) =>
      toVault(context, line, 'Saved: the child’s worker can read these words'),
  }),
  childRoute({
    method: 'post',
    path: urls.victims.withdraw(':childId', ':victimId'),
    permission: 'victim.vault',
    audit: 'change',
    handle: async (context) => {
      const { tx, child, today, redirect } = context;
      const open = await subject(context);
      if (!open) return context.notFound();
      await withdrawWords(tx, { childId: child.id, lineId: open.line.id, today });
      return redirect(
        urls.victims.vault(child.id, open.line.id),
        'Saved: the child’s worker no longer sees these words',
      );
    },
  }),
];
