import { can } from '../../domain/access/can.ts';
import type { Permission } from '../../domain/access/permissions.data.ts';
import { addDays, addMonths } from '../../domain/calendar/day.ts';
import { readFrameworks } from '../../platform/files/read-frameworks.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { FormBox } from '../../record/form-box.tsx';
import { serviceForm } from '../../record/form-page.ts';
import { addRow, changeRow } from '../../record/rows.ts';
import { Page } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { formProblems, inspectionFields, programmeOf, programmes } from './inspection-form.ts';
import { leadChoices, oneInspection } from './inspections.queries.ts';
import { writesIn } from './may-write.ts';

/** The inspection that is changed, until it is published; null for a new one. */
async function subject({ tx, actor, param }: PageContext) {
  const id = param('inspectionId');
  const inspection = id === '' ? null : await oneInspection(tx, id);
  if (inspection === undefined) return undefined;
  if (!(inspection ? writesIn(actor, inspection) : can(actor, 'inspection.edit'))) return undefined;
  return { inspection, frameworks: readFrameworks(), leads: await leadChoices(tx) };
}

const form = (path: string, reads: Permission) =>
  serviceForm({
    path,
    reads,
    fields: inspectionFields,
    subject,
    stored: ({ inspection }) =>
      inspection && {
        id: inspection.id,
        version: inspection.version,
        kind: inspection.kind,
        title: inspection.title,
        programme: programmeOf(inspection.frameworkId, inspection.inspectionType),
        lead_id: inspection.leadId,
        fieldwork_from: inspection.fieldworkFrom,
        fieldwork_to: inspection.fieldworkTo,
        cases_from: inspection.casesFrom,
        cases_to: inspection.casesTo,
      },
    begins: ({ frameworks }, { today }) => {
      const window = frameworks[0]?.sampling.window ?? {
        opensMonthsBefore: 12,
        closesWeeksBefore: 9,
      };
      return {
        kind: 'mock',
        programme: programmes(frameworks)[0]?.value ?? null,
        fieldwork_from: today,
        fieldwork_to: addDays(today, 4),
        cases_from: addMonths(today, -window.opensMonthsBefore),
        cases_to: addDays(today, -7 * window.closesWeeksBefore),
      };
    },
    options: (_context, { frameworks, leads }) => ({
      programmes: programmes(frameworks),
      leads: leads.map(({ id, name, title }) => ({ value: id, text: `${name}, ${title}` })),
    }),
    rules: (form, { inspection, frameworks }) =>
      formProblems(
        form,
        inspection && inspection.meetings > 0
          ? {
              kind: inspection.kind,
              programme: programmeOf(inspection.frameworkId, inspection.inspectionType),
            }
          : null,
        frameworks,
      ),
    save: async ({ tx, actor }, { inspection }, { programme, ...form }) => {
      const [framework_id = '', inspection_type = ''] = programme.split(' ');
      const columns = { ...form, framework_id, inspection_type };
      if (inspection) return changeRow(tx, 'inspection', inspection, columns);
      return { kind: 'saved', id: await addRow(tx, actor, 'inspection', columns) };
    },
    view: ({ shell, subject: { inspection }, form: { F, ...form } }) => {
      const title = inspection ? 'Change the inspection' : 'Start an inspection';
      const back = inspection
        ? { href: urls.inspections.one(inspection.id), text: `Back to ${inspection.title}` }
        : { href: urls.inspections.list, text: 'Back to inspections' };
      return (
        <Page title={title} shell={shell} errors={form.faults} back={back}>
          <h1 class="govuk-heading-l">{title}</h1>
          <FormBox form={form} button={inspection ? 'Save the inspection' : 'Start the inspection'}>
            <F.kind />
            <F.title />
            <F.programme />
            <F.lead_id />
            <F.fieldwork_from />
            <F.fieldwork_to />
            <F.cases_from />
            <F.cases_to />
          </FormBox>
        </Page>
      );
    },
    done: ({ inspection }, { title }, _context, id) => ({
      to: urls.inspections.one(inspection?.id ?? id),
      message: `${inspection ? 'Saved' : 'Started'}: ${title}`,
    }),
  });

/** Starting an inspection, and changing what it is as whoever leads it. */
export const editRoutes = [
  ...form(urls.inspections.create, 'inspection.edit'),
  ...form(urls.inspections.edit(':inspectionId'), 'inspection.lead'),
];
