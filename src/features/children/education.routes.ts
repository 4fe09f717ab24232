import type { Tx } from '../../platform/db/as-actor.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { endForm } from './contact-points.form.ts';
import { educationForm } from './education.form.ts';
import { educationEpisodes } from './education.queries.ts';
import { EducationPage, EndEducationPage } from './education.view.tsx';
import { addEducation, endEducation } from './keep-education.ts';
import { idOf, movedOn, sectionRoutes } from './section.ts';

const writes = { permission: 'education.write', recordClass: 'RC9' } as const;
const done = { to: urls.child.education, message: 'Saved: education, training and work' };
const lists = async (tx: Tx) => {
  const codes = await codeLists(tx, ['education_type', 'information_source']);
  return { provisions: codes.education_type, sources: codes.information_source };
};

export const educationRoutes: readonly Route[] = [
  ...sectionRoutes({
    path: urls.child.education,
    writes,
    schema: educationForm,
    draw: async ({ shell, child, today, tx }, drawn) =>
      EducationPage({
        shell,
        child,
        today,
        drawn,
        ...(await lists(tx)),
        episodes: await educationEpisodes(tx, child.id),
      }),
    save: async ({ tx, actor, child, today }, input) => {
      await addEducation(tx, actor, child.id, input, today);
      return null;
    },
    done,
  }),
  ...sectionRoutes({
    path: (childId) => urls.child.endEducation(childId, ':episodeId'),
    writes,
    schema: endForm,
    draw: async ({ shell, child, today, tx, param }, drawn) => {
      const rows = await educationEpisodes(tx, child.id);
      const row = rows.find(({ id }) => id === param('episodeId'));
      return row
        ? EndEducationPage({ shell, child, today, drawn, row, ...(await lists(tx)) })
        : null;
    },
    save: async ({ tx, child, param }, input) => {
      const rows = await educationEpisodes(tx, child.id);
      const row = rows.find(({ id }) => id === param('episodeId'));
      if (row && input.until < row.valid_from)
        return [{ field: 'until-day', message: 'The last day must be the first day or later' }];
      const saved = await endEducation(tx, idOf(param('episodeId')), input);
      return saved.kind === 'saved' ? null : movedOn;
    },
    done,
  }),
];
