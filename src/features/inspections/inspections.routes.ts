import type { Route } from '../../platform/http/route.ts';
import { casesRoutes } from './cases/cases.routes.ts';
import { editRoutes } from './edit.routes.tsx';
import { listRoutes } from './list.routes.tsx';
import { overviewRoutes } from './overview.routes.ts';
import { pressRoutes } from './press/press.routes.tsx';
import { evidenceRoutes } from './ratings/evidence.routes.tsx';
import { panelRoutes } from './ratings/panel.routes.ts';
import { standardRoutes } from './ratings/standard.routes.ts';
import { actionsRoutes } from './recommendations/actions.routes.tsx';
import { recommendationEditRoutes } from './recommendations/recommendation-edit.routes.tsx';
import { recommendationsRoutes } from './recommendations/recommendations.routes.ts';
import { pointsRoutes } from './report/points.routes.tsx';
import { reportRoutes } from './report/report.routes.ts';
import { textsRoutes } from './report/texts.routes.ts';
import { exampleRoutes } from './results/example.routes.ts';
import { resultFormRoutes } from './results/result-form.routes.tsx';
import { resultsRoutes } from './results/results.routes.tsx';

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
  ...pressRoutes,
  ...resultFormRoutes,
  ...resultsRoutes,
  ...exampleRoutes,
  ...overviewRoutes,
];
