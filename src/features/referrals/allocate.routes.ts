import { z } from 'zod';
import type { Code } from '../../domain/reference/codes.ts';
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
import { urls } from '../../urls.ts';
import { matchingFacts, type Worker, workersFor } from './allocate.queries.ts';
import { AllocatePage } from './allocate.view.tsx';
import { type Allocation, allocateChild } from './allocate-child.ts';
import { attribute } from './import.queries.ts';
import { type Referral, referralOne } from './referral.queries.ts';

const form = (workers: readonly Worker[]) =>
  z
    .object({
      worker: z
        .string({ error: 'Choose who works with the child' })
        .refine((id) => workers.some((each) => each.id === id), 'Choose who works with the child'),
      reason: optionalText(2000),
      conflict: requiredChoice(
        ['none-known', 'declared-and-managed'],
        'Say what came of the check for conflicts of interest',
      ),
      conflictNote: optionalText(2000),
      direction: requiredText('Write the first direction for the worker'),
      version: versionField,
    })
    .refine(({ conflict, conflictNote }) => conflict === 'none-known' || conflictNote !== null, {
      path: ['conflictNote'],
      message: 'Say what the conflict is and how it is managed',
    })
    .refine(
      ({ worker, reason }) => reason !== null || !isFull(workers.find(({ id }) => id === worker)),
      {
        path: ['reason'],
        message:
          'This worker holds as many children as they are meant to: say why it must be them, and what they put down',
      },
    );

const isFull = (worker: Worker | undefined): boolean =>
  worker !== undefined &&
  !worker.is_now &&
  worker.case_limit !== null &&
  worker.children >= worker.case_limit;

/** Allocation: who works with the child, checked and directed. */
export const allocateRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.referrals.allocate(':childId', ':referralId'),
    permission: 'child.allocate',
    audit: 'view',
    handle: async (context) => {
      const referral = await openReferral(context);
      if (!referral) return context.notFound();
      return draw(context, referral, await workers(context), {
        errors: [],
        typed: {},
        conflict: null,
      });
    },
  }),
  childRoute({
    method: 'post',
    path: urls.referrals.allocate(':childId', ':referralId'),
    permission: 'child.allocate',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, child, now, today, redirect } = context;
      const referral = await openReferral(context);
      if (!referral) return context.notFound();
      const staff = await workers(context);
      const fields = await context.form();
      const parsed = parseForm(form(staff), fields);
      if (!parsed.ok)
        return draw(
          context,
          referral,
          staff,
          { errors: parsed.errors, typed: fields.values, conflict: null },
          422,
        );
      const { value } = parsed;
      const codes = await codeLists(tx, ['referral_pathway', 'involvement_type']);
      const saved = await allocateChild(
        tx,
        actor,
        { childId: child.id, id: referral.id, version: value.version },
        {
          workerId: value.worker,
          reason: value.reason ?? 'Allocated after triage',
          conflict: value.conflict,
          conflictNote: value.conflictNote,
          direction: value.direction,
          involvement: involvementOf(
            referral.pathway,
            codes.referral_pathway,
            codes.involvement_type,
          ),
        },
        { now, today },
      );
      if (saved.kind === 'moved-on')
        return draw(
          context,
          referral,
          staff,
          {
            errors: [],
            typed: fields.values,
            conflict: [
              {
                label: 'Worker',
                theirs: referral.allocated_to,
                yours: staff.find(({ id }) => id === value.worker)?.name ?? null,
              },
              { label: 'First direction', theirs: referral.case_direction, yours: value.direction },
            ],
          },
          409,
        );
      const name = staff.find(({ id }) => id === value.worker)?.name ?? 'the worker';
      return redirect(urls.referrals.one(child.id, referral.id), `Allocated to ${name}.`);
    },
  }),
];

const workers = ({ tx, actor, child, today }: ChildContext) =>
  workersFor(tx, actor.serviceId, child.id, actor.teamId, today);

async function openReferral({ tx, actor, child, param }: ChildContext): Promise<Referral | null> {
  const id = param('referralId');
  const referral = isId(id) ? await referralOne(tx, actor.serviceId, child.id, id) : null;
  return referral && ['awaiting-allocation', 'allocated'].includes(referral.state)
    ? referral
    : null;
}

function involvementOf(
  pathway: string | null,
  pathways: readonly Code[],
  types: readonly Code[],
): Allocation['involvement'] {
  const way = pathways.find(({ code }) => code === pathway);
  const type = types.find(({ code }) => way && code === attribute(way, 'involvement_type'));
  return type ? { type: type.code, legalBasis: attribute(type, 'legal_basis') || null } : null;
}

async function draw(
  { tx, actor, child, shell, today, page }: ChildContext,
  referral: Referral,
  staff: readonly Worker[],
  state: Pick<Parameters<typeof AllocatePage>[0], 'errors' | 'typed' | 'conflict'>,
  status: 200 | 409 | 422 = 200,
) {
  const facts = await matchingFacts(tx, actor.serviceId, child.id);
  return page(
    AllocatePage({
      shell,
      child,
      today,
      referral,
      workers: staff,
      facts,
      ...state,
    }),
    status,
  );
}
