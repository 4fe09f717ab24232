import { addMonths } from '../../../domain/calendar/day.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { auditLines } from '../audits.queries.ts';
import { questionsOf } from '../framework-of.ts';
import { type Asked, keyOf } from './asked.ts';
import { outcomesOf, teamsOf } from './results.queries.ts';
import { TrendsPage } from './trends.view.tsx';

/** Columns of the table: more than this and none can be read. */
const mostAudits = 8;

export const trendsRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.audits.trends(),
    permission: 'audit.view',
    audit: 'view',
    handle: async ({ tx, actor, shell, today, page, query }) => {
      const lines = await auditLines(tx, actor.serviceId, addMonths(today, -36), today);
      const audits = lines
        .filter(({ status }) => status === 'finished')
        .slice(0, mostAudits)
        .reverse();
      const teams = await teamsOf(tx, actor.serviceId);
      const team = teams.find(({ id }) => id === query('team')) ?? null;
      const all = await outcomesOf(
        tx,
        audits.map(({ id }) => id),
      );
      const worked = new Set(all.map(({ team_id }) => team_id));
      const found = new Set(all.map(({ key_question }) => key_question));
      const questions = new Map(
        audits
          .flatMap((audit) => questionsOf(audit).map((question) => ({ audit, question })))
          .filter(({ question }) => found.has(question.id))
          .map(({ audit, question }): [string, Asked] => {
            const asked = {
              frameworkId: question.cases === null ? null : audit.frameworkId,
              question,
            };
            return [keyOf(asked), asked];
          }),
      );
      const timesAsked = ({ question }: Asked) =>
        new Set(
          all.filter((each) => each.key_question === question.id).map((each) => each.audit_id),
        ).size;
      const [most = null] = [...questions.values()].sort((a, b) => timesAsked(b) - timesAsked(a));
      return page(
        TrendsPage({
          shell,
          audits,
          outcomes: all,
          questions: [...questions.values()],
          teams: teams.filter(({ id }) => worked.has(id)),
          team,
          drawn: questions.get(query('question')) ?? most,
        }),
      );
    },
  }),
];
