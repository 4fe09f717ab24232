import type { ChildContext } from '../../platform/http/context.ts';
import type { FormError } from '../../platform/http/parse-form.ts';
import type { TwoVersions } from '../../ui/layout/conflict.tsx';
import type { VaultFormModel } from './vault-form.view.tsx';
import { type LineRow, lineOf, type VaultRow, vaultOf } from './victims.queries.ts';

export type OpenVault = { readonly line: LineRow; readonly vault: VaultRow | null };

/** The line in the address with its vault row; null when it is not there. */
export async function openVault({ tx, child, param }: ChildContext): Promise<OpenVault | null> {
  const id = param('victimId');
  const line = /^[0-9a-f-]{36}$/.test(id) ? await lineOf(tx, child.id, id) : undefined;
  return line ? { line, vault: (await vaultOf(tx, line.id)) ?? null } : null;
}

export type Shown = {
  readonly typed?: Readonly<Record<string, string | string[]>>;
  readonly errors?: readonly FormError[];
  readonly conflict?: readonly TwoVersions[];
};

/** What a form of the vault is drawn from. */
export const formModel = (
  { shell, child, today }: ChildContext,
  open: OpenVault,
  shown: Shown,
): VaultFormModel => ({
  shell,
  child,
  today,
  ...open,
  typed: shown.typed ?? {},
  errors: shown.errors ?? [],
  conflict: shown.conflict ?? [],
});

/** The status of a form that is shown again. */
export const statusOf = (shown: Shown): 200 | 409 | 422 =>
  shown.conflict ? 409 : shown.errors ? 422 : 200;
