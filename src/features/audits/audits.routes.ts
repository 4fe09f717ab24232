import type { Route } from '../../platform/http/route.ts';
import { auditPageRoutes } from './cases/audit.routes.ts';
import { caseRoutes } from './cases/case.routes.ts';
import { feedbackRoutes } from './feedback/feedback.routes.ts';
import { listRoutes } from './programme/list.routes.ts';
import { planRoutes } from './programme/plan.routes.tsx';
import { programmeRoutes } from './programme/programme.routes.ts';
import { finishReadingRoutes } from './reading/finish-reading.routes.tsx';
import { moderateRoutes } from './reading/moderate.routes.tsx';
import { questionRoutes } from './reading/question.routes.tsx';
import { readingRoutes } from './reading/reading.routes.ts';
import { foundRoutes } from './results/found.routes.tsx';
import { resultsRoutes } from './results/results.routes.ts';
import { trendsRoutes } from './results/trends.routes.ts';
import { sampleRoutes } from './sample/sample.routes.tsx';

/** Reading cases for quality. Fixed addresses stand before those that hold an audit's id. */
export const auditRoutes: readonly Route[] = [
  ...listRoutes,
  ...programmeRoutes,
  ...planRoutes,
  ...foundRoutes,
  ...trendsRoutes,
  ...feedbackRoutes,
  ...sampleRoutes,
  ...resultsRoutes,
  ...caseRoutes,
  ...auditPageRoutes,
  ...readingRoutes,
  ...questionRoutes,
  ...finishReadingRoutes,
  ...moderateRoutes,
];
