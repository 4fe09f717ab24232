import type { Code } from '../domain/reference/codes.ts';
import type { Tx } from '../platform/db/as-actor.ts';
import { codeLists } from '../platform/db/codes.ts';
import type { Options } from './field.ts';

/** A code list as what may be chosen; what is no longer in force keeps its words. */
export const optionsOf = (codes: readonly Code[]) =>
  codes.map(({ code, label, inForce }) => ({ value: code, text: label, past: !inForce }));

/** What may be chosen by these names: the code lists among them, beside what the page makes itself. One statement at most. */
export async function optionsFor(
  tx: Tx,
  names: readonly string[],
  made: Options = {},
): Promise<Options> {
  const wanted = [...new Set(names)].filter((name) => !(name in made));
  if (wanted.length === 0) return made;
  const lists = await codeLists(tx, wanted);
  const read = Object.entries(lists).map(([name, codes]) => [name, optionsOf(codes)] as const);
  return { ...Object.fromEntries(read), ...made };
}
