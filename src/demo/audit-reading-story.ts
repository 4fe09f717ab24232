import { allocateReaders, type Barred } from '../domain/audits/allocate-readers.ts';
import { auditQuestions } from '../domain/audits/audit-questions.ts';
import { drawSample } from '../domain/audits/draw-sample.ts';
import { oversightQuestion } from '../domain/audits/oversight-question.data.ts';
import type { SampleFrame, SamplePlan } from '../domain/audits/sample-plan.ts';
import { sizeWords } from '../domain/audits/sample-size.ts';
import type { SampleTheme } from '../domain/audits/sample-themes.data.ts';
import { addDays, addMonths, type Day } from '../domain/calendar/day.ts';
import { readFrameworks } from '../platform/files/read-frameworks.ts';
import type { DemoCase } from './audit-story.ts';
import { auditTexts } from './audit-texts.data.ts';
import type { Random } from './random.ts';
import type { Rows } from './rows.ts';

export type AuditRow = {
  readonly service_id: string;
  readonly id: string;
  readonly title: string;
  readonly framework_id: string;
  readonly standards: readonly string[];
  readonly month: Day;
  readonly due_on: Day;
};
export type Telling = {
  readonly rows: Rows;
  readonly audit: AuditRow;
  readonly cases: readonly DemoCase[];
  /** Whom a themed audit is drawn from. */
  readonly themes?: readonly SampleTheme[];
  /** Of which days' work it was drawn; the usual window when it is left out. */
  readonly window?: { readonly opens: Day; readonly closes: Day };
  /** Whether the cases are their victims'. */
  readonly ofVictims?: boolean;
  /** How many cases; the usual number when it is left out. */
  readonly size?: number;
  readonly readers: readonly string[];
  readonly isBarred: Barred;
  readonly isFinished: boolean;
  readonly asOf: Day;
  readonly random: Random;
  id(...words: readonly (string | number)[]): string;
};
type Told = { readonly question: string; readonly answer: string; readonly reason: string };
type Agreed = Told & { readonly isModerated: boolean };

const sampleCases = 8;

/** One audit with its sample, drawn as the app draws it, and its readings as far as they have come; gives the children drawn. */
export function tellReadAudit(telling: Telling): readonly string[] {
  const { rows, audit, cases, ofVictims, isBarred, isFinished, asOf, id } = telling;
  const drawnOn = isFinished ? addDays(audit.month, 2) : asOf;
  const plan = planOf(telling, drawnOn);
  const isFree = (childId: string) => plan.readers.some((reader) => !isBarred(childId, reader));
  const drawn = drawSample(cases, plan, drawnOn, isFree);
  const frame: SampleFrame = {
    population: drawn.population,
    size: drawn.cases.length,
    sizeWords: sizeWords(plan.size, drawn.population),
    left: drawn.left,
    strata: drawn.strata,
  };
  rows.add('audit', {
    ...audit,
    status: isFinished ? 'finished' : 'reading',
    sample_plan: plan,
    sample_frame: frame,
    drawn_on: drawnOn,
    ...(isFinished
      ? { finished_on: addDays(audit.due_on, -2), summary: summaryOf(audit.month) }
      : {}),
  });
  const children = drawn.cases.map(({ childId }) => childId);
  const allocated = allocateReaders(children, plan.readers, isBarred, plan);
  drawn.cases.forEach((each, index) => {
    const caseId = id('case', each.childId);
    rows.add('audit_case', {
      service_id: audit.service_id,
      id: caseId,
      audit_id: audit.id,
      child_id: each.childId,
      involvement_id: each.involvementId,
      position: index + 1,
      tier: each.tier,
      disposal: each.disposal,
      sex: each.sex,
      risk: each.risk,
      worker_id: each.workerId,
      team_id: each.teamId,
      victim_id: ofVictims ? each.victimId : null,
    });
    const isRead = isFinished || index < 3;
    const mine = allocated.filter(({ childId }) => childId === each.childId);
    const told: Told[][] = [];
    for (const { reading, readerId } of mine)
      told.push(tellReading(telling, each, caseId, reading, readerId, isRead, drawnOn, told[0]));
    const [first, second] = told;
    if (isRead && first && !ofVictims)
      tellFeedback(telling, each, caseId, agreed(first, second), index);
  });
  return children;
}

// Another text each month.
const summaryOf = (month: Day) =>
  auditTexts.summaries[Number(month.slice(5, 7)) % auditTexts.summaries.length] ??
  auditTexts.summaries[0];

function planOf(
  { audit, readers, cases, themes = [], size = sampleCases, window, ofVictims = false }: Telling,
  drawnOn: Day,
): SamplePlan {
  return {
    opens: window?.opens ?? addMonths(drawnOn, -12),
    closes: window?.closes ?? addDays(drawnOn, -30),
    ofVictims,
    types: [...new Set(cases.map(({ disposal }) => disposal))].sort(),
    themes,
    strata: ['sex', 'disposal', 'risk'],
    size: { kind: 'number', number: size },
    secondPercent: 25,
    notSinceMonths: 0,
    leastDays: 28,
    seed: audit.month.slice(0, 7),
    readers,
  };
}

