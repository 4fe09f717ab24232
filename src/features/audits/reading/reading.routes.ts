import { questionsFor } from '../../../domain/audits/audit-questions.ts';
import { childRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { questionsOf } from '../framework-of.ts';
import { ownReading, victimSteps } from './reading.queries.ts';
import { ReadingPage } from './reading.view.tsx';

export const readingRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.audits.reading(':childId', ':readingId'),
    tab: { under: urls.oversight.entries(':childId') },
    permission: 'audit.read',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, child, param, page, notFound } = context;
      const reading = await ownReading(tx, actor, child.id, param('readingId'));
      if (!reading) return notFound();
      return page(
        ReadingPage({
          context,
          reading,
          steps: reading.victimId ? await victimSteps(tx, reading.caseId) : [],
          questions: questionsFor(questionsOf(reading), reading.tier),
        }),
      );
    },
  }),
];
