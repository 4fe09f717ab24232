import { sql, type Transaction } from 'kysely';
import type { Barred } from '../domain/audits/allocate-readers.ts';
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
import { tellPress } from './press-story.ts';
import { demoId, randomOf } from './random.ts';
import type { Rows } from './rows.ts';

const frameworkId = '2025';
const smallestSample = 14;
const fewestVictims = 9;
const standards = ['2.1', '2.2', '2.3'];

/** A mock inspection that is finished and published, and a self-assessment whose draft is being checked. */
export async function tellInspections(
  tx: Transaction<DB>,
  rows: Rows,
  people: DemoPeople,
  asOf: Day,
  seed: number,
): Promise<void> {
  const head = demoId('staff', 'philippa-standfast');
  const own = { service_id: people.serviceId, created_by: head };
  const isBarred = await demoBarred(tx, people.serviceId);
  const told = { tx, rows, own, head, isBarred, asOf, seed };
  const summer = addMonths(`${asOf.slice(0, 7)}-01`, -4);
  const autumn = addMonths(summer, 3);
  const mock = await readCases(told, 'summer’s mock inspection', summer);
  if (!mock) return;
  const common = { rows, own, lead: head, asOf };
  tellInspectionParts({
    ...common,
    ...mock.parts,
    id: (...words) => demoId('mock-inspection', seed, ...words),
    inspection: {
      ...mock.days,
      title: 'Mock inspection of the summer',
      kind: 'mock',
      inspection_type: 'IYJWCV',
      state: 'published',
      published_on: addDays(summer, 60),
      case_figures: await figuresOf(tx, people.serviceId, mock.parts.audits),
      created_at: `${addDays(summer, -30)}T09:00:00Z`,
    },
    findings: inspectionTexts.findings,
    texts: inspectionTexts.texts,
    recommendations: inspectionTexts.recommendations,
    points: [],
    judged: ['V1'],
  });
  const selfRead = await readCases(told, 'autumn’s self-assessment', autumn);
  if (!selfRead) return;
  tellInspectionParts({
    ...common,
    ...selfRead.parts,
    id: (...words) => demoId('self-assessment', seed, ...words),
    inspection: {
      ...selfRead.days,
      title: 'Self-assessment of the autumn',
      kind: 'self-assessment',
      inspection_type: 'IYJS',
      state: 'factual-accuracy',
      created_at: `${addDays(autumn, -20)}T09:00:00Z`,
    },
    findings: inspectionTexts.selfFindings,
    texts: {},
    recommendations: inspectionTexts.recommendations.slice(0, 1),
    points: inspectionTexts.points,
    judged: ['1.1', '1.2', '1.3', 'V1'],
  });
  await rows.flush(tx);
  await tellPress({ tx, rows, own, asOf, seed });
}

type Audits = readonly { readonly id: string; readonly standards: readonly string[] }[];
type Told = {
  readonly tx: Transaction<DB>;
  readonly rows: Rows;
  readonly own: { readonly service_id: string; readonly created_by: string };
  readonly head: string;
  readonly isBarred: Barred;
  readonly asOf: Day;
  readonly seed: number;
};

/** The cases of an inspection that begins on a day, read and finished before its panel meets; nothing where there are none. */
async function readCases(told: Told, of: string, begins: Day) {
  const { tx, rows, own, head, isBarred, asOf, seed } = told;
  const days = {
    fieldwork_from: begins,
    fieldwork_to: addDays(begins, 11),
    cases_from: addMonths(begins, -12),
    cases_to: addDays(begins, -63),
  };
  const cases = await demoCases(tx, own.service_id, days.cases_from, days.cases_to);
  if (cases.length === 0) return null;
  const due_on = addDays(begins, 25);
  const read = (ofVictims: boolean, some: typeof cases, size: number) => {
    const what = ofVictims ? 'Victims’ cases' : 'Cases';
    const audit = {
      ...own,
      id: demoId('inspection-audit', seed, begins, what),
      title: `${what} of the ${of}`,
      kind: 'mock-inspection',
      framework_id: frameworkId,
      standards: ofVictims ? ['V1'] : standards,
      month: begins,
      due_on,
      lead_id: head,
      created_at: `${begins}T09:00:00Z`,
    };
    tellReadAudit({
      rows,
      audit,
      cases: some,
      window: { opens: days.cases_from, closes: days.cases_to },
      ofVictims,
      size,
      readers: ['marguerite-oyelaran', 'nasir-hollyoak', 'desmond-plumb', 'philippa-standfast'].map(
        (code) => demoId('staff', code),
      ),
      isBarred,
      isFinished: true,
      asOf,
      random: randomOf(seed + Number(begins.slice(5, 7)) + 70),
      id: (...words) => demoId('inspection-row', seed, audit.id, ...words),
    });
    return { id: audit.id, standards: audit.standards };
  };
  const withVictim = cases.filter(({ victimId }) => victimId !== null);
  const audits = [
    read(false, cases, smallestSample),
    ...(withVictim.length > 0 ? [read(true, withVictim, fewestVictims)] : []),
  ];
  await rows.flush(tx);
  return { days, parts: { audits, panelOn: addDays(due_on, 1) } };
}

// Counted as the app counts them on the day of publication.
async function figuresOf(tx: Transaction<DB>, serviceId: string, counted: Audits) {
  const framework = readFrameworks().find(({ id }) => id === frameworkId);
  if (!framework) throw new Error(`There is no framework ${frameworkId}`);
  const claim = (service: string, may: string) =>
    sql`select set_config('app.service', ${service}, true), set_config('app.may', ${may}, true)`.execute(
      tx,
    );
  await claim(serviceId, ',audit.view,');
  const read = {
    audits: counted.map((each) => ({ ...each, title: '', status: 'finished' })),
    caseFigures: null,
  };
  const counts = Object.fromEntries(await caseCounts(tx, framework, read));
  const details = await caseDetails(tx, framework, read);
  await claim('', '');
  return { ...details, counts };
}
