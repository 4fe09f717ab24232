import type { ClosureCheck } from '../../domain/closure/checklist.data.ts';
import {
  type ClosureFacts,
  type ClosureRow,
  closureChecklist,
} from '../../domain/closure/checklist.ts';
import { urls } from '../../urls.ts';
import type { ClosureRecord, StoredClosure } from './closure.queries.ts';

/** What is written in the closing's own form. */
export type Written = Pick<
  StoredClosure,
  | 'summary'
  | 'handover'
  | 'handover_to'
  | 'handover_on'
  | 'handover_reason'
  | 'child_feedback'
  | 'child_feedback_not_known'
  | 'parent_feedback'
  | 'parent_feedback_not_known'
  | 'victims_told'
  | 'end_reason'
  | 'disengagement_reason'
  | 'work_ended_on'
>;

const nothingWritten: Written = {
  summary: null,
  handover: 'not-decided',
  handover_to: null,
  handover_on: null,
  handover_reason: null,
  child_feedback: null,
  child_feedback_not_known: null,
  parent_feedback: null,
  parent_feedback_not_known: null,
  victims_told: 'not-done',
  end_reason: null,
  disengagement_reason: null,
  work_ended_on: null,
};

/** What is written so far; where the record has no victim the answer is there already. */
export const writtenIn = ({ closure, victims }: ClosureRecord): Written =>
  closure ?? { ...nothingWritten, victims_told: victims === 0 ? 'no-victim' : 'not-done' };

const gapNames: Readonly<Record<string, string>> = {
  ethnicity: 'ethnicity',
  language: 'language',
  send: 'special educational needs',
  sex: 'sex',
  'date-of-birth': 'date of birth',
  address: 'where the child lives',
  education: 'school, college or work',
  care: 'social care status',
  'parental-responsibility': 'who has parental responsibility',
};
const gapName = (gap: string) =>
  gap.endsWith('-disagree')
    ? `two sources disagree about ${gapNames[gap.slice(0, -9)] ?? gap.slice(0, -9)}`
    : (gapNames[gap] ?? gap.replaceAll('-', ' '));

/** The record as the closing's rules read it. */
function factsOf(record: ClosureRecord, written: Written): ClosureFacts {
  const status = record.final_assessment?.status ?? 'none';
  return {
    finalAssessment: status === 'abandoned' ? 'none' : status,
    exitStepsWaiting: record.exit_waiting,
    conditions: record.conditions,
    handover: written.handover,
    handoverReason: written.handover_reason ?? '',
    childFeedback: {
      words: written.child_feedback ?? '',
      notKnownReason: written.child_feedback_not_known ?? '',
    },
    parentFeedback: {
      words: written.parent_feedback ?? '',
      notKnownReason: written.parent_feedback_not_known ?? '',
    },
    // "No victim" is no answer while the record names one.
    victimsTold:
      written.victims_told === 'no-victim' && record.victims > 0
        ? 'not-done'
        : written.victims_told,
    victimDutiesOpen: record.victim_duties_open,
    isPoliceNoticeOwed: record.notice_owed_for !== null,
    reviewsOpen: record.reviews_open,
    appointmentsLeft: record.other_live > 0 ? 0 : record.appointments,
    recordGaps: record.gaps.map(gapName),
    summary: written.summary ?? '',
  };
}

export type CheckRow = ClosureRow & {
  readonly exception: ClosureRecord['exceptions'][number] | null;
  /** Where it is done; a place on this page begins with #. */
  readonly href: string;
};

/** The checklist with each line's exception, if one was recorded, and the place where it is done. */
export function checklistOf(record: ClosureRecord, written: Written, childId: string): CheckRow[] {
  return closureChecklist(factsOf(record, written)).map((row) => ({
    ...row,
    exception: record.exceptions.find(({ requirement }) => requirement === row.id) ?? null,
    href: placeOf(row.id, record, childId),
  }));
}

/** What still stands in the way: not done, and not passed with a reason. */
export const standingInTheWay = (rows: readonly CheckRow[]) =>
  rows.filter((row) => !row.isDone && row.exception === null);

// Police are told once it is recorded how the outcome ended.
function policePlace(owed: ClosureRecord['notice_owed_for'], childId: string): string {
  if (!owed) return urls.panels.childItems(childId);
  return owed.hasEnded
    ? urls.panels.policeNotice(childId, owed.id)
    : urls.panels.outcome(childId, owed.id);
}

function placeOf(id: ClosureCheck, record: ClosureRecord, childId: string): string {
  switch (id) {
    case 'final-judgements':
      return record.final_assessment
        ? urls.assessments.one(childId, record.final_assessment.id)
        : urls.assessments.start(childId);
    case 'exit-steps':
      return urls.plans.current(childId);
    case 'conditions-said':
      return record.outcome_id
        ? urls.panels.outcome(childId, record.outcome_id)
        : urls.panels.childItems(childId);
    case 'police-told':
      return policePlace(record.notice_owed_for, childId);
    case 'reviews-held':
      return urls.reviews.list(childId);
    case 'appointments-off':
      return urls.contacts.list(childId);
    case 'record-gaps':
      return urls.child.details(childId);
    case 'hand-over':
      return '#handover';
    case 'child-feedback':
      return '#child_feedback';
    case 'parent-feedback':
      return '#parent_feedback';
    case 'victims-told':
      return '#victims_told';
    case 'summary':
      return '#summary';
  }
}
