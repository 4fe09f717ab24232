import { z } from 'zod';
import { conflicts, ownConflicts } from '../../domain/audits/conflicts.data.ts';
import { logLook } from '../../platform/audit/access-log.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import { type FormError, parseForm, requiredText } from '../../platform/http/parse-form.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import type { Typed } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import { type AuditCase, casesOf } from './audit.queries.ts';
import { type Audit, oneAudit } from './audits.queries.ts';
import { CasePage } from './case.view.tsx';
import { changeReader, replaceCase } from './change-case.ts';
import { peopleOf, readerRolesOf } from './people.queries.ts';
import { standingOf, tiesOf, wasReader } from './sample.queries.ts';
import { settlersOf } from './settle.queries.ts';

const path = urls.audits.caseOne(':auditId', ':caseId');

export const caseRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path,
    permission: 'audit.manage',
    audit: 'view',
    handle: async (context) => {
      const found = await opened(context);
      return found ? draw(context, found, {}, []) : context.notFound();
    },
  }),
  pageRoute({
    method: 'post',
    path,
    permission: 'audit.manage',
    audit: 'change',
    handle: async (context) => {
      const found = await opened(context);
      if (found?.audit.status !== 'reading' || found.one.withdrawnOn) return context.notFound();
      const form = await context.form();
      if (found.tied)
        return draw(context, found, form.values, [{ field: 'reason', message: found.tied }], 422);
      return form.text('step') === 'replace' ? replace(context, found) : reader(context, found);
    },
  }),
];

const replaceSchema = z.object({ reason: requiredText('Enter why it cannot be read', 2000) });

async function replace(context: PageContext, found: Found) {
  const { audit, one } = found;
  const { tx, actor, today, redirect } = context;
  const form = await context.form();
  const parsed = parseForm(replaceSchema, form);
  if (!parsed.ok) return draw(context, found, form.values, parsed.errors, 422);
  if (!found.mayGoBack)
    return draw(
      context,
      found,
      form.values,
      [{ field: 'reason', message: 'A reading of this case is finished: it stays in the sample' }],
      422,
    );
  const all = await casesOf(tx, actor.serviceId, audit.id);
  if (isAlone(audit, all, actor.staffId))
    return draw(
      context,
      found,
      form.values,
      [{ field: 'reason', message: `${alone}: ask somebody else to give it back` }],
      422,
    );
  const next = await replaceCase(tx, actor, audit, one, all, parsed.value.reason, today);
  return redirect(
    urls.audits.one(audit.id),
    next === 'same-group'
      ? 'Saved: the case is given back, and the next of its group is drawn'
      : next === 'nearest-group'
        ? 'Saved: the case is given back. Its group has no other case, so the next of the group nearest to it is drawn'
        : 'Saved: the case is given back. No case is left to draw',
  );
}

const readerSchema = z.object({
  reading: z.uuid('Choose which reading'),
  reader: z.uuid('Choose who reads it'),
});

async function reader(context: PageContext, found: Found) {
  const { audit, one } = found;
  const { tx, actor, redirect } = context;
  const form = await context.form();
  const parsed = parseForm(readerSchema, form);
  if (!parsed.ok) return draw(context, found, form.values, parsed.errors, 422);
  const { reading, reader: readerId } = parsed.value;
  const refuse = (message: string) =>
    draw(context, found, form.values, [{ field: 'reader', message }], 422);
  const chosen = one.readings.find(({ id }) => id === reading);
  if (!chosen || chosen.doneOn || chosen.hasBegun)
    return refuse('This reading has begun: it stays with its reader');
  if (one.readings.some((each) => each.readerId === readerId))
    return refuse('They read this case already: two readings need two people');
  const people = await peopleOf(tx, actor.serviceId, readerRolesOf(audit.kind), context.today);
  if (!people.some(({ id }) => id === readerId)) return refuse('Choose who reads it');
  if (await wasReader(tx, one.id, readerId))
    return refuse('They were given this case before: choose somebody who was not');
  const [tie] = await tiesOf(tx, [one.childId], [readerId]);
  if (tie) return refuse(`They may not judge this case: ${conflicts[tie.kind]}`);
  const others = (await casesOf(tx, actor.serviceId, audit.id)).map((each) => ({
    ...each,
    readings: each.readings.filter(({ id }) => id !== reading),
  }));
  if (readerId === actor.staffId && isAlone(audit, others, actor.staffId))
    return refuse(`${alone}: choose somebody else`);
  const result = await changeReader(tx, actor, audit, reading, readerId);
  if (result === 'begun') return refuse('This reading has begun: it stays with its reader');
  return redirect(urls.audits.caseOne(audit.id, one.id), 'Saved: the reader is changed');
}

const alone = 'You lead this audit and would be its only reader';
const isAlone = (audit: Audit, cases: readonly AuditCase[], me: string) =>
  audit.leadId === me &&
  cases.every(({ readings }) => readings.every(({ readerId }) => readerId === me));

type Found = {
  readonly audit: Audit;
  readonly one: AuditCase;
  /** Who may not judge a case has no say in who reads it, nor whether it is read. */
  readonly tied: string | null;
  readonly mayGoBack: boolean;
};

async function opened({ tx, actor, param }: PageContext): Promise<Found | undefined> {
  const [auditId, caseId] = [param('auditId'), param('caseId')];
  if (!isId(caseId)) return undefined;
  const audit = await oneAudit(tx, actor.serviceId, auditId);
  const [one] = audit ? await casesOf(tx, actor.serviceId, audit.id, caseId) : [];
  if (!audit || !one) return undefined;
  const { tie, mayGoBack } = await standingOf(tx, one.id, one.childId, actor.staffId);
  const tied =
    tie && `Somebody else changes the readers of this case or gives it back: ${ownConflicts[tie]}`;
  return { audit, one, tied, mayGoBack };
}

async function draw(
  context: PageContext,
  { audit, one, tied, mayGoBack }: Found,
  typed: Typed,
  errors: readonly FormError[],
  status: 200 | 422 = 200,
) {
  const { tx, actor, shell, today, page } = context;
  // A form that is refused undoes this with the rest; the look at the case before it stays.
  if (one.child && status === 200)
    await logLook(tx, actor, { kind: 'view', page: path, childId: one.childId });
  const settlers = one.toModerate > 0 ? await settlersOf(tx, actor.serviceId, [one.id], today) : [];
  return page(
    CasePage({
      shell,
      audit,
      one,
      typed,
      errors,
      // What is to settle was read by all: nobody is to choose.
      people:
        one.toModerate > 0
          ? []
          : await peopleOf(tx, actor.serviceId, readerRolesOf(audit.kind), today),
      tied,
      mayGoBack,
      settlers: settlers.map(({ name }) => name),
    }),
    status,
  );
}
