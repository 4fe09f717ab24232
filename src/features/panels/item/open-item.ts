import type { ChildContext } from '../../../platform/http/context.ts';
import { movedOn } from '../../../platform/http/moved-on.ts';
import { urls } from '../../../urls.ts';
import { mayChange } from '../may-change.ts';
import { type ItemOne, itemOne } from './items.queries.ts';

/** Whether it is still to be heard: a decided or withdrawn one is only read. */
export const isOpen = ({ state }: Pick<ItemOne, 'state'>) =>
  state === 'listed' || state === 'ready';

/** An item this person may work on now. */
export async function openItem(context: ChildContext): Promise<ItemOne | undefined> {
  const { tx, actor, child, param } = context;
  if (!mayChange(actor, child, 'panel.prepare')) return undefined;
  const found = await itemOne(tx, child.id, param('itemId'));
  if (found && !isOpen(found))
    movedOn('The panel has decided about this child, or they are off its list', {
      href: urls.panels.item(child.id, found.id),
      text: 'See how it stands',
    });
  return found;
}
