import type { Tx } from '../../platform/db/as-actor.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { careForm } from './care.form.ts';
import { askedOfCare, careEpisodes } from './care.queries.ts';
import { CarePage, EndCarePage } from './care.view.tsx';
import { endForm } from './contact-points.form.ts';
import { addCare, endCare } from './keep-care.ts';
import { idOf, movedOn, sectionRoutes } from './section.ts';

const writes = { permission: 'care.write', recordClass: 'RC10' } as const;
const done = { to: urls.child.care, message: 'Saved: the status' };
const lists = async (tx: Tx) => {
  const codes = await codeLists(tx, ['care_status', 'information_source']);
  return { statuses: codes.care_status, sources: codes.information_source };
};

export const careRoutes: readonly Route[] = [
  ...sectionRoutes({
    path: urls.child.care,
    writes,
    schema: careForm,
    draw: async ({ shell, child, today, tx }, drawn) =>
      CarePage({
        shell,
        child,
        today,
        drawn,
        ...(await lists(tx)),
        episodes: await careEpisodes(tx, child.id),
        asked: await askedOfCare(tx, child.id),
      }),
    save: ({ tx, actor, child, today }, input) => addCare(tx, actor, child.id, input, today),
    done,
  }),
  ...sectionRoutes({
    path: (childId) => urls.child.endCare(childId, ':episodeId'),
    writes,
    schema: endForm,
    draw: async ({ shell, child, today, tx, param }, drawn) => {
      const rows = await careEpisodes(tx, child.id);
      const row = rows.find(({ id }) => id === param('episodeId'));
      return row ? EndCarePage({ shell, child, today, drawn, row, ...(await lists(tx)) }) : null;
    },
    save: async ({ tx, child, param }, input) => {
      const rows = await careEpisodes(tx, child.id);
      const row = rows.find(({ id }) => id === param('episodeId'));
      if (row && input.until < row.valid_from)
        return [{ field: 'until-day', message: 'The last day must be the first day or later' }];
      const saved = await endCare(tx, idOf(param('episodeId')), input);
      return saved.kind === 'saved' ? null : movedOn;
    },
    done,
  }),
];
