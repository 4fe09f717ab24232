import { type Actor, claimsOf } from '../../domain/access/can.ts';
import {
  characteristicKindNames,
  characteristicKinds,
} from '../../domain/people/characteristic-kinds.data.ts';

/** The kinds that this person's role reads. */
export const kindsReadBy = (actor: Pick<Actor, 'role'>) => {
  const { read } = claimsOf(actor.role);
  return characteristicKindNames.filter((kind) =>
    read.includes(characteristicKinds[kind].recordClass),
  );
};
