import { type Day, formatDay } from '../../../domain/calendar/day.ts';
import type { WrittenDocument } from '../../../domain/documents/written-document.ts';
import { type Fact, keptFacts, shownFacts } from '../../../domain/reports/facts.ts';
import { isWritten, reportStates, whyLookAgain } from '../../../domain/reports/report.ts';
import { reportDocument, type WrittenSection } from '../../../domain/reports/report-document.ts';
import {
  custodyAnswers,
  orderProposals,
  type ReportKind,
  type ReportSection,
  sectionsOfKind,
} from '../../../domain/reports/template.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Option } from '../../../record/field.ts';
import type { Item } from '../../../record/items.tsx';
import { optionsFor } from '../../../record/options.ts';
import type { Writes } from '../../../record/rows-page.tsx';
import { choicesOf } from '../charge-words.ts';
import { factsOf } from './facts.queries.ts';
import {
  type Report,
  reportsOf,
  type SectionRow,
  type Templates,
  templatesOf,
} from './reports.queries.ts';

export const writesReport: Writes = { permission: 'report.write', recordClass: 'RC2' };

/** A report with what its kind asks for and what the record tells now. */
export type OpenReport = {
  readonly report: Report;
  readonly kind: ReportKind;
  readonly sections: readonly ReportSection[];
  readonly facts: readonly Fact[];
  /** Why it is looked at again before anybody is given it. */
  readonly again: readonly string[];
};

const openReport = (
  report: Report,
  { kinds, sections }: Templates,
  facts: readonly Fact[],
  today: Day,
): OpenReport[] => {
  const kind = kinds.find(({ code }) => code === report.kind);
  if (!kind) return [];
  const { approved_on, good_until, latest, hearing } = report;
  const again =
    approved_on && good_until && latest && hearing?.state !== 'held'
      ? whyLookAgain(
          { approvedOn: approved_on, goodUntil: good_until, kept: latest.facts },
          facts,
          today,
        )
      : [];
  return [{ report, kind, sections: sectionsOfKind(sections, report.kind), facts, again }];
};

/** A child's reports, each with what has changed since it was approved. */
export async function openReports({ tx, child, today }: ChildContext) {
  const templates = await templatesOf(tx);
  const reports = await reportsOf(tx, child.id);
  const facts = await factsOf(tx, child.id);
  return {
    kinds: templates.kinds,
    reports: reports.flatMap((report) => openReport(report, templates, facts, today)),
  };
}

/** One of them, by the address. */
export const reportAsked = async (context: ChildContext): Promise<OpenReport | undefined> =>
  (await openReports(context)).reports.find(
    ({ report }) => report.id === context.param('reportId'),
  );

/** What may be chosen beside the words of a heading. */
export async function choicesFor(
  { tx }: ChildContext,
  { asks }: Pick<ReportSection, 'asks'>,
  { proposes }: ReportKind,
): Promise<readonly Option[]> {
  if (asks === '') return [];
  if (asks === 'custody') return choicesOf(custodyAnswers);
  if (proposes === 'order') return choicesOf(orderProposals);
  return (await optionsFor(tx, ['court_order'])).court_order ?? [];
}

/** What is written now, under every heading of its kind. */
export const writtenNow = (
  sections: readonly ReportSection[],
  rows: readonly SectionRow[],
  choices: readonly Option[],
): readonly WrittenSection[] =>
  sections.map(({ code, label, facts, asks }) => {
    const row = rows.find(({ section }) => section === code);
    const words = [...choices, ...choicesOf(custodyAnswers)];
    return {
      ...{ code, label, facts, asks },
      words: row?.words ?? null,
      chosen: (row?.chosen ?? []).map((each) => ({
        code: each,
        label: words.find(({ value }) => value === each)?.text ?? each,
      })),
    };
  });

