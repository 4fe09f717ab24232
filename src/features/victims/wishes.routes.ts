import { wishesProblems } from '../../domain/victims/wishes.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { parseForm } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { saveWishes, shareWords, withdrawWords } from './save-wishes.ts';
import {
  formModel,
  type OpenVault,
  openVault,
  type Shown,
  statusOf,
} from './vault-context.routes.ts';
import { shareForm, wishesForm } from './victim-forms.ts';
import { triesOf } from './victims.queries.ts';
import { SharePage, WishesPage } from './wishes.view.tsx';

export const wishesRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.victims.wishes(':childId', ':victimId'),
    permission: 'victim.vault',
    audit: 'view',
    handle: async (context) => {
      const open = await openVault(context);
      if (!open) return context.notFound();
      return drawWishes(context, open, { typed: {} });
    },
  }),
  childRoute({
    method: 'post',
    path: urls.victims.wishes(':childId', ':victimId'),
    permission: 'victim.vault',
    audit: 'change',
    handle: async (context) => {
      const { tx, child, today, form, redirect } = context;
      const open = await openVault(context);
      if (!open) return context.notFound();
      const fields = await form();
      const typed = fields.values;
      const parsed = parseForm(wishesForm(today), fields);
      if (!parsed.ok) return drawWishes(context, open, { typed, errors: parsed.errors });
      const { on, vaultVersion, ...value } = parsed.value;
      const { daysTried } = await triesOf(tx, open.line.id);
      const problems = wishesProblems({ ...value, daysTried });
      if (problems.length > 0)
        return drawWishes(context, open, {
          typed,
          errors: problems.map(({ anchor, message }) => ({ field: anchor, message })),
        });
      const saved = await saveWishes(tx, {
        ...value,
        childId: child.id,
        lineId: open.line.id,
        wishesOn: on,
        vaultVersion: open.vault ? vaultVersion : null,
      });
      if (saved.kind === 'moved-on')
        return drawWishes(context, open, {
          typed,
          conflict: [
            { label: 'What they want', theirs: open.vault?.words ?? null, yours: value.words },
            {
              label: 'What it did to them',
              theirs: open.vault?.impact ?? null,
              yours: value.impact,
            },
            {
              label: 'Why there are no wishes',
              theirs: open.line.noWishesReason,
              yours: value.reason,
            },
            {
              label: 'What the worker must do',
              theirs: open.line.safetyLine,
              yours: value.safetyLine,
            },
          ],
        });
      return redirect(urls.victims.vault(child.id, open.line.id), 'Saved: what they want');
    },
  }),
  childRoute({
    method: 'get',
    path: urls.victims.share(':childId', ':victimId'),
    permission: 'victim.vault',
    audit: 'view',
    handle: async (context) => {
      const open = await openVault(context);
      if (!open?.vault) return context.notFound();
      return drawShare(context, open, { typed: {} });
    },
  }),
  childRoute({
    method: 'post',
    path: urls.victims.share(':childId', ':victimId'),
    permission: 'victim.vault',
    audit: 'change',
    handle: async (context) => {
      const { tx, child, today, form, redirect } = context;
      const open = await openVault(context);
      if (!open?.vault) return context.notFound();
      const fields = await form();
      const parsed = parseForm(shareForm(today), fields);
      if (!parsed.ok)
        return drawShare(context, open, { typed: fields.values, errors: parsed.errors });
      const { version, shared, consent, tellChild } = parsed.value;
      const saved = await shareWords(tx, {
        childId: child.id,
        lineId: open.line.id,
        version,
        words: shared,
        consentOn: consent,
        tellChild,
        today,
      });
      if (saved.kind === 'moved-on')
        return drawShare(context, open, {
          typed: fields.values,
          conflict: [
            { label: 'The words they agreed to share', theirs: open.line.shared, yours: shared },
          ],
        });
      return redirect(
        urls.victims.vault(child.id, open.line.id),
        'Saved: the child’s worker can read these words',
      );
    },
  }),
  childRoute({
    method: 'post',
    path: urls.victims.withdraw(':childId', ':victimId'),
    permission: 'victim.vault',
    audit: 'change',
    handle: async (context) => {
      const { tx, child, today, redirect } = context;
      const open = await openVault(context);
      if (!open?.vault) return context.notFound();
      await withdrawWords(tx, { childId: child.id, lineId: open.line.id, today });
      return redirect(
        urls.victims.vault(child.id, open.line.id),
        'Saved: the child’s worker no longer sees these words',
      );
    },
  }),
];

async function drawWishes(context: ChildContext, open: OpenVault, shown: Shown) {
  const { daysTried } = await triesOf(context.tx, open.line.id);
  return context.page(
    WishesPage({ ...formModel(context, open, shown), daysTried }),
    statusOf(shown),
  );
}

const drawShare = async (context: ChildContext, open: OpenVault, shown: Shown) =>
  context.page(SharePage(formModel(context, open, shown)), statusOf(shown));
