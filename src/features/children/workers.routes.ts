import type { Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { addWorker, endWorker } from './keep-worker.ts';
import { idOf, movedOn, sectionRoutes } from './section.ts';
import { endWorkerForm, workerForm } from './workers.form.ts';
import { staffWhoMayWork, workers } from './workers.queries.ts';
import { EndWorkerPage, WorkersPage } from './workers.view.tsx';

const writes = { permission: 'child.allocate' } as const;
const done = { to: urls.child.workers, message: 'Saved: the workers' };

export const workerRoutes: readonly Route[] = [
  ...sectionRoutes({
    path: urls.child.workers,
    writes,
    schema: workerForm,
    draw: async ({ shell, child, today, tx }, drawn) => {
      const staff = drawn.mayWrite ? await staffWhoMayWork(tx, today) : [];
      return WorkersPage({
        shell,
        child,
        today,
        drawn,
        workers: await workers(tx, child.id),
        staff: staff.map(({ id, name, job_title, holds }) => ({
          value: id,
          text: `${name}, ${job_title} (${holds ?? 0})`,
        })),
      });
    },
    save: async ({ tx, actor, child, today }, input) => {
      const staff = await staffWhoMayWork(tx, today);
      if (!staff.some(({ id }) => id === input.staff))
        return [{ field: 'staff', message: 'Choose the person' }];
      return addWorker(tx, actor, child.id, input);
    },
    done,
  }),
  ...sectionRoutes({
    path: (childId) => urls.child.endWorker(childId, ':relationshipId'),
    writes,
    schema: endWorkerForm,
    draw: async ({ shell, child, today, tx, param }, drawn) => {
      const row = (await workers(tx, child.id)).find(
        ({ id, ends_at }) => id === param('relationshipId') && ends_at === null,
      );
      return row ? EndWorkerPage({ shell, child, today, drawn, row }) : null;
    },
    save: async ({ tx, param }) =>
      (await endWorker(tx, idOf(param('relationshipId')))) ? null : movedOn,
    done,
  }),
];
