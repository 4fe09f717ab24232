import { missingForSignature, risksOf } from '../../../domain/assessments/completeness.ts';
import { type Content, draftOf } from '../../../domain/assessments/content.ts';
import { childRoute, type Route } from '../../../platform/http/route.ts';
import { readKeptSafe } from '../../../record/kept-safe.tsx';
import { urls } from '../../../urls.ts';
import { SafetyPage } from './safety.view.tsx';
import { safetyRowRoutes } from './safety-row.routes.tsx';
import { writing } from './writing.ts';

const folded = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');
const isCovered = (content: Content, risk: string) =>
  content.safetyRows.some((row) => folded(row.risk) === folded(risk));

/** What keeps people safe and what is done if things change: all rows on a page, and each on its own. */
export const safetyRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.assessments.safety(':childId', ':assessmentId'),
    permission: 'assessment.write',
    audit: 'view',
    handle: (context) =>
      writing(context, async (open) => {
        const faults = missingForSignature(draftOf(open.template, open.content));
        const absent = (['safety', 'harm', 'exploitation'] as const).filter((about) =>
          faults.some(({ field }) => field === `contingency-${about}`),
        );
        const bare = risksOf(open.template, open.content.answers).flatMap((risk, index) =>
          isCovered(open.content, risk) ? [] : [{ risk, index }],
        );
        const keptSafe = await readKeptSafe(context.tx, context.child.id);
        return context.page(SafetyPage({ context, open, bare, absent, keptSafe }));
      }),
  }),
  ...safetyRowRoutes,
];
