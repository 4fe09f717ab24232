import { addDays, addMonths } from '../../../domain/calendar/day.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { choice, code } from '../../../record/choice-fields.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { text } from '../../../record/text-fields.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { monthName } from '../audit-table.view.tsx';
import { auditKinds } from '../audit-words.ts';
import { auditMovedOn, oneAudit } from '../audits.queries.ts';
import { openAccess } from '../open-access.ts';
import { choicesOf, leadRoles, peopleOf } from '../people.queries.ts';
import { standardsField } from './standards-field.tsx';

const fields = {
  title: text({
    label: 'What it is called',
    hint: 'For example, Assessing after out-of-court decisions',
    required: 'Enter what the audit is called',
    max: 120,
  }),
  kind: choice(auditKinds, {
    label: 'What kind of audit is it?',
    required: 'Choose what kind of audit it is',
    as: 'small-radios',
  }),
  theme: text({
    label: 'Theme, if it has one',
    says: 'Theme',
    hint: 'For example, exploitation, girls, children in care',
    max: 200,
  }),
  month: code('months', {
    label: 'Month of the programme',
    required: 'Choose a month of the programme',
  }),
  due_on: day({
    label: 'To be done by',
    hint: 'Readers see their cases until two weeks after this day',
    says: 'The day it is due',
    required: 'Enter the day by which it is to be done',
  }),
  lead_id: code('leads', {
    label: 'Who leads it',
    required: 'Choose who leads it from this list',
  }),
  standards: standardsField,
};

/** The audit whose plan may still be changed, or null for a new one, and its usual month. */
async function subject({ tx, actor, today, param, query }: PageContext) {
  const id = param('auditId');
  const audit = id === '' ? null : await oneAudit(tx, actor.serviceId, id);
  if (audit === undefined) return undefined;
  if (audit && !['planned', 'reading'].includes(audit.status)) auditMovedOn(audit);
  const asked = /^20\d\d-(0[1-9]|1[0-2])$/.test(query('month')) ? query('month') : null;
  return { audit, month: audit?.month.slice(0, 7) ?? asked ?? today.slice(0, 7) };
}

/** Planning an audit and changing its plan. Once its sample is drawn its questions stand: what some were asked, all are. */
export const planRoutes = serviceForm({
  path: [urls.audits.create(), urls.audits.plan(':auditId')],
  reads: 'audit.manage',
  audit: 'view',
  fields,
  subject,
  asks: ({ audit }) => [
    ...(['title', 'kind', 'theme', 'month', 'due_on', 'lead_id'] as const),
    ...(audit?.drawnOn ? [] : (['standards'] as const)),
  ],
  stored: ({ audit, month }) =>
    audit && {
      id: audit.id,
      version: audit.version,
      title: audit.title,
      kind: audit.kind,
      theme: audit.theme,
      month,
      due_on: audit.dueOn,
      lead_id: audit.leadId,
      standards: audit,
    },
  begins: ({ month }) => ({ month, due_on: addDays(addMonths(`${month}-01`, 1), -1) }),
  options: async ({ tx, actor, today }, { month }) => {
    const near = Array.from({ length: 21 }, (_, index) =>
      addMonths(`${today.slice(0, 7)}-01`, index - 3).slice(0, 7),
    );
    return {
      months: [...new Set([month, ...near])]
        .sort()
        .map((value) => ({ value, text: monthName(`${value}-01`) })),
      leads: choicesOf(await peopleOf(tx, actor.serviceId, leadRoles, today)),
    };
  },
  rules: ({ month, due_on }, { audit }) => [
    ...(due_on >= addMonths(`${month}-01`, 4)
      ? [
          {
            field: 'due_on-day',
            message:
              'The day it is due must be at most three months after its month in the programme',
          },
        ]
      : []),
    ...(audit?.drawnOn && `${month}-01` > addMonths(audit.drawnOn, 1)
      ? [{ field: 'month', message: 'Its sample is drawn: choose a month nearer to that day' }]
      : []),
  ],
  save: async ({ tx, actor }, { audit }, { month, standards, ...plan }) => {
    const columns = { ...plan, month: `${month}-01` };
    if (audit?.drawnOn) {
      const saved = await changeRow(tx, 'audit', audit, columns);
      // A later day keeps open what is still to be read until two weeks after it.
      if (saved.kind === 'saved') await openAccess(tx, actor, audit.id);
      return saved;
    }
    const asked = { framework_id: standards.frameworkId, standards: [...standards.standards] };
    if (audit) return changeRow(tx, 'audit', audit, { ...columns, ...asked });
    return { kind: 'saved', id: await addRow(tx, actor, 'audit', { ...columns, ...asked }) };
  },
  view: ({ shell, subject: { audit }, form: { F, ...form } }) => {
    const title = audit ? 'Change the plan' : 'Plan an audit';
    return (
      <Page
        title={title}
        shell={shell}
        errors={form.faults}
        back={
          audit
            ? { href: urls.audits.one(audit.id), text: audit.title }
            : { href: urls.audits.programme(), text: 'The year’s programme' }
        }
      >
        <h1 class="govuk-heading-l">{title}</h1>
        <FormBox form={form} button={audit ? 'Save the plan' : 'Put it in the programme'}>
          <F.title />
          <F.kind />
          <F.theme />
          <F.month />
          <F.due_on />
          <F.lead_id />
          {audit?.drawnOn ? (
            <p class="govuk-body">
              Standards {audit.standards.join(', ')}. They stand since the sample is drawn: what
              some cases were asked, all are asked.
            </p>
          ) : (
            <>
              <h2 class="govuk-heading-m">Which standards</h2>
              <p class="govuk-body">
                Choose from one framework. Every case is asked each key question of the standards
                that fit its kind of work, and whether management oversight made the work better.
              </p>
              <F.standards />
            </>
          )}
        </FormBox>
      </Page>
    );
  },
  done: ({ audit }, _plan, _context, id) => ({
    to: urls.audits.one(audit?.id ?? id),
    message: audit ? 'Saved: the plan' : 'Saved: the audit is in the programme',
  }),
});
