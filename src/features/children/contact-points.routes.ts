import type { Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { contactPointForm, endForm } from './contact-points.form.ts';
import { contactPoints } from './contact-points.queries.ts';
import { ContactPointsPage, EndContactPointPage } from './contact-points.view.tsx';
import { addContactPoint, endContactPoint } from './keep-contact-point.ts';
import { idOf, movedOn, sectionRoutes } from './section.ts';

const writes = { permission: 'child.edit', recordClass: 'RC1' } as const;
const done = { to: urls.child.contactPoints, message: 'Saved: telephone and e-mail' };

export const contactPointRoutes: readonly Route[] = [
  ...sectionRoutes({
    path: urls.child.contactPoints,
    writes,
    schema: contactPointForm,
    draw: async ({ shell, child, today, tx }, drawn) =>
      ContactPointsPage({ shell, child, today, drawn, points: await contactPoints(tx, child.id) }),
    save: async ({ tx, actor, child, today }, input) => {
      await addContactPoint(tx, actor, child.id, input, today);
      return null;
    },
    done,
  }),
  ...sectionRoutes({
    path: (childId) => urls.child.endContactPoint(childId, ':pointId'),
    writes,
    schema: endForm,
    draw: async ({ shell, child, today, tx, param }, drawn) => {
      const point = (await contactPoints(tx, child.id)).find(({ id }) => id === param('pointId'));
      return point ? EndContactPointPage({ shell, child, today, drawn, point }) : null;
    },
    save: async ({ tx, param }, input) =>
      (await endContactPoint(tx, idOf(param('pointId')), input)).kind === 'saved' ? null : movedOn,
    done,
  }),
];
