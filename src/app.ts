import type { Hono } from 'hono';
import { adminRoutes } from './features/admin/admin.routes.ts';
import { assessmentsRoutes } from './features/assessments/assessments.routes.ts';
import { auditRoutes } from './features/audits/audits.routes.ts';
import { childrenRoutes } from './features/children/children.routes.ts';
import { closureRoutes } from './features/closure/closure.routes.ts';
import { contactRoutes } from './features/contacts/contacts.routes.tsx';
import { courtRoutes } from './features/court/court.routes.ts';
import { diaryRoutes } from './features/diary/diary.routes.ts';
import { informationRoutes } from './features/diversion/information.routes.tsx';
import { documentsRoutes } from './features/documents/files.routes.tsx';
import { draftRoutes } from './features/drafts/drafts.routes.ts';
import { boardRoutes } from './features/figures/board/board.routes.tsx';
import { figureRoutes } from './features/figures/figure.routes.tsx';
import { ownFiguresRoutes } from './features/figures/figures.routes.tsx';
import { freezeRoutes } from './features/figures/frozen/freeze.routes.tsx';
import { frozenRoutes } from './features/figures/frozen/frozen.routes.tsx';
import { snapshotRoutes } from './features/figures/frozen/snapshot.routes.tsx';
import { snapshotsRoutes } from './features/figures/frozen/snapshots.routes.tsx';
import { addNationalRoutes } from './features/figures/national/add.routes.tsx';
import { nationalCauseRoutes } from './features/figures/national/causes.routes.tsx';
import { explainRoutes } from './features/figures/national/explain.routes.tsx';
import { nationalsRoutes } from './features/figures/national/nationals.routes.tsx';
import { signDifferenceRoutes } from './features/figures/national/sign.routes.tsx';
import { inspectionRoutes } from './features/inspections/inspections.routes.ts';
import { lettersRoutes } from './features/letters/letters.routes.tsx';
import { needsRoutes } from './features/needs/needs.routes.ts';
import { oversightRoutes } from './features/oversight/oversight.routes.ts';
import { decisionRoutes } from './features/panels/decision/decision.routes.tsx';
import { itemRoutes } from './features/panels/item/item.routes.tsx';
import { orderItemRoutes } from './features/panels/order/order-item.routes.tsx';
import { outcomeRoutes } from './features/panels/outcome/outcome.routes.tsx';
import { panelsRoutes } from './features/panels/panel/panel.routes.tsx';
import { paperRoutes } from './features/panels/paper/paper.routes.tsx';
import { plansRoutes } from './features/plans/plans.routes.ts';
import { referralsRoutes } from './features/referrals/referrals.routes.ts';
import { reviewsRoutes } from './features/reviews/reviews.routes.ts';
import { holdForm } from './features/sign-in/hold-form.ts';
import { signInRoutes } from './features/sign-in/sign-in.routes.ts';
import { staticRoutes } from './features/static/static.routes.ts';
import { statisticsRoutes } from './features/statistics/statistics.routes.ts';
import { victimRoutes } from './features/victims/victims.routes.tsx';
import type { Server } from './platform/http/context.ts';
import { type Route, standingsOf } from './platform/http/route.ts';
import { serveRoutes } from './platform/http/serve-routes.ts';
import { logFailure } from './platform/log.ts';
import { DraftNotice } from './ui/layout/draft-notice.tsx';
import { FailedPage, ForbiddenPage, NotFoundPage, TooLargePage } from './ui/layout/error-pages.tsx';
import { MovedOnPage, RefusedPage, StandsAlreadyPage } from './ui/layout/sent-pages.tsx';
import { urls } from './urls.ts';

/** Every page of Foothold. The permission matrix is printed and tested from this list. */
export const routes: readonly Route[] = [
  ...staticRoutes,
  ...signInRoutes,
  ...draftRoutes,
  ...oversightRoutes,
  ...adminRoutes,
  ...needsRoutes,
  ...childrenRoutes,
  ...documentsRoutes,
  ...lettersRoutes,
  ...assessmentsRoutes,
  ...auditRoutes,
  ...contactRoutes,
  ...diaryRoutes,
  ...plansRoutes,
  ...referralsRoutes,
  ...reviewsRoutes,
  ...closureRoutes,
  ...courtRoutes,
  ...informationRoutes,
  ...victimRoutes,
  ...decisionRoutes,
  ...itemRoutes,
  ...orderItemRoutes,
  ...outcomeRoutes,
  ...panelsRoutes,
  ...paperRoutes,
  ...ownFiguresRoutes,
  ...figureRoutes,
  ...boardRoutes,
  ...snapshotsRoutes,
  ...freezeRoutes,
  ...snapshotRoutes,
  ...frozenRoutes,
  ...nationalsRoutes,
  ...addNationalRoutes,
  ...nationalCauseRoutes,
  ...explainRoutes,
  ...signDifferenceRoutes,
  ...statisticsRoutes,
  ...inspectionRoutes,
];

/** Builds the server's request handler, for all pages or for some. */
export function buildApp(server: Server, served: readonly Route[] = routes): Hono {
  return serveRoutes(server, served, {
    pages: {
      notFound: (shell) => NotFoundPage({ shell }),
      forbidden: (shell) => ForbiddenPage({ shell }),
      failed: (id) => FailedPage({ id }),
      tooLarge: () => TooLargePage(),
      refused: (shell, { why }, back) => RefusedPage({ shell, why, back }),
      standsAlready: (shell, twice) => StandsAlreadyPage({ shell, twice }),
      movedOn: (shell, gone) => MovedOnPage({ shell, ...gone }),
      draftNotice: DraftNotice,
    },
    standings: standingsOf(served),
    asking: urls.asking,
    signInPath: urls.signIn.pageThen,
    lockedPath: urls.signIn.locked,
    secondFactorPath: urls.account.secondFactor,
    accountPaths: [
      urls.signIn.locked(),
      urls.signIn.out,
      urls.account.secondFactor,
      urls.signIn.lock,
      urls.drafts.keep,
    ],
    draftPath: urls.drafts.keep,
    purposePath: urls.child.purpose,
    childPath: urls.child.overview,
    holdForm,
    reportFailure: logFailure,
  });
}
