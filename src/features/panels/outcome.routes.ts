import { owesPoliceNotice } from '../../domain/panels/outcomes.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { type FormError, parseForm } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import type { Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import { endOutcome, giveOutcome, type Kept, notifyPolice } from './deliver-outcome.ts';
import { fieldErrors } from './field-errors.ts';
import { mayChange } from './may-change.ts';
import { type DisposalOne, disposalOne } from './outcome.queries.ts';
import { CompletionPage, OutcomePage, type OutcomeProps } from './outcome.view.tsx';
import { completionForm, givenForm, noticeForm } from './outcome-form.ts';
import { PoliceNoticePage } from './police-notice.view.tsx';

const disposalParam = ':disposalId';
const days = ['given-on', 'due-by', 'completed-on', 'sent-on', 'acknowledged-on'];
type View = (props: OutcomeProps) => Html;

export const outcomeRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.panels.outcome(':childId', disposalParam),
    tab: { under: urls.panels.childItems(':childId') },
    permission: 'panel.view',
    audit: 'view',
    handle: (context) => drawFound(context, OutcomePage, ''),
  }),
  childRoute({
    method: 'post',
    path: urls.panels.outcome(':childId', disposalParam),
    permission: 'outcome.deliver',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, redirect } = context;
      const disposal = await openDisposal(context);
      if (!disposal || !mayChange(actor, child, 'outcome.deliver')) return context.notFound();
      const form = await context.form();
      const parsed = parseForm(givenForm(today), form);
      if (!parsed.ok) return draw(context, OutcomePage, disposal, form.values, parsed.errors);
      const kept = await giveOutcome(tx, actor, child.id, disposal, parsed.value);
      if (kept.kind !== 'saved') return drawKept(context, OutcomePage, kept, form);
      return redirect(urls.panels.outcome(child.id, disposal.id), 'Saved: the outcome is given');
    },
  }),
  childRoute({
    method: 'get',
    path: urls.panels.completion(':childId', disposalParam),
    permission: 'outcome.deliver',
    audit: 'view',
    handle: async (context) => {
      const disposal = await openDisposal(context);
      return disposal?.given_on && mayEnd(context)
        ? drawFound(context, CompletionPage, 'completion')
        : context.notFound();
    },
  }),
  childRoute({
    method: 'post',
    path: urls.panels.completion(':childId', disposalParam),
    permission: 'outcome.deliver',
    audit: 'change',
    handle: async (context) => {
      const { tx, child, today, redirect } = context;
      const disposal = await openDisposal(context);
      if (!disposal?.given_on || !mayEnd(context)) return context.notFound();
      const form = await context.form();
      const parsed = parseForm(completionForm(today), form);
      if (!parsed.ok) return draw(context, CompletionPage, disposal, form.values, parsed.errors);
      const kept = await endOutcome(tx, disposal, parsed.value);
      if (kept.kind !== 'saved') return drawKept(context, CompletionPage, kept, form);
      return disposal.outcome.policeNoticeOfFailure
        ? redirect(
            urls.panels.policeNotice(child.id, disposal.id),
            'Saved: how it ended. Now tell police.',
          )
        : redirect(urls.panels.outcome(child.id, disposal.id), 'Saved: how it ended');
    },
  }),
  childRoute({
    method: 'get',
    path: urls.panels.policeNotice(':childId', disposalParam),
    permission: 'panel.view',
    audit: 'view',
    handle: async (context) => {
      const disposal = await openDisposal(context);
      return disposal && isToldToPolice(disposal)
        ? drawFound(context, PoliceNoticePage, 'notice')
        : context.notFound();
    },
  }),
  childRoute({
    method: 'post',
    path: urls.panels.policeNotice(':childId', disposalParam),
    permission: 'police.notify',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, redirect } = context;
      const disposal = await openDisposal(context);
      if (!disposal || !isToldToPolice(disposal) || !mayChange(actor, child, 'police.notify'))
        return context.notFound();
      const form = await context.form();
      const parsed = parseForm(noticeForm(today), form);
      if (!parsed.ok) return draw(context, PoliceNoticePage, disposal, form.values, parsed.errors);
      const kept = await notifyPolice(tx, actor, child.id, disposal, parsed.value);
      if (kept.kind !== 'saved') return drawKept(context, PoliceNoticePage, kept, form);
      return redirect(
        urls.panels.policeNotice(child.id, disposal.id),
        parsed.value['sent-on']
          ? 'Saved: the notice, with proof that it was sent'
          : 'Saved: the notice is written and still has to be sent',
      );
    },
  }),
];

/** Only outcomes that police hold open are reported to them, once they have ended. */
const isToldToPolice = ({ outcome, completion }: DisposalOne) =>
  outcome.policeNoticeOfFailure && completion !== null;

/** How it ended is recorded by those who do the work. */
const mayEnd = ({ actor, child }: ChildContext) => mayChange(actor, child, 'police.notify');

const openDisposal = ({ tx, child, param }: ChildContext) =>
  disposalOne(tx, child.id, param('disposalId'));

async function drawFound(context: ChildContext, view: View, _draftKey: string) {
  const disposal = await openDisposal(context);
  if (!disposal) return context.notFound();
  return draw(context, view, disposal, {}, []);
}

/** Draws the form again after it was refused, or as the row stands now when somebody else was quicker. */
async function drawKept(
  context: ChildContext,
  view: View,
  kept: Exclude<Kept, { kind: 'saved' }>,
  form: Form,
) {
  const disposal = await openDisposal(context);
  if (!disposal) return context.notFound();
  return kept.kind === 'moved-on'
    ? draw(context, view, disposal, form.values, [], true)
    : draw(context, view, disposal, form.values, fieldErrors(kept.problems, days));
}

function draw(
  { actor, child, shell, today, page }: ChildContext,
  view: View,
  disposal: DisposalOne,
  typed: Readonly<Record<string, string | string[]>>,
  errors: readonly FormError[],
  movedOn = false,
) {
  const { notice, completion, outcome } = disposal;
  return page(
    view({
      shell,
      child,
      today,
      disposal,
      owesNotice: owesPoliceNotice(
        outcome,
        completion,
        notice ? { sentOn: notice.sent_on, proof: notice.proof ?? '' } : null,
      ),
      may: {
        give: mayChange(actor, child, 'outcome.deliver'),
        complete:
          mayChange(actor, child, 'police.notify') &&
          disposal.given_on !== null &&
          outcome.involvementType !== null &&
          completion === null,
        notify: mayChange(actor, child, 'police.notify'),
      },
      movedOn,
      errors,
      typed,
    }),
    movedOn ? 409 : errors.length > 0 ? 422 : 200,
  );
}