function tellReading(
  { rows, audit, asOf, isFinished, ofVictims, random, id }: Telling,
  each: DemoCase,
  caseId: string,
  reading: 'first' | 'second',
  readerId: string,
  isRead: boolean,
  drawnOn: Day,
  other: readonly Told[] | undefined,
): Told[] {
  const own = { service_id: audit.service_id, child_id: each.childId, case_id: caseId };
  const readingId = id('reading', reading, caseId);
  rows.add('audit_reading', {
    ...own,
    id: readingId,
    audit_id: audit.id,
    reader_id: readerId,
    reading,
    ...(isRead
      ? {
          strengths: random.pick(auditTexts.strengths),
          learning: random.pick(auditTexts.learning),
          done_on: isFinished ? addDays(drawnOn, 14) : asOf,
        }
      : {}),
  });
  if (!isRead) {
    rows.add('relationship', {
      service_id: audit.service_id,
      id: id('tie', reading, caseId),
      child_id: each.childId,
      staff_id: readerId,
      kind: 'sample',
      starts_at: `${drawnOn}T00:00:00Z`,
      ends_at: `${addDays(audit.due_on, 15)}T00:00:00Z`,
      reason: 'Reads a case in an audit',
    });
    return [];
  }
  return questionsOf(audit).map((question, index) => {
    const isOversight = question.id === oversightQuestion.id;
    // Two readers mostly agree.
    const theirs = ofVictims || random.chance(0.85) ? other?.[index]?.answer : undefined;
    const isYes = theirs
      ? theirs === 'yes'
      : random.chance(isOversight ? 0.5 : index === 1 ? 0.55 : 0.75);
    const words = isOversight
      ? isYes
        ? auditTexts.oversightYes
        : auditTexts.oversightNo
      : isYes
        ? auditTexts[ofVictims ? 'victimYes' : 'yes']
        : auditTexts[ofVictims ? 'victimNo' : 'no'];
    const told = {
      question: question.id,
      answer: isYes ? 'yes' : 'no',
      reason: random.pick(words),
    };
    rows.add('audit_judgement', {
      ...own,
      id: id('judgement', readingId, question.id),
      reading_id: readingId,
      reader_id: readerId,
      key_question: question.id,
      answer: told.answer,
      reason: told.reason,
      prompts: Object.fromEntries(
        question.prompts.map((prompt) => [
          prompt.id,
          {
            answer: random.chance(isYes ? 0.8 : 0.45)
              ? 'yes'
              : random.chance(0.25)
                ? 'not-applicable'
                : 'no',
            note: null,
          },
        ]),
      ),
      evidence: [],
    });
    return told;
  });
}

const questionsOf = ({ framework_id, standards }: AuditRow) => {
  const framework = readFrameworks().find(({ id }) => id === framework_id);
  return framework ? auditQuestions(framework, standards) : [];
};

/** Where two readers differ, the stricter judgement is agreed. */
const agreed = (first: readonly Told[], second: readonly Told[] | undefined): Agreed[] =>
  first.map((told) => {
    const other = second?.find(({ question }) => question === told.question);
    const isOpen = other !== undefined && other.answer !== told.answer;
    return isOpen
      ? { ...told, answer: 'no', reason: auditTexts.moderation, isModerated: true }
      : { ...told, isModerated: false };
  });

/** What a read case says to its worker, and what was agreed on the way. */
function tellFeedback(
  { rows, audit, isFinished, asOf, random, id }: Telling,
  each: DemoCase,
  caseId: string,
  told: readonly Agreed[],
  index: number,
): void {
  const sharedOn = isFinished ? addDays(audit.month, 18) : asOf;
  const own = { service_id: audit.service_id, child_id: each.childId };
  for (const { question, answer, reason, isModerated } of told)
    if (isModerated)
      rows.add('audit_moderation', {
        ...own,
        id: id('moderation', caseId, question),
        audit_id: audit.id,
        case_id: caseId,
        key_question: question,
        answer,
        reason,
        moderated_on: sharedOn,
      });
  rows.add('audit_feedback', {
    ...own,
    id: id('feedback', caseId),
    audit_id: audit.id,
    case_id: caseId,
    worker_id: each.workerId,
    audit_title: audit.title,
    framework_id: audit.framework_id,
    strengths: random.pick(auditTexts.strengths),
    learning: random.pick(auditTexts.learning),
    judgements: told.map(({ question, answer, reason }) => ({
      keyQuestion: question,
      answer,
      reason,
    })),
    shared_on: sharedOn,
    ...(isFinished && each.managerId && index % 3 > 0
      ? discussed(rows, each, caseId, each.managerId, addDays(sharedOn, 7), own, id)
      : {}),
  });
  if (index % 2 === 0)
    rows.add('action', {
      ...own,
      id: id('action', caseId),
      about_table: 'audit_case',
      about_id: caseId,
      what: random.pick(auditTexts.actions),
      owner_id: each.workerId,
      owner_name: each.worker,
      agency: 'youth-justice',
      original_due: addDays(sharedOn, 21),
      due_on: addDays(sharedOn, 21),
      ...(isFinished && index % 4 === 0
        ? { done_on: addDays(sharedOn, 15), evidence: 'Rewritten and signed again' }
        : {}),
    });
}

/** The supervision in which most of it was talked through; the rest waits. */
function discussed(
  rows: Rows,
  each: DemoCase,
  caseId: string,
  managerId: string,
  on: Day,
  own: { readonly service_id: string; readonly child_id: string | null },
  id: Telling['id'],
) {
  const entryId = id('entry', caseId);
  rows.add('oversight_entry', {
    ...own,
    id: entryId,
    staff_id: each.workerId,
    kind: 'supervision',
    about_table: 'audit_case',
    about_id: caseId,
    text: auditTexts.discussed,
    entered_on: on,
    created_by: managerId,
    created_at: `${on}T14:00:00Z`,
  });
  return { discussed_on: on, discussed_by: managerId, entry_id: entryId };
}
