import { addDays, type Day } from '../domain/calendar/day.ts';
import { inspectionTexts } from './inspection-texts.data.ts';
import type { Rows } from './rows.ts';

type Finding = {
  readonly standard: string;
  readonly bears: string;
  readonly finding: string;
  readonly source: string;
  readonly detail: string;
};
type Recommended = {
  readonly text: string;
  readonly addressees: readonly string[];
  readonly measure: string | null;
  readonly actions: readonly {
    readonly what: string;
    readonly done: boolean;
    readonly moved?: boolean;
    readonly evidence?: string;
    readonly impact?: string;
  }[];
};
type Telling = {
  readonly rows: Rows;
  readonly own: { readonly service_id: string; readonly created_by: string };
  readonly lead: string;
  readonly asOf: Day;
  id(...words: readonly (string | number)[]): string;
  readonly inspection: Readonly<Record<string, unknown>> & {
    readonly fieldwork_to: Day;
    readonly created_at: string;
  };
  readonly audits: readonly { readonly id: string }[];
  /** When its ratings panel met, which is after the last case was read. */
  readonly panelOn: Day;
  readonly findings: readonly Finding[];
  readonly texts: Readonly<Record<string, string>>;
  readonly recommendations: readonly Recommended[];
  readonly points: (typeof inspectionTexts)['points'] | readonly [];
  /** The standards that the panel judged. */
  readonly judged: readonly (keyof typeof inspectionTexts.judged)[];
};

/** One inspection with its evidence, ratings, points, recommendations and texts. */
export function tellInspectionParts(telling: Telling): void {
  const { rows, own, lead, id, inspection, findings, texts, points, panelOn } = telling;
  const at = `${inspection.fieldwork_to}T15:00:00Z`;
  const part = (...words: readonly (string | number)[]) => ({
    ...own,
    id: id(...words),
    inspection_id: id('inspection'),
    created_at: at,
  });
  rows.add('inspection', {
    ...own,
    ...inspection,
    id: id('inspection'),
    framework_id: '2025',
    lead_id: lead,
  });
  for (const audit of telling.audits)
    rows.add('inspection_audit', { ...part('audit', audit.id), audit_id: audit.id });
  findings.forEach(({ detail, ...finding }, index) => {
    rows.add('inspection_evidence', {
      ...part('finding', index),
      ...finding,
      source_detail: detail,
      seen_on: inspection.fieldwork_to,
    });
  });
  for (const [name, words] of Object.entries(texts))
    rows.add('inspection_text', { ...part('text', name), part: name, words });
  points.forEach(({ place, point, by, evidence, answer, reason }, index) => {
    rows.add('inspection_point', {
      ...part('point', index),
      number: index + 1,
      place,
      point,
      raised_by: by,
      raised_on: panelOn,
      evidence,
      answer,
      answer_reason: reason,
      answered_on: answer ? addDays(panelOn, 1) : null,
    });
  });
  rows.add('inspection_panel', {
    ...part('panel'),
    held_on: panelOn,
    attended: inspectionTexts.attended,
    notes: inspectionTexts.panelNotes,
  });
  for (const standard of telling.judged) tellDecision(telling, part('rating', standard), standard);
  telling.recommendations.forEach((each, index) => {
    const recommendation = part('recommendation', index);
    rows.add('inspection_recommendation', {
      ...recommendation,
      number: index + 1,
      recommendation: each.text,
      addressees: each.addressees,
      measure: each.measure,
    });
    tellActions(telling, recommendation.id, each);
  });
}

function tellDecision(
  { rows, own, lead, id, panelOn }: Telling,
  part: { readonly inspection_id: string; readonly created_at: string },
  standard: keyof typeof inspectionTexts.judged,
): void {
  const { rating, reason, positions, dissent } = inspectionTexts.judged[standard];
  const decision = id('decision', standard);
  rows.add('decision', {
    ...own,
    id: decision,
    about_table: 'inspection',
    about_id: part.inspection_id,
    question: `How is standard ${standard} rated?`,
    options: ['Inadequate', 'Requires improvement', 'Good', 'Outstanding'],
    positions: positions.split('\n').map((line) => {
      const [by = '', position = ''] = line.split(': ');
      return { agency: '', by, position };
    }),
    information: 'The evidence written down against the standard.',
    outcome: rating,
    rationale: reason,
    dissent,
    decided_on: panelOn,
    decided_by: lead,
    created_at: `${panelOn}T15:00:00Z`,
  });
  rows.add('inspection_rating', { ...part, standard, rating, reason, decision_id: decision });
}

function tellActions(
  { rows, own, lead, id, inspection, asOf }: Telling,
  recommendationId: string,
  { actions }: Recommended,
): void {
  actions.forEach(({ what, done, moved, evidence, impact }, index) => {
    const promised = addDays(inspection.fieldwork_to, 70);
    rows.add('action', {
      ...own,
      id: id('action', recommendationId, index),
      about_table: 'inspection_recommendation',
      about_id: recommendationId,
      what,
      owner_id: lead,
      owner_name: 'Philippa Standfast',
      agency: 'youth-justice',
      original_due: promised,
      due_on: moved ? addDays(asOf, 40) : promised,
      done_on: done ? addDays(inspection.fieldwork_to, 6) : null,
      evidence: evidence ?? null,
      impact: impact ?? null,
      created_at: `${inspection.fieldwork_to}T16:00:00Z`,
    });
  });
}
