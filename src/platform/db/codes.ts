import type { Tx } from './as-actor.ts';
import type { JsonValue } from './tables.generated.ts';

export type Code = {
  readonly code: string;
  readonly label: string;
  readonly confidence: string;
  readonly attributes: JsonValue;
};

/** Several code lists at once, in their own order: one statement a page. */
export async function codeLists<const L extends string>(
  tx: Tx,
  lists: readonly L[],
): Promise<Record<L, Code[]>> {
  const rows = await tx
    .selectFrom('reference_code')
    .select(['list', 'code', 'label', 'confidence', 'attributes'])
    .where('list', 'in', [...lists])
    .orderBy('list')
    .orderBy('sort')
    .orderBy('label')
    .execute();
  const empty = Object.fromEntries(lists.map((list) => [list, []])) as unknown as Record<L, Code[]>;
  for (const { list, ...code } of rows) empty[list as L].push(code);
  return empty;
}

/** Code lists as choices of a form. */
export const choicesOf = (codes: readonly Code[]) =>
  codes.map(({ code, label }) => ({ value: code, text: label }));

/** The words of a code; a code no longer listed is shown as it is. */
export const labelOf = (codes: readonly Code[], code: string | null) =>
  code === null ? '' : (codes.find((each) => each.code === code)?.label ?? code);
