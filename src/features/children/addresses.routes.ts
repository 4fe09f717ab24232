import type { Tx } from '../../platform/db/as-actor.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { addressChangeForm, addressForm } from './addresses.form.ts';
import { address, addresses } from './addresses.queries.ts';
import { AddressesPage, AddressPage } from './addresses.view.tsx';
import { addAddress, changeAddress } from './keep-address.ts';
import { idOf, movedOn, sectionRoutes } from './section.ts';
import { unlessOverlapping } from './unless-refused.ts';

const writes = { permission: 'child.edit', recordClass: 'RC1' } as const;
const lists = async (tx: Tx) => {
  const codes = await codeLists(tx, ['accommodation_type', 'information_source']);
  return { accommodation: codes.accommodation_type, sources: codes.information_source };
};

export const addressRoutes: readonly Route[] = [
  ...sectionRoutes({
    path: urls.child.addresses,
    writes,
    schema: addressForm,
    draw: async ({ shell, child, today, tx }, drawn) =>
      AddressesPage({
        shell,
        child,
        today,
        drawn,
        ...(await lists(tx)),
        addresses: await addresses(tx, child.id),
      }),
    save: ({ tx, actor, child, today }, input) => addAddress(tx, actor, child.id, input, today),
    done: { to: urls.child.addresses, message: 'Saved: the address' },
  }),
  ...sectionRoutes({
    path: (childId) => urls.child.endAddress(childId, ':addressId'),
    writes,
    schema: addressChangeForm,
    draw: async ({ shell, child, today, tx, param }, drawn) => {
      const row = await address(tx, child.id, idOf(param('addressId')));
      if (!row) return null;
      return AddressPage({ shell, child, today, drawn, row, ...(await lists(tx)) });
    },
    save: async ({ tx, actor, child, today, param }, input) => {
      const row = await address(tx, child.id, idOf(param('addressId')));
      if (!row) return movedOn;
      if (input.until && input.until < row.valid_from)
        return [
          { field: 'until-day', message: 'The day the child left must be after they moved in' },
        ];
      let saved = false;
      const fits = await unlessOverlapping(tx, async () => {
        saved = (await changeAddress(tx, actor, row.id, input, today)).kind === 'saved';
      });
      if (!fits)
        return [
          {
            field: 'until-day',
            message: 'Another address is recorded for those days: end that one first',
          },
        ];
      return saved ? null : movedOn;
    },
    done: { to: urls.child.addresses, message: 'Saved: the address' },
  }),
];
