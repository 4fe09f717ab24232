import type { Route } from '../../platform/http/route.ts';
import { assessmentRoutes } from './assessment.routes.ts';
import { judgementRoutes } from './judgement.routes.ts';
import { mergeRoutes } from './merge.routes.ts';
import { safetyRoutes } from './safety.routes.ts';
import { sectionRoutes } from './section.routes.ts';
import { signRoutes } from './sign.routes.ts';
import { versionRoutes } from './version.routes.ts';

/** Every page of a child's assessments. */
export const assessmentsRoutes: readonly Route[] = [
  ...assessmentRoutes,
  ...sectionRoutes,
  ...judgementRoutes,
  ...safetyRoutes,
  ...signRoutes,
  ...versionRoutes,
  ...mergeRoutes,
];
