import { z } from 'zod';
import { choicesOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import {
  optionalText,
  parseForm,
  requiredChoice,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import type { TwoVersions } from '../../ui/layout/conflict.tsx';
import { urls } from '../../urls.ts';
import { liveInvolvements, type Referral, referralOne } from './referral.queries.ts';
import { answerWords, stateWords } from './referral-words.ts';
import { TriagePage } from './triage.view.tsx';
import { triageReferral } from './triage-referral.ts';

const form = (pathways: readonly string[]) =>
  z
    .object({
      area: requiredChoice(['ours', 'another', 'unknown'], 'Say where the child lives'),
      safeguarding: requiredChoice(
        ['none', 'considered', 'referred'],
        'Say what was done about safeguarding',
      ),
      exploitation: requiredChoice(
        ['none-seen', 'concern', 'referred'],
        'Say whether there are signs of exploitation',
      ),
      urgency: requiredChoice(['routine', 'soon', 'same-day'], 'Say how urgent it is'),
      way: requiredChoice(['accept', 'signpost'], 'Say whether the referral is accepted'),
      pathway: optionalText(60),
      to: optionalText(300),
      note: requiredText('Say why'),
      version: versionField,
    })
    .refine(({ way, pathway }) => way !== 'accept' || pathways.includes(pathway ?? ''), {
      path: ['pathway'],
      message: 'Choose the pathway on which the child is accepted',
    })
    .refine(({ way, to }) => way !== 'signpost' || to !== null, {
      path: ['to'],
      message: 'Say where the child is signposted to',
    });

/** Triage: the screen, and the way on. */
export const triageRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.referrals.triage(':childId', ':referralId'),
    permission: 'referral.triage',
    audit: 'view',
    handle: async (context) => {
      const referral = await openReferral(context);
      if (!referral || referral.state === 'signposted') return context.notFound();
      return draw(context, referral, { errors: [], typed: {}, conflict: null });
    },
  }),
  childRoute({
    method: 'post',
    path: urls.referrals.triage(':childId', ':referralId'),
    permission: 'referral.triage',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, today, redirect } = context;
      const referral = await openReferral(context);
      if (!referral) return context.notFound();
      const { referral_pathway } = await codeLists(tx, ['referral_pathway']);
      const fields = await context.form();
      const parsed = parseForm(form(referral_pathway.map(({ code }) => code)), fields);
      if (!parsed.ok)
        return draw(
          context,
          referral,
          { errors: parsed.errors, typed: fields.values, conflict: null },
          422,
        );
      const { value } = parsed;
      const isMandatory = referral.offences.some(({ knife }) => knife);
      if (isMandatory && value.way === 'signpost') {
        const message = 'A child with a knife offence is always accepted: choose a pathway';
        return draw(
          context,
          referral,
          { errors: [{ field: 'way', message }], typed: fields.values, conflict: null },
          422,
        );
      }
      const way =
        value.way === 'accept'
          ? { kind: 'accept' as const, pathway: value.pathway ?? '' }
          : { kind: 'signpost' as const, to: value.to ?? '' };
      const saved = await triageReferral(
        tx,
        actor,
        { childId: child.id, id: referral.id, version: value.version },
        value,
        way,
        today,
      );
      if (saved.kind === 'moved-on')
        return draw(
          context,
          referral,
          { errors: [], typed: fields.values, conflict: conflictOf(referral, fields.text) },
          409,
        );
      return redirect(
        urls.referrals.one(child.id, referral.id),
        way.kind === 'accept'
          ? 'Triage is recorded. The child waits for a worker.'
          : 'Triage is recorded. The child is signposted.',
      );
    },
  }),
];

// Triage may be done again until a worker is allocated; after that the referral has moved on.
async function openReferral({ tx, actor, child, param }: ChildContext): Promise<Referral | null> {
  const id = param('referralId');
  const referral = isId(id) ? await referralOne(tx, actor.serviceId, child.id, id) : null;
  return referral && ['received', 'awaiting-allocation', 'signposted'].includes(referral.state)
    ? referral
    : null;
}

const conflictOf = (now: Referral, typed: (name: string) => string): readonly TwoVersions[] => [
  { label: 'State', theirs: stateWords(now.state), yours: null },
  {
    label: 'Urgency',
    theirs: now.urgency && answerWords(now.urgency),
    yours: answerWords(typed('urgency')),
  },
  { label: 'Why', theirs: now.triage_note, yours: typed('note') },
];

async function draw(
  { tx, actor, child, shell, today, page }: ChildContext,
  referral: Referral,
  state: Pick<Parameters<typeof TriagePage>[0], 'errors' | 'typed' | 'conflict'>,
  status: 200 | 409 | 422 = 200,
) {
  const live = await liveInvolvements(tx, actor.serviceId, child.id);
  const codes = await codeLists(tx, ['referral_pathway', 'involvement_type']);
  const labels = new Map(codes.involvement_type.map(({ code, label }) => [code, label]));
  return page(
    TriagePage({
      shell,
      child,
      today,
      referral,
      pathways: choicesOf(codes.referral_pathway),
      live: live.map(({ type, started_on }) => ({
        label: labels.get(type) ?? type,
        since: started_on,
      })),
      ...state,
    }),
    status,
  );
}
