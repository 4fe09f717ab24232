import { can } from '../../../domain/access/can.ts';
import { canWriteFor } from '../../../domain/access/can-write-for.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import { isRung, nextRung, type Rung, rungs } from '../../../domain/needs/ladder.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { childRoute, type Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { backTo } from '../../../record/rows-page.tsx';
import { longText, text } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import { seatWords } from './board-seat.routes.tsx';
import { LadderPage } from './ladder.view.tsx';
import { boardSeat, type Step, shortfallsOf, stepsOf } from './shortfall.queries.ts';

const title = 'Education below what is expected';

/** Whether this person asks a rung, or writes down its answer: the head of service does what is put to them and to the board. */
function mayStep({ actor, child }: ChildContext, rung: Rung, step: Step | undefined): boolean {
  if ((rung === 'head' && step) || rungs[rung].head) return can(actor, 'education.head');
  return can(actor, 'education.write') && canWriteFor(actor, 'RC9', child);
}

const mayAgree = ({ actor, child }: ChildContext) =>
  can(actor, 'education.head') ||
  (can(actor, 'education.write') && canWriteFor(actor, 'RC9', child));

const ladderPage = childRoute({
  method: 'get',
  path: urls.needs.ladder(':childId'),
  tab: { under: urls.child.education(':childId') },
  permission: 'child.view',
  audit: 'view',
  handle: async (context) => {
    const { tx, child } = context;
    const shortfalls = await shortfallsOf(tx, child.id);
    const steps = await stepsOf(tx, child.id);
    const [open] = shortfalls.filter(({ ended_on }) => ended_on === null);
    const next = open && nextRung(steps.filter(({ shortfall_id }) => shortfall_id === open.id));
    return context.page(
      LadderPage({
        context,
        shortfalls,
        steps,
        next: next && mayStep(context, next, undefined) ? next : undefined,
        mayAnswer: (step) => isRung(step.rung) && mayStep(context, step.rung, step),
        mayAgree: mayAgree(context),
      }),
    );
  },
});

/** The open shortfall of a child with a rung of it; undefined when none is open, or the rung's turn has not come. */
async function rungAsked({ tx, child, param }: ChildContext) {
  const rung = param('rung');
  const open = (await shortfallsOf(tx, child.id)).find(({ ended_on }) => ended_on === null);
  if (!open || !isRung(rung)) return undefined;
  const steps = (await stepsOf(tx, child.id)).filter(
    ({ shortfall_id }) => shortfall_id === open.id,
  );
  const step = steps.find((each) => each.rung === rung);
  if (!step && nextRung(steps) !== rung) return undefined;
  const seat = rung === 'board' ? await boardSeat(tx) : undefined;
  return { open, rung, step, seat };
}
type Asked = NonNullable<Awaited<ReturnType<typeof rungAsked>>>;

const fields = {
  asked_on: day({ label: 'When?', says: 'The day', required: 'Enter the day', within: 'past' }),
  asked_who: text({ label: 'Who was asked?', required: 'Enter who was asked', max: 200 }),
  asked_what: longText({
    label: 'What did you ask of them?',
    required: 'Write what you asked',
    max: 4000,
  }),
  answered_on: day({
    label: 'When?',
    says: 'The day of the answer',
    required: 'Enter the day of the answer',
    within: 'past',
  }),
  answer: longText({ label: 'What did they answer?', required: 'Write the answer', max: 4000 }),
};
const asks = ['asked_on', 'asked_who', 'asked_what'] as const;
const answers = ['answered_on', 'answer'] as const;

const rungPages = childForm({
  path: urls.needs.rung(':childId', ':rung'),
  tab: { under: urls.child.education(':childId') },
  reads: 'child.view',
  fields,
  asks: ({ step }: Asked) => (step ? answers : asks),
  subject: rungAsked,
  mayWrite: (context, { rung, step }) => mayStep(context, rung, step),
  stored: ({ step }) => step ?? null,
  begins: ({ seat }) => ({ asked_who: seat?.holder ?? null }),
  refuses: ({ rung, step, seat }) =>
    rung === 'board' && !step && !seat?.holder
      ? [
          {
            field: 'asked_who',
            message: `${seatWords(seat)} Say who holds it before a child’s education is put to it`,
          },
        ]
      : [],
  rules: ({ answered_on }, { step }) =>
    step && answered_on && answered_on < step.asked_on
      ? [
          {
            field: 'answered_on-day',
            message: `They were asked on ${formatDay(step.asked_on)}: the answer came then or later`,
          },
        ]
      : [],
  save: async ({ tx, actor, child }, { open, rung, step }, said) => {
    if (step)
      return changeRow(tx, 'education_step', step, {
        answered_on: said.answered_on,
        answer: said.answer,
      });
    const { asked_on, asked_who, asked_what } = said;
    const id = await addRow(tx, actor, 'education_step', {
      ...{ child_id: child.id, shortfall_id: open.id, rung },
      ...{ asked_on, asked_who, asked_what },
    });
    return { kind: 'saved', id };
  },
  view: ({ context, subject: { rung, step, seat }, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title={step ? `${rungs[rung].asked}: the answer` : rungs[rung].asks}
      faults={form.faults}
      back={backTo(title, urls.needs.ladder(context.child.id))}
    >
      {rung === 'board' ? (
        <p class={seat?.holder ? 'govuk-body' : 'govuk-inset-text'}>
          {seatWords(seat)}{' '}
          {can(context.actor, 'board.seat') ? (
            <a class="govuk-link" href={urls.needs.boardSeat}>
              Say who holds it
            </a>
          ) : null}
        </p>
      ) : null}
      {step ? (
        <p class="govuk-body">
          {step.asked_who}, asked on {formatDay(step.asked_on)}:{' '}
          <span class="fh-written">{step.asked_what}</span>
        </p>
      ) : null}
      {form.mayWrite ? null : (
        <p class="govuk-body">
          Only whoever it was put to, or who works with the child, writes here.
        </p>
      )}
      <FormBox form={form}>
        {step ? (
          <>
            <F.answered_on />
            <F.answer />
          </>
        ) : (
          <>
            <F.asked_on />
            <F.asked_who />
            <F.asked_what />
          </>
        )}
      </FormBox>
    </ChildFrame>
  ),
  done: ({ rung, step }, _said, { child }) => ({
    to: urls.needs.ladder(child.id),
    message: step ? 'Saved: the answer' : `Saved: ${rungs[rung].asked.toLowerCase()} was asked`,
  }),
});

const agreedPages = childForm({
  path: urls.needs.agreed(':childId'),
  tab: { under: urls.child.education(':childId') },
  reads: 'child.view',
  fields: {
    end_note: longText({
      label: 'Why are fewer hours right for this child, and who agreed?',
      required: 'Write why, and who agreed',
      max: 4000,
    }),
    agreed_until: day({
      label: 'Until which day?',
      says: 'The day',
      required: 'Enter the day until which it is agreed',
      within: 'future',
    }),
  },
  subject: async ({ tx, child }: ChildContext) =>
    (await shortfallsOf(tx, child.id)).find(({ ended_on }) => ended_on === null),
  mayWrite: mayAgree,
  stored: (open) => open,
  save: ({ tx, today }, open, said) =>
    changeRow(tx, 'education_shortfall', open, {
      ...{ ...said, end_reason: 'agreed' },
      ended_on: today > open.opened_on ? today : open.opened_on,
    }),
  view: ({ context, form: { F, ...form } }) => (
    <ChildFrame
      context={context}
      title="Fewer hours are agreed"
      faults={form.faults}
      back={backTo(title, urls.needs.ladder(context.child.id))}
    >
      <p class="govuk-body">
        A part-time timetable or a plan for special needs may say fewer hours, for a time and in the
        child’s own interest. Until the day that you enter, nobody is asked any more; a week below
        what is expected after it begins anew.
      </p>
      <FormBox form={form}>
        <F.end_note />
        <F.agreed_until />
      </FormBox>
    </ChildFrame>
  ),
  done: (_open, _said, { child }) => ({
    to: urls.needs.ladder(child.id),
    message: 'Saved: fewer hours are agreed for a time',
  }),
});

/** What is done while a child's weeks fall short: who is asked, rung by rung, and what they answered. */
export const ladderRoutes: readonly Route[] = [ladderPage, ...rungPages, ...agreedPages];
