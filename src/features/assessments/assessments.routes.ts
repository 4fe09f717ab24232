import type { Route } from '../../platform/http/route.ts';
import { abandonRoutes } from './abandon.routes.tsx';
import { assessmentRoutes } from './assessment.routes.ts';
import { countersignRoutes } from './countersign.routes.tsx';
import { judgementRoutes } from './judgement.routes.ts';
import { mergeRoutes } from './merge.routes.ts';
import { safetyRoutes } from './safety.routes.ts';
import { sectionRoutes } from './section.routes.ts';
import { signRoutes } from './sign.routes.ts';
import { startRoutes } from './start.routes.tsx';
import { versionRoutes } from './version.routes.ts';

/** Every page of a child's assessments. */
export const assessmentsRoutes: readonly Route[] = [
  ...assessmentRoutes,
  ...startRoutes,
  ...abandonRoutes,
  ...sectionRoutes,
  ...judgementRoutes,
  ...safetyRoutes,
  ...signRoutes,
  ...countersignRoutes,
  ...versionRoutes,
  ...mergeRoutes,
];
