import { searchKeys } from '../../domain/people/search-keys.ts';
import type { Tx } from '../../platform/db/as-actor.ts';

/** Makes a child's search keys again from every name they have; called whenever one changes. */
export async function refreshSearchNames(tx: Tx, childId: string): Promise<void> {
  const child = await tx
    .selectFrom('child')
    .select(['forename', 'surname', 'known_as'])
    .where('id', '=', childId)
    .executeTakeFirstOrThrow();
  const others = await tx
    .selectFrom('child_name')
    .select(['forename', 'surname'])
    .where('child_id', '=', childId)
    .execute();
  const keys = searchKeys({
    forename: child.forename,
    surname: child.surname,
    alsoKnownAs: [
      ...(child.known_as ? [child.known_as] : []),
      ...others.map((name) => `${name.forename} ${name.surname}`),
    ],
    dateOfBirth: null,
    sex: 'not-asked',
  });
  await tx
    .updateTable('child')
    .set({
      name_search: keys.nameSearch,
      name_sounds: [...new Set([...keys.nameSounds, ...keys.nicknames])],
    })
    .where('id', '=', childId)
    .execute();
}
