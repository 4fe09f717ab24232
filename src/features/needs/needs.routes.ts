import type { Route } from '../../platform/http/route.ts';
import { boardSeatRoutes } from './ladder/board-seat.routes.tsx';
import { ladderRoutes } from './ladder/ladder.routes.tsx';
import { listRoutes } from './list.routes.tsx';
import { roundRoutes } from './round/round.routes.tsx';
import { weekRoutes } from './weeks.routes.tsx';

/** What children need and are given. */
export const needsRoutes: readonly Route[] = [
  ...roundRoutes,
  ...listRoutes,
  ...boardSeatRoutes,
  ...weekRoutes,
  ...ladderRoutes,
];
