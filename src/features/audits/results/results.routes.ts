import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { oneAudit } from '../audits.queries.ts';
import { questionsOf } from '../framework-of.ts';
import { outcomesOf, promptCounts, teamsOf, wordsOf } from './results.queries.ts';
import { ResultsPage } from './results.view.tsx';

export const resultsRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.audits.results(':auditId'),
    permission: 'audit.view',
    audit: 'view',
    handle: async ({ tx, actor, shell, param, page, notFound }) => {
      const audit = await oneAudit(tx, actor.serviceId, param('auditId'));
      if (!audit?.drawnOn) return notFound();
      const outcomes = await outcomesOf(tx, [audit.id]);
      const asked = new Set(outcomes.map(({ key_question }) => key_question));
      const teams = new Set(outcomes.map(({ team_id }) => team_id));
      return page(
        ResultsPage({
          shell,
          audit,
          questions: questionsOf(audit).filter(({ id }) => asked.has(id)),
          outcomes,
          prompts: await promptCounts(tx, audit.id),
          words: await wordsOf(tx, actor.serviceId, audit.id),
          teams: (await teamsOf(tx, actor.serviceId)).filter(({ id }) => teams.has(id)),
        }),
      );
    },
  }),
];
