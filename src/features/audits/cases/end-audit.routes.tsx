import type { FormFault } from '../../../domain/form-fault.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { type Audit, auditMovedOn, oneAudit } from '../audits.queries.ts';
import { endAccess } from '../open-access.ts';
import { casesOf, openCases, withdrawSealedCases } from './audit.queries.ts';

/** The audit while it stands where it may be ended so. */
const standing =
  (...statuses: readonly string[]) =>
  async ({ tx, actor, param }: PageContext): Promise<Audit | undefined> => {
    const audit = await oneAudit(tx, actor.serviceId, param('auditId'));
    if (audit && !statuses.includes(audit.status)) auditMovedOn(audit);
    return audit;
  };

const summary = longText({
  label: 'What was learnt',
  hint: 'What is good across the cases, what is missing again and again, and what the service will do. It needs every case read and every difference settled.',
  required: 'Enter what was learnt, in a few sentences',
  rows: 5,
});

const finishRoutes = serviceForm({
  path: urls.audits.finish(':auditId'),
  reads: 'audit.manage',
  audit: 'view',
  fields: { summary },
  subject: standing('reading'),
  stored: ({ id, version, summary }) => ({ id, version, summary }),
  save: async ({ tx, actor, today }, audit, columns) => {
    await withdrawSealedCases(tx, audit.id);
    const left = await leftOpen(tx, actor.serviceId, audit.id);
    if (left.length > 0) return left;
    const end = { status: 'finished', finished_on: today, ...columns };
    const saved = await changeRow(tx, 'audit', audit, end);
    await endAccess(tx, audit.id);
    return saved;
  },
  view: ({ shell, subject: audit, form: { F, ...form } }) => (
    <Page
      title={`Finish the audit: ${audit.title}`}
      shell={shell}
      errors={form.faults}
      back={{ href: urls.audits.one(audit.id), text: audit.title }}
    >
      <h1 class="govuk-heading-l">Finish the audit</h1>
      <p class="govuk-body">Its figures then stand, and every reader’s access ends.</p>
      <FormBox form={form} button="Finish the audit">
        <F.summary />
      </FormBox>
    </Page>
  ),
  done: ({ id }) => ({
    to: urls.audits.results(id),
    message: 'Saved: the audit is finished',
  }),
});

/** The cases that are still to read or to settle, with those of records that this person does not see. */
async function leftOpen(
  tx: PageContext['tx'],
  serviceId: string,
  auditId: string,
): Promise<FormFault[]> {
  const open = (await casesOf(tx, serviceId, auditId)).filter(
    ({ withdrawnOn, readings, toModerate }) =>
      withdrawnOn === null && (toModerate > 0 || readings.some(({ doneOn }) => !doneOn)),
  );
  const closed = (await openCases(tx, auditId)) - open.length;
  const numbers = open.map(({ position }) => position).join(', ');
  const [are, them] = closed === 1 ? ['case is', 'it'] : ['cases are', 'them'];
  return [
    ...(open.length > 0 ? [`Finish or give back these cases first: ${numbers}`] : []),
    ...(closed > 0
      ? [`${closed} ${are} closed to you: ask who may see ${them} to finish or give back`]
      : []),
  ].map((message) => ({ field: 'summary', message }));
}

const cancelRoutes = serviceForm({
  path: urls.audits.cancel(':auditId'),
  reads: 'audit.manage',
  audit: 'view',
  fields: {
    cancelled_reason: longText({
      label: 'Why?',
      hint: 'The reason stays in the programme',
      required: 'Enter why it is given up',
      max: 2000,
      rows: 2,
    }),
  },
  subject: standing('planned', 'reading'),
  stored: ({ id, version }) => ({ id, version }),
  save: async ({ tx }, audit, columns) => {
    const saved = await changeRow(tx, 'audit', audit, { status: 'cancelled', ...columns });
    await endAccess(tx, audit.id);
    return saved;
  },
  view: ({ shell, subject: audit, form: { F, ...form } }) => (
    <Page
      title={`Give this audit up: ${audit.title}`}
      shell={shell}
      errors={form.faults}
      back={{ href: urls.audits.one(audit.id), text: audit.title }}
    >
      <h1 class="govuk-heading-l">Give this audit up</h1>
      <FormBox form={form} button="Give it up">
        <F.cancelled_reason />
      </FormBox>
    </Page>
  ),
  done: ({ id }) => ({ to: urls.audits.one(id), message: 'Saved: the audit is given up' }),
});

/** Finishing an audit that has been read, and giving one up. */
export const endAuditRoutes: readonly Route[] = [...finishRoutes, ...cancelRoutes];
