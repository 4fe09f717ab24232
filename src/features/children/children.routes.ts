import type { Route } from '../../platform/http/route.ts';
import { addressRoutes } from './addresses.routes.tsx';
import { careRoutes } from './care.routes.tsx';
import { characteristicRoutes } from './characteristics.routes.tsx';
import { chronologyRoutes } from './chronology.routes.ts';
import { contactPointRoutes } from './contact-points.routes.ts';
import { createRoutes } from './create.routes.ts';
import { detailsRoutes } from './details.routes.ts';
import { educationRoutes } from './education.routes.tsx';
import { familyRoutes } from './family.routes.tsx';
import { gapRoutes } from './gaps.routes.tsx';
import { identifierRoutes } from './identifiers.routes.ts';
import { mergeRoutes } from './merge.routes.ts';
import { mergedRoutes } from './merged.routes.tsx';
import { nameRoutes } from './names.routes.ts';
import { overviewRoutes } from './overview.routes.ts';
import { searchRoutes } from './search.routes.ts';
import { unmergeRoutes } from './unmerge.routes.tsx';
import { warningRoutes } from './warnings.routes.ts';
import { workerRoutes } from './workers.routes.tsx';

/** The child's record. The pages that name no child come first, so that none is taken for a child's id. */
export const childrenRoutes: readonly Route[] = [
  ...searchRoutes,
  ...createRoutes,
  ...gapRoutes,
  ...mergedRoutes,
  ...detailsRoutes,
  ...nameRoutes,
  ...identifierRoutes,
  ...addressRoutes,
  ...contactPointRoutes,
  ...educationRoutes,
  ...careRoutes,
  ...characteristicRoutes,
  ...workerRoutes,
  ...familyRoutes,
  ...warningRoutes,
  ...chronologyRoutes,
  ...mergeRoutes,
  ...unmergeRoutes,
  ...overviewRoutes,
];
