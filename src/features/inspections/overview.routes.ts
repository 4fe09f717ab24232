import { can } from '../../domain/access/can.ts';
import { inspectionStates } from '../../domain/inspections/workspace.data.ts';
import { code } from '../../record/choice-fields.tsx';
import { serviceForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { urls } from '../../urls.ts';
import { caseDetails } from './cases/case-details.queries.ts';
import type { InspectionState } from './inspections.queries.ts';
import { closedWhenPublished, holds } from './may-write.ts';
import { openInspection } from './open-inspection.ts';
import { InspectionOverview } from './overview.view.tsx';
import { printedNames } from './report/report.queries.ts';
import { whyNotYet } from './unready.ts';

const fields = {
  state: code('states', {
    label: 'Where it is now',
    hint: 'The panel meets when the cases are read, and the report is drafted when every standard is rated. The head of service publishes: that shows the report to the board, keeps its figures as they are, and cannot be undone',
    required: 'Choose where the inspection is now',
  }),
};

/** An inspection at a glance. It is moved on here, or back; publishing it keeps the figures of that day and is final. */
export const overviewRoutes = serviceForm({
  path: urls.inspections.one(':inspectionId'),
  reads: 'inspection.view',
  writes: 'inspection.lead',
  audit: 'view',
  fields,
  subject: ({ tx, param }) => openInspection(tx, param('inspectionId')),
  mayWrite: ({ actor }, { inspection }) => holds(actor, inspection),
  closed: (open) => closedWhenPublished(open),
  stored: ({ inspection: { id, version, state } }) => ({ id, version, state }),
  options: ({ actor }) => ({
    states: Object.entries(inspectionStates).map(([value, text]) => ({
      value,
      text,
      past: value === 'published' && !can(actor, 'inspection.publish'),
    })),
  }),
  rules: ({ state }, open, { actor }) => {
    const problem =
      state === 'published' && !can(actor, 'inspection.publish')
        ? 'The head of service publishes'
        : whyNotYet(state as InspectionState, open);
    return problem ? [{ field: 'state', message: problem }] : [];
  },
  save: async ({ tx, today }, { inspection, framework, counts }, { state }) => {
    const isPublished = state === 'published';
    const figures = {
      ...(await caseDetails(tx, framework, inspection)),
      ...printedNames(inspection),
      counts: Object.fromEntries(counts),
    };
    return changeRow(tx, 'inspection', inspection, {
      state,
      published_on: isPublished ? today : null,
      case_figures: isPublished ? JSON.stringify(figures) : null,
    });
  },
  view: InspectionOverview,
  done: ({ inspection }, { state }) => ({
    to: urls.inspections.one(inspection.id),
    message: `Moved to: ${inspectionStates[state as InspectionState]}`,
  }),
});
