import { type Actor, can } from '../../domain/access/can.ts';
import type { Permission } from '../../domain/access/permissions.data.ts';
import { menuOf } from '../../domain/navigation/menu.ts';
import type { Shell } from './context.ts';
import type { Frame } from './frame.ts';

/** What a person may go to from where they are: the sections of the service, and the rooms of a child's record. */
export function menusOf(
  { standings, asking }: Pick<Frame, 'standings' | 'asking'>,
  actor: Actor,
  asked: URL,
): Pick<Shell, 'sections' | 'rooms'> {
  const may = (permission: Permission | 'signed-in') =>
    permission === 'signed-in' || can(actor, permission);
  const path = asked.pathname;
  const keeping = (page: string, keeps = '') => {
    const kept = asked.searchParams.get(keeps);
    return kept ? asking(page, { [keeps]: kept }) : page;
  };
  return {
    sections: menuOf('section', standings, { path, may, hrefOf: keeping }),
    rooms: (childId) =>
      menuOf('room', standings, { path, may, hrefOf: (page) => page.replace(':childId', childId) }),
  };
}
