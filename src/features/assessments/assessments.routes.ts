import type { Route } from '../../platform/http/route.ts';
import { abandonRoutes } from './abandon.routes.tsx';
import { assessmentRoutes } from './assessment.routes.ts';
import { nationalToolRoutes } from './national-tool.routes.tsx';
import { countersignRoutes } from './signing/countersign.routes.tsx';
import { signRoutes } from './signing/sign.routes.ts';
import { startRoutes } from './start.routes.tsx';
import { toolsRoutes } from './tools/tools.routes.tsx';
import { mergeRoutes } from './versions/merge.routes.ts';
import { versionRoutes } from './versions/version.routes.ts';
import { judgementRoutes } from './writing/judgement.routes.ts';
import { safetyRoutes } from './writing/safety.routes.ts';
import { sectionRoutes } from './writing/section.routes.ts';

/** Every page of a child's assessments. */
export const assessmentsRoutes: readonly Route[] = [
  // Before the address of one assessment, which would take “start” for its id.
  ...toolsRoutes,
  ...startRoutes,
  ...nationalToolRoutes,
  ...assessmentRoutes,
  ...abandonRoutes,
  ...sectionRoutes,
  ...judgementRoutes,
  ...safetyRoutes,
  ...signRoutes,
  ...countersignRoutes,
  ...versionRoutes,
  ...mergeRoutes,
];
