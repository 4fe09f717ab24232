import type { ChildContext } from '../../platform/http/context.ts';
import { movedOn } from '../../platform/http/moved-on.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { urls } from '../../urls.ts';
import { safetyOverFields } from './line-fields.ts';
import { toVault, VaultForm } from './vault-frame.view.tsx';
import { openVault } from './victims.queries.ts';

async function subject(context: ChildContext) {
  const open = await openVault(context);
  if (open && open.line.safety_need !== 'yes')
    movedOn('Nothing says that they must be kept safe now', {
      href: urls.victims.vault(context.child.id, open.line.id),
      text: 'Read the line',
    });
  return open;
}

/** What is done with a line whether or not it is closed: to say that a need for safety is over, and to open it again. */
export const afterClosingRoutes: readonly Route[] = [
  ...childForm({
    path: urls.victims.safetyOver(':childId', ':victimId'),
    reads: 'victim.vault',
    fields: safetyOverFields,
    subject,
    stored: ({ line }) => line,
    save: ({ tx }, { line }, value) => changeRow(tx, 'victim_involvement', line, value),
    view: ({ context, subject: { line }, form: { F, ...form } }) => (
      <VaultForm
        context={context}
        line={line}
        title="They need no longer be kept safe"
        form={form}
        button="Save that it no longer holds"
      >
        <p class="govuk-body">
          Until you save this, the child’s worker sees:{' '}
          {line.safety_line ?? 'ask the victim worker'}
        </p>
        <F.safety_over_on />
        <F.safety_over_reason />
      </VaultForm>
    ),
    done: ({ line }, _value, context) =>
      toVault(context, line, 'Saved: they need no longer be kept safe'),
  }),
  childRoute({
    method: 'post',
    path: urls.victims.reopen(':childId', ':victimId'),
    permission: 'victim.vault',
    audit: 'change',
    handle: async (context) => {
      const open = await openVault(context);
      if (!open) return context.notFound();
      const { line } = open;
      const { to } = toVault(context, line, '');
      if (!line.ended_on) return context.redirect(to, 'This line is open already');
      await changeRow(context.tx, 'victim_involvement', line, { ended_on: null, end_reason: null });
      return context.redirect(to, 'Saved: the line is open again');
    },
  }),
];
