import type { Route } from '../../platform/http/route.ts';
import { actionsRoutes } from './actions.routes.tsx';
import { casesRoutes } from './cases.routes.ts';
import { editRoutes } from './edit.routes.tsx';
import { evidenceRoutes } from './evidence.routes.tsx';
import { exampleRoutes } from './example.routes.ts';
import { listRoutes } from './list.routes.tsx';
import { overviewRoutes } from './overview.routes.ts';
import { panelRoutes } from './panel.routes.ts';
import { pointsRoutes } from './points.routes.tsx';
import { recommendationEditRoutes } from './recommendation-edit.routes.tsx';
import { recommendationsRoutes } from './recommendations.routes.ts';
import { reportRoutes } from './report.routes.ts';
import { resultsRoutes } from './results.routes.tsx';
import { standardRoutes } from './standard.routes.ts';
import { textsRoutes } from './texts.routes.ts';

/** The inspection workspace. Fixed addresses stand before those that hold an id. */
export const inspectionRoutes: readonly Route[] = [
  ...listRoutes,
  ...editRoutes,
  ...recommendationEditRoutes,
  ...recommendationsRoutes,
  ...actionsRoutes,
  ...casesRoutes,
  ...evidenceRoutes,
  ...standardRoutes,
  ...panelRoutes,
  ...pointsRoutes,
  ...textsRoutes,
  ...reportRoutes,
  ...resultsRoutes,
  ...exampleRoutes,
  ...overviewRoutes,
];
