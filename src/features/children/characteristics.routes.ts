import {
  type CharacteristicKind,
  characteristicKindNames,
  characteristicKinds,
} from '../../domain/people/characteristic-kinds.data.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { characteristicForm, settleForm } from './characteristics.form.ts';
import { characteristics } from './characteristics.queries.ts';
import { CharacteristicPage, CharacteristicsPage, SettlePage } from './characteristics.view.tsx';
import { addCharacteristic, settleCharacteristic } from './keep-characteristic.ts';
import { kindsReadBy } from './kinds-read-by.ts';
import { idOf, movedOn, sectionRoutes } from './section.ts';

const kindLists = characteristicKindNames.map((kind) => characteristicKinds[kind].list);

const listsOf = async (tx: Tx, kind: CharacteristicKind) => {
  const { list } = characteristicKinds[kind];
  const codes = await codeLists(tx, [list, 'not_known_reason', 'information_source']);
  return { codes: codes[list], reasons: codes.not_known_reason, sources: codes.information_source };
};

const kindRoutes = (kind: CharacteristicKind): readonly Route[] => {
  const { permission, recordClass, title } = characteristicKinds[kind];
  const writes = { permission, recordClass };
  const done = {
    to: (childId: string) => urls.child.characteristic(childId, kind),
    message: `Saved: ${title.toLowerCase()}`,
  };
  return [
    ...sectionRoutes({
      path: (childId) => urls.child.characteristic(childId, kind),
      writes,
      schema: characteristicForm,
      draw: async ({ shell, child, today, tx, actor }, drawn) => {
        if (!kindsReadBy(actor).includes(kind)) return null;
        const told = (await characteristics(tx, child.id)).filter((each) => each.kind === kind);
        return CharacteristicPage({
          shell,
          child,
          today,
          drawn,
          kind,
          told,
          ...(await listsOf(tx, kind)),
        });
      },
      save: async ({ tx, actor, child, today }, input) => {
        const { codes } = await listsOf(tx, kind);
        return addCharacteristic(tx, actor, child.id, kind, input, { today, codes });
      },
      done,
    }),
    ...sectionRoutes({
      path: (childId) => urls.child.settleCharacteristic(childId, kind, ':rowId'),
      writes,
      schema: settleForm,
      draw: async ({ shell, child, today, tx, param }, drawn) => {
        const told = await characteristics(tx, child.id);
        const row = told.find(({ id, kind: its }) => id === param('rowId') && its === kind);
        if (!row) return null;
        return SettlePage({ shell, child, today, drawn, kind, row, ...(await listsOf(tx, kind)) });
      },
      save: async ({ tx, actor, today, param }, input) => {
        const saved = await settleCharacteristic(tx, actor, idOf(param('rowId')), input, today);
        return saved.kind === 'saved' ? null : movedOn;
      },
      done,
    }),
  ];
};

export const characteristicRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.child.characteristics(':childId'),
    tab: { under: urls.child.details(':childId') },
    permission: 'child.view',
    audit: 'view',
    handle: async ({ shell, child, today, tx, actor, page }) => {
      const codes = await codeLists(tx, [...kindLists, 'not_known_reason', 'information_source']);
      const told = await characteristics(tx, child.id);
      const kinds = kindsReadBy(actor).map((kind) => ({
        kind,
        told: told.filter((each) => each.kind === kind),
        lists: {
          codes: codes[characteristicKinds[kind].list],
          reasons: codes.not_known_reason,
          sources: codes.information_source,
        },
      }));
      return page(CharacteristicsPage({ shell, child, today, kinds }));
    },
  }),
  ...characteristicKindNames.flatMap(kindRoutes),
];