/** The report as it stands: while it is written by its words and the record of today, then as it was sent. */
export async function documentOf(
  context: ChildContext,
  open: OpenReport,
): Promise<WrittenDocument> {
  const { report, kind, sections, facts } = open;
  const head = headOf(context, open);
  if (!isWritten(report) && report.latest)
    return reportDocument(head, report.latest.sections, shownFacts(report.latest.facts, facts));
  const choices = await choicesFor(context, { asks: 'proposal' }, kind);
  return reportDocument(head, writtenNow(sections, report.sections, choices), facts);
}

/** What is sent: the words, and the facts that they stand on. */
export async function contentToSend(
  context: ChildContext,
  { report, kind, sections, facts }: OpenReport,
) {
  const choices = await choicesFor(context, { asks: 'proposal' }, kind);
  return {
    sections: writtenNow(sections, report.sections, choices),
    facts: keptFacts(facts, sections),
  };
}

/** What was proposed, and what else was considered, as it was last sent. */
export function proposalOf({ latest }: Pick<Report, 'latest'>) {
  const chosen = (wanted: ReportSection['asks']) =>
    latest?.sections.find(({ asks }) => asks === wanted)?.chosen ?? [];
  return { proposal: chosen('proposal'), alternatives: chosen('alternatives') };
}
export const codesOf = ({ proposal, alternatives }: ReturnType<typeof proposalOf>) => ({
  proposal: proposal.map(({ code }) => code),
  alternatives: alternatives.map(({ code }) => code),
});

/** Why nobody changes a word of it now, and how to go on. */
export const closedWords = ({ report: { status } }: Pick<OpenReport, 'report'>): string | null => {
  if (isWritten({ status })) return null;
  if (status === 'sent') return 'It waits for a manager: no word of it is changed meanwhile.';
  return status === 'approved'
    ? 'A manager has approved it: to change it, look at it again first.'
    : 'It is not needed any more: no word of it is changed.';
};

/** Headings under which nothing is written yet. */
export const unwritten = ({ report, sections }: OpenReport) =>
  sections.filter(({ code }) => !report.sections.some(({ section }) => section === code));

export const hearingWords = ({ hearing }: Pick<Report, 'hearing'>): string =>
  hearing ? `${hearing.court}, ${hearing.kind.toLowerCase()}, ${formatDay(hearing.listed_on)}` : '';

function headOf({ child }: ChildContext, { report, kind }: OpenReport) {
  const { author, approver, approved_on } = report;
  return {
    title: kind.label,
    ...(report.status === 'approved'
      ? {}
      : { banner: `Not approved: ${reportStates[report.status].toLowerCase()}` }),
    opening: [
      `About ${child.forename} ${child.surname}${child.dateOfBirth ? `, born ${formatDay(child.dateOfBirth)}` : ''}.`,
      hearingWords(report) ? `For ${hearingWords(report)}.` : '',
      report.order ? `About the order: ${report.order}.` : '',
      author ? `Written by ${author}.` : '',
      approver && approved_on ? `Approved by ${approver} on ${formatDay(approved_on)}.` : '',
      'For the court and those to whom it gives it. It is not shown to anybody else.',
    ].filter(Boolean),
  };
}

/** One report in words. */
export function reportItem({ report, kind, again }: OpenReport): Item {
  const { status, author, hearing } = report;
  return {
    title: kind.label,
    badges: [
      {
        text: reportStates[status],
        tone: status === 'returned' ? 'late' : status === 'approved' ? 'good' : 'neutral',
      },
      ...(again.length > 0 ? [{ text: 'Look at it again', tone: 'late' as const }] : []),
    ],
    lines: [
      `Asked for on ${formatDay(report.asked_on)}${hearing ? `, for ${hearingWords(report)}` : ''}`,
      report.order ? `About ${report.order}` : '',
      author ? `Written by ${author}` : 'Nobody writes it yet',
      ...again,
      report.not_needed_why ? `Not needed: ${report.not_needed_why}` : '',
    ],
  };
}
