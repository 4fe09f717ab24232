import { sql, type Transaction } from 'kysely';
import { addDays, addMonths, type Day } from '../domain/calendar/day.ts';
import { caseCounts } from '../features/inspections/cases/case-counts.queries.ts';
import { caseDetails } from '../features/inspections/cases/case-details.queries.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { readFrameworks } from '../platform/files/read-frameworks.ts';
import { tellReadAudit } from './audit-reading-story.ts';
import { demoBarred, demoCases } from './audit-story.ts';
import { tellInspectionParts } from './inspection-parts-story.ts';
import { inspectionTexts } from './inspection-texts.data.ts';
import type { DemoPeople } from './people.ts';
import { demoId, randomOf } from './random.ts';
import type { Rows } from './rows.ts';

const frameworkId = '2025';
const smallestSample = 14;
const standards = ['2.1', '2.2', '2.3'];

/** A mock inspection that is finished and published, and a self-assessment whose draft is being checked. */
export async function tellInspections(
  tx: Transaction<DB>,
  rows: Rows,
  people: DemoPeople,
  asOf: Day,
  seed: number,
): Promise<void> {
  const begins = addMonths(`${asOf.slice(0, 7)}-01`, -4);
  const head = demoId('staff', 'philippa-standfast');
  const auditId = demoId('inspection-audit', seed);
  const cases = await demoCases(tx, people.serviceId, addMonths(begins, -12), addDays(begins, -63));
  if (cases.length === 0) return;
  const own = { service_id: people.serviceId, created_by: head };
  const audit = {
    ...own,
    id: auditId,
    title: 'Cases of the summer’s mock inspection',
    kind: 'mock-inspection',
    framework_id: frameworkId,
    standards,
    month: begins,
    due_on: addDays(begins, 25),
    lead_id: head,
    created_at: `${begins}T09:00:00Z`,
  };
  tellReadAudit({
    rows,
    audit,
    cases,
    size: smallestSample,
    readers: ['marguerite-oyelaran', 'nasir-hollyoak', 'desmond-plumb', 'philippa-standfast'].map(
      (code) => demoId('staff', code),
    ),
    isBarred: await demoBarred(tx, people.serviceId),
    isFinished: true,
    asOf,
    random: randomOf(seed + 77),
    id: (...words) => demoId('inspection-row', seed, ...words),
  });
  await rows.flush(tx);
  const days = {
    fieldwork_from: begins,
    fieldwork_to: addDays(begins, 11),
    cases_from: addMonths(begins, -12),
    cases_to: addDays(begins, -63),
  };
  const common = { rows, own, lead: head, asOf };
  tellInspectionParts({
    ...common,
    id: (...words) => demoId('mock-inspection', seed, ...words),
    inspection: {
      ...days,
      title: 'Mock inspection of the summer',
      kind: 'mock',
      inspection_type: 'IYJWCV',
      state: 'published',
      published_on: addDays(begins, 60),
      case_figures: await figuresOf(tx, people.serviceId, auditId),
      created_at: `${addDays(begins, -30)}T09:00:00Z`,
    },
    auditId,
    findings: inspectionTexts.findings,
    texts: inspectionTexts.texts,
    recommendations: inspectionTexts.recommendations,
    points: [],
    panel: true,
  });
  const later = addMonths(begins, 3);
  tellInspectionParts({
    ...common,
    id: (...words) => demoId('self-assessment', seed, ...words),
    inspection: {
      ...days,
      fieldwork_from: later,
      fieldwork_to: addDays(later, 11),
      title: 'Self-assessment of the autumn',
      kind: 'self-assessment',
      inspection_type: 'IYJS',
      state: 'factual-accuracy',
      created_at: `${addDays(later, -20)}T09:00:00Z`,
    },
    auditId: demoId('audit', seed, addMonths(begins, 3)),
    findings: inspectionTexts.selfFindings,
    texts: {},
    recommendations: inspectionTexts.recommendations.slice(0, 1),
    points: inspectionTexts.points,
    panel: false,
  });
  await rows.flush(tx);
}

// Counted as the app counts them on the day of publication.
async function figuresOf(tx: Transaction<DB>, serviceId: string, auditId: string) {
  const framework = readFrameworks().find(({ id }) => id === frameworkId);
  if (!framework) throw new Error(`There is no framework ${frameworkId}`);
  const claim = (service: string, may: string) =>
    sql`select set_config('app.service', ${service}, true), set_config('app.may', ${may}, true)`.execute(
      tx,
    );
  await claim(serviceId, '{audit.view}');
  const read = {
    audits: [{ id: auditId, title: '', status: 'finished', standards }],
    caseFigures: null,
  };
  const counts = Object.fromEntries(await caseCounts(tx, framework, read));
  const details = await caseDetails(tx, framework, read);
  await claim('', '');
  return { ...details, counts };
}
