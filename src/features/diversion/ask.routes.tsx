import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { agencyQuestions, questionFor } from '../../domain/information/agencies.data.ts';
import { notYetAsked } from '../../domain/information/requests.ts';
import type { Code } from '../../domain/reference/codes.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { day } from '../../record/day-field.tsx';
import type { Field } from '../../record/field.ts';
import { readFields, shownOf, tagsOf } from '../../record/fields.ts';
import { addRow } from '../../record/rows.ts';
import { longText } from '../../record/text-fields.tsx';
import { urls } from '../../urls.ts';
import { ChooseAgenciesPage, QuestionsPage } from './ask.view.tsx';
import { answerDue, requestsOf } from './information.queries.ts';
import { answeringStaff, openRequestAccess } from './request-access.ts';
import { stateOf } from './request-words.ts';

/** The agencies that are asked about every child. */
export const alwaysAsked = Object.entries(agencyQuestions)
  .filter(([, row]) => row.always)
  .map(([agency]) => agency);

/** The agencies of the list that answer questions. */
async function answeringAgencies(tx: Tx): Promise<readonly Code[]> {
  const { agency } = await codeLists(tx, ['agency']);
  return agency.filter(({ attributes }) => attributes.answers_information_requests === 'true');
}

export const askRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.information.ask(':childId'),
    permission: 'information.ask',
    audit: 'view',
    handle: async (context) => {
      const known = await answeringAgencies(context.tx);
      const asked = context.c.req.queries('agency') ?? [];
      const chosen = known.filter(({ code }) => asked.includes(code));
      return chosen.length > 0
        ? questionsPage(context, chosen, null)
        : choosePage(context, known, context.query('step') === 'questions');
    },
  }),
  childRoute({
    method: 'post',
    path: urls.information.ask(':childId'),
    permission: 'information.ask',
    audit: 'change',
    handle: async (context) => {
      const form = await context.form();
      const known = await answeringAgencies(context.tx);
      const chosen = known.filter(({ code }) => form.all('agency').includes(code));
      return chosen.length > 0
        ? questionsPage(context, chosen, form)
        : choosePage(context, known, true);
    },
  }),
];

async function choosePage(context: ChildContext, known: readonly Code[], noneChosen: boolean) {
  const { tx, child, today, page } = context;
  const requests = await requestsOf(tx, child.id);
  const agencies = known.map(({ code, label }) => {
    const latest = requests.find((request) => request.agency === code);
    return { value: code, text: label, hint: latest ? stateOf(latest, today) : undefined };
  });
  // The usual five come first; the rest keep the list's own order.
  agencies.sort((a, b) => rank(a.value) - rank(b.value));
  const suggested = noneChosen ? [] : notYetAsked(alwaysAsked, requests);
  return page(
    ChooseAgenciesPage({ context, agencies, suggested, noneChosen }),
    noneChosen ? 422 : 200,
  );
}

const rank = (agency: string) => {
  const at = alwaysAsked.indexOf(agency);
  return at < 0 ? alwaysAsked.length : at;
};

type Questions = { readonly needed: Field<Day | null> } & {
  readonly [question: `question-${string}`]: Field<string>;
};
const questionOf = (agency: string) => `question-${agency}` as const;

/** A question for each agency that was chosen, and the day by which the answers are needed. */
const fieldsFor = (chosen: readonly Code[]): Questions => ({
  needed: day({
    label: 'Do you need the answers sooner? (optional)',
    says: 'The day you need the answers',
    within: 'future',
  }),
  ...Object.fromEntries(
    chosen.map(({ code, label }) => [
      questionOf(code),
      longText({ label, required: `Enter your question to ${label}` }),
    ]),
  ),
});

/** The second page: drawn from the words we start from, or sent, or drawn again with what was typed. */
async function questionsPage(context: ChildContext, chosen: readonly Code[], form: Form | null) {
  const { tx, actor, child, today, page, redirect } = context;
  const fields = fieldsFor(chosen);
  const due = await answerDue(tx, actor.serviceId, today);
  const read = form && readFields(fields, form, { today, options: {} });
  if (read?.ok) {
    const asked = read.value;
    await askAgencies(tx, actor, {
      childId: child.id,
      questions: chosen.map(({ code }) => [code, asked[questionOf(code)] ?? '']),
      dueOn: asked.needed ?? due.due,
      today,
    });
    const names = chosen.map(({ label }) => label).join(', ');
    return redirect(urls.information.list(child.id), `Asked: ${names}`);
  }
  const codes = chosen.map(({ code }) => code);
  const people = await answeringStaff(tx, codes, today).execute();
  const starters = codes.map((code) => [questionOf(code), questionFor(code).starter]);
  const faults = read?.faults ?? [];
  const shown = form?.values ?? shownOf(fields, Object.fromEntries(starters));
  const F = tagsOf(fields, { faults, shown, options: {} });
  return page(
    QuestionsPage({
      context,
      faults,
      Needed: F.needed,
      due,
      agencies: codes.map((code) => ({
        code,
        Question: F[questionOf(code)],
        people: people.filter(({ agency }) => agency === code).length,
      })),
    }),
    form ? 422 : 200,
  );
}

type Asking = {
  readonly childId: string;
  readonly questions: readonly (readonly [agency: string, question: string])[];
  readonly dueOn: Day;
  readonly today: Day;
};

/** Asks several agencies at once, each its own question, and lets their people see the child until they answer. */
async function askAgencies(tx: Tx, actor: Actor, asking: Asking): Promise<void> {
  const { childId, questions, dueOn, today } = asking;
  const referral = await tx
    .selectFrom('referral')
    .select('id')
    .where('child_id', '=', childId)
    .where('state', 'not in', ['closed', 'signposted'])
    .orderBy('received_on', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  for (const [agency, question] of questions)
    await addRow(tx, actor, 'information_request', {
      child_id: childId,
      referral_id: referral?.id ?? null,
      agency,
      record_class: questionFor(agency).recordClass,
      question,
      asked_on: today,
      due_on: dueOn,
    });
  const agencies = questions.map(([agency]) => agency);
  await openRequestAccess(tx, actor, { childId, agencies, today });
}
