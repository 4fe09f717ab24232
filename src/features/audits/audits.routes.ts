import type { Route } from '../../platform/http/route.ts';
import { auditPageRoutes } from './audit.routes.ts';
import { caseRoutes } from './case.routes.ts';
import { feedbackRoutes } from './feedback.routes.ts';
import { finishReadingRoutes } from './finish-reading.routes.tsx';
import { listRoutes } from './list.routes.ts';
import { moderateRoutes } from './moderate.routes.tsx';
import { planRoutes } from './plan.routes.tsx';
import { programmeRoutes } from './programme.routes.ts';
import { questionRoutes } from './question.routes.tsx';
import { readingRoutes } from './reading.routes.ts';
import { resultsRoutes } from './results.routes.ts';
import { sampleRoutes } from './sample.routes.tsx';
import { trendsRoutes } from './trends.routes.ts';

/** Reading cases for quality. Fixed addresses stand before those that hold an audit's id. */
export const auditRoutes: readonly Route[] = [
  ...listRoutes,
  ...programmeRoutes,
  ...planRoutes,
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
