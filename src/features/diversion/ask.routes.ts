import { z } from 'zod';
import type { Day } from '../../domain/calendar/day.ts';
import { agencyQuestions, questionFor } from '../../domain/information/agencies.data.ts';
import { notYetAsked } from '../../domain/information/requests.ts';
import type { Code } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import {
  type FormError,
  optionalDay,
  parseForm,
  severalOf,
} from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { ChooseAgenciesPage, QuestionsPage } from './ask.view.tsx';
import { askAgencies } from './ask-agencies.ts';
import { answerDue, requestsOf } from './information.queries.ts';
import { answeringStaff } from './request-access.ts';
import { stateOf } from './state-of.ts';

/** The agencies that are asked about every child. */
export const alwaysAsked = Object.entries(agencyQuestions)
  .filter(([, row]) => row.always)
  .map(([agency]) => agency);

/** The agencies of the list that answer questions. */
const answeringAgencies = (codes: readonly Code[]) =>
  codes.filter(
    ({ attributes }) =>
      (attributes as { answers_information_requests?: string } | null)
        ?.answers_information_requests === 'true',
  );

export const askRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.information.ask(':childId'),
    permission: 'information.ask',
    audit: 'view',
    handle: async (context) => {
      const { agency } = await codeLists(context.tx, ['agency']);
      const known = answeringAgencies(agency);
      const asked = context.c.req.queries('agency') ?? [];
      const chosen = known.filter(({ code }) => asked.includes(code));
      if (chosen.length > 0) return questionsPage(context, chosen, { errors: [], typed: {} });
      return choosePage(context, known, context.query('step') === 'questions');
    },
  }),
  childRoute({
    method: 'post',
    path: urls.information.ask(':childId'),
    permission: 'information.ask',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, form, redirect } = context;
      const fields = await form();
      const { agency } = await codeLists(tx, ['agency']);
      const parsed = parseForm(askForm(today), fields);
      const asked = fields.all('agency');
      const chosen = answeringAgencies(agency).filter(({ code }) => asked.includes(code));
      if (chosen.length === 0) return choosePage(context, answeringAgencies(agency), true);
      const errors = [...(parsed.ok ? [] : parsed.errors), ...emptyQuestions(chosen, fields)];
      if (!parsed.ok || errors.length > 0)
        return questionsPage(context, chosen, { errors, typed: fields.values }, 422);
      const due = await answerDue(tx, actor.serviceId, today);
      await askAgencies(tx, actor, {
        childId: child.id,
        questions: chosen.map(({ code }) => ({
          agency: code,
          question: fields.text(`question-${code}`),
        })),
        dueOn: parsed.value.needed ?? due.due,
        today,
      });
      return redirect(
        urls.information.list(child.id),
        `Asked: ${chosen.map(({ label }) => label).join(', ')}`,
      );
    },
  }),
];

const askForm = (today: Day) =>
  z.object({
    agency: severalOf(),
    needed: optionalDay({ label: 'The day you need the answers', notBefore: today }),
  });

const emptyQuestions = (chosen: readonly Code[], fields: Form): FormError[] =>
  chosen
    .filter(({ code }) => fields.text(`question-${code}`) === '')
    .map(({ code, label }) => ({
      field: `question-${code}`,
      message: `Enter your question to ${label}`,
    }));

async function choosePage(context: ChildContext, known: readonly Code[], noneChosen: boolean) {
  const { tx, child, shell, today, page } = context;
  const requests = await requestsOf(tx, child.id);
  const agencies = known.map(({ code, label }) => {
    const latest = requests.find((request) => request.agency === code);
    return { value: code, text: label, hint: latest ? stateOf(latest, today) : undefined };
  });
  // The usual five come first; the rest keep the list's own order.
  agencies.sort((a, b) => rank(a.value) - rank(b.value));
  return page(
    ChooseAgenciesPage({
      shell,
      child,
      today,
      agencies,
      suggested: noneChosen ? [] : notYetAsked(alwaysAsked, requests),
      errors: noneChosen ? [{ field: 'agency', message: 'Choose at least one agency to ask' }] : [],
    }),
    noneChosen ? 422 : 200,
  );
}

const rank = (agency: string) => {
  const at = alwaysAsked.indexOf(agency);
  return at < 0 ? alwaysAsked.length : at;
};

async function questionsPage(
  context: ChildContext,
  chosen: readonly Code[],
  filled: {
    readonly errors: readonly FormError[];
    readonly typed: Readonly<Record<string, string | string[]>>;
  },
  status: 200 | 422 = 200,
) {
  const { tx, actor, child, shell, today, page } = context;
  const due = await answerDue(tx, actor.serviceId, today);
  const people = await answeringStaff(
    tx,
    chosen.map(({ code }) => code),
    today,
  ).execute();
  const check = due.confidence === 'confirmed' ? '' : ' (check locally)';
  return page(
    QuestionsPage({
      shell,
      child,
      today,
      ...filled,
      agencies: chosen.map(({ code, label }) => ({
        code,
        label,
        starter: questionFor(code).starter,
        people: people.filter(({ agency }) => agency === code).length,
      })),
      due: { day: due.due, rule: `${due.number} ${due.unit}${check}` },
    }),
    status,
  );
}
