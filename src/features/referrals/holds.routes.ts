import { z } from 'zod';
import { can } from '../../domain/access/can.ts';
import type { ReferralValues } from '../../domain/referrals/referral-values.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import { pageAsked } from '../../platform/http/page-asked.ts';
import {
  optionalDay,
  optionalText,
  parseForm,
  requiredText,
  versionField,
} from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { decideHold, type HoldDecision } from './decide-hold.ts';
import { HoldPage } from './hold.view.tsx';
import type { HoldFormState } from './hold-form.view.tsx';
import {
  candidatesNow,
  childByNumber,
  type Hold,
  holdOne,
  holdsLeft,
  holdsOf,
  isChild,
} from './holds.queries.ts';
import { HoldsPage } from './holds.view.tsx';

const pageSize = 25;

const form = (today: string) =>
  z.object({
    decision: z
      .string({ error: 'Choose who this is, or that it is no referral' })
      .regex(
        /^(child:[0-9a-f-]{36}|other|new|none)$/,
        'Choose who this is, or that it is no referral',
      ),
    number: optionalText(40),
    forename: optionalText(100),
    surname: optionalText(100),
    birth: optionalDay({ label: 'The date of birth', notAfter: today }),
    urn: optionalText(60),
    offence: optionalDay({ label: 'The offence date', notAfter: today }),
    referred: optionalDay({ label: 'The date referred', notAfter: today }),
    note: requiredText('Say why you decided so', 2000),
    version: versionField,
  });

/** Rows that nobody but a person can decide. */
export const holdRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.referrals.holds,
    permission: 'referral.inbox',
    audit: 'view',
    handle: async ({ tx, actor, shell, query, page }) => {
      const isDecided = query('show') === 'decided';
      const pageNumber = pageAsked(query('page'));
      const found = await holdsOf(tx, actor.serviceId, {
        isDecided,
        limit: pageSize + 1,
        offset: (pageNumber - 1) * pageSize,
      });
      return page(
        HoldsPage({
          shell,
          holds: found.slice(0, pageSize),
          isDecided,
          pageNumber,
          hasMore: found.length > pageSize,
        }),
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.referrals.hold(':holdId'),
    permission: 'referral.inbox',
    audit: 'view',
    handle: async (context) => {
      const hold = await openHold(context);
      return hold ? show(context, hold, { errors: [], typed: {} }) : context.notFound();
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.referrals.hold(':holdId'),
    permission: 'referral.import',
    audit: 'change',
    handle: async (context) => {
      const { tx, actor, now, today, redirect, notFound } = context;
      const hold = await openHold(context);
      if (!hold) return notFound();
      const fields = await context.form();
      const parsed = parseForm(form(today), fields);
      const again = (errors: HoldFormState['errors'], status: 409 | 422 = 422) =>
        show(context, hold, { errors, typed: fields.values }, status);
      if (!parsed.ok) return again(parsed.errors);
      const said = parsed.value;
      const values: ReferralValues = {
        ...hold.values,
        forename: said.forename,
        surname: said.surname,
        dateOfBirth: said.birth,
        urn: said.urn?.toUpperCase().replace(/\s/g, '') ?? null,
        offenceDate: said.offence,
        referredOn: said.referred,
      };
      const decision = await decisionOf(context, said.decision, said.number, values);
      if ('message' in decision) return again([decision]);
      const done = await decideHold(
        tx,
        actor,
        { ...hold, version: said.version },
        decision,
        values,
        {
          note: said.note,
          now,
          today,
        },
      );
      if (done.saved.kind === 'moved-on')
        return again(
          [
            {
              field: 'decision',
              message:
                'Somebody else decided this row while you were looking at it. Yours was not saved',
            },
          ],
          409,
        );
      const name = [values.forename, values.surname].filter(Boolean).join(' ') || 'The row';
      const left = await holdsLeft(tx, actor.serviceId);
      const decided =
        done.childId === null
          ? `Decided: row ${hold.row} is no referral.`
          : `Decided: the referral of ${name} is made.`;
      return redirect(
        done.childId === null || left > 0
          ? urls.referrals.holds
          : urls.referrals.forChild(done.childId),
        left > 0
          ? `${decided} ${left === 1 ? '1 row waits' : `${left} rows wait`} still.`
          : decided,
      );
    },
  }),
];

async function openHold({ tx, actor, param }: PageContext): Promise<Hold | null> {
  const id = param('holdId');
  return isId(id) ? holdOne(tx, actor.serviceId, id) : null;
}

async function show(
  context: PageContext,
  hold: Hold,
  state: HoldFormState,
  status: 200 | 409 | 422 = 200,
) {
  const { tx, actor, shell, page } = context;
  // Read again on a conflict, so that the page shows what the other person decided.
  const now = status === 409 ? ((await openHold(context)) ?? hold) : hold;
  const known = await candidatesNow(tx, actor.serviceId, now);
  const mayDecide = can(actor, 'referral.import');
  return page(HoldPage({ shell, hold: now, known, state, mayDecide }), status);
}

async function decisionOf(
  { tx, actor }: PageContext,
  choice: string,
  number: string | null,
  values: ReferralValues,
): Promise<HoldDecision | { readonly field: string; readonly message: string }> {
  if (choice === 'none') return { kind: 'discarded' };
  if (choice === 'new') {
    if (values.surname === null)
      return { field: 'surname', message: 'Enter the surname: a record needs it' };
    if (values.forename === null)
      return { field: 'forename', message: 'Enter the forename: a record needs it' };
    return { kind: 'created' };
  }
  if (choice === 'other') {
    const childId = number ? await childByNumber(tx, actor.serviceId, number) : null;
    if (childId) return { kind: 'matched', childId };
    return {
      field: 'number',
      message: number ? `No child has the number ${number}` : 'Enter the number of the child it is',
    };
  }
  const childId = choice.slice('child:'.length);
  if (await isChild(tx, actor.serviceId, childId)) return { kind: 'matched', childId };
  return {
    field: 'decision',
    message: 'That child’s record can no longer be opened: choose again',
  };
}
