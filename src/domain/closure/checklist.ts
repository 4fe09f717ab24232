import { type ClosureCheck, closureChecks } from './checklist.data.ts';

/** Somebody's words, or why there are none. */
export type Feedback = { words: string; notKnownReason: string };

export type ClosureFacts = {
  finalAssessment: 'none' | 'draft' | 'submitted' | 'returned' | 'signed';
  exitStepsWaiting: number;
  /** Conditions of an outcome, by how they stand. */
  conditions: { open: number; kept: number; notKept: number };
  handover: 'accepted' | 'declined' | 'not-needed' | 'not-decided';
  handoverReason: string;
  childFeedback: Feedback;
  parentFeedback: Feedback;
  victimsTold: 'done' | 'not-wanted' | 'no-victim' | 'not-done';
  /** What the victim worker still owes those harmed. */
  victimDutiesOpen: number;
  /** True when the outcome carries a duty to tell police that has not been met with proof. */
  isPoliceNoticeOwed: boolean;
  reviewsOpen: number;
  /** Appointments still planned, where this is the child's last work. */
  appointmentsLeft: number;
  /** Facts still missing that returns and measures need, by name. */
  recordGaps: readonly string[];
  summary: string;
};

export type ClosureRow = { id: ClosureCheck; label: string; isDone: boolean; sentence: string };

/** The checklist as it stands, every line with what is done or what is still to do. */
export function closureChecklist(facts: ClosureFacts): ClosureRow[] {
  return closureChecks.map(({ id, label }) => {
    const stillNeeded = neededFor(id, facts);
    return {
      id,
      label,
      isDone: stillNeeded === null,
      sentence: stillNeeded ?? doneWords(id, facts),
    };
  });
}

// What is not in the way has not always been done: it is said how it stands.
function doneWords(id: ClosureCheck, facts: ClosureFacts): string {
  const { kept, notKept } = facts.conditions;
  switch (id) {
    case 'exit-steps':
      return 'None waits for an answer';
    case 'conditions-said':
      return kept + notKept === 0 ? 'No condition' : `Kept: ${kept}. Not kept: ${notKept}`;
    case 'hand-over':
      return facts.handover === 'accepted'
        ? 'Accepted'
        : facts.handover === 'declined'
          ? 'Declined'
          : 'Not needed';
    case 'child-feedback':
      return feedbackWords(facts.childFeedback);
    case 'parent-feedback':
      return feedbackWords(facts.parentFeedback);
    case 'victims-told':
      return victimsToldWords[facts.victimsTold];
    case 'police-told':
      return 'Nothing is owed to police';
    case 'reviews-held':
      return 'None is open';
    case 'appointments-off':
      return 'None is planned, or other work goes on';
    case 'record-gaps':
      return 'No gap';
    default:
      return 'Done';
  }
}

const feedbackWords = ({ words }: Feedback): string =>
  words.trim() === '' ? 'Not known, and why is written' : 'Done';

const victimsToldWords: Readonly<Record<ClosureFacts['victimsTold'], string>> = {
  done: 'Told',
  'not-wanted': 'They did not want to be told',
  'no-victim': 'Nobody harmed is on the record',
  'not-done': 'Not yet',
};

function neededFor(id: ClosureCheck, facts: ClosureFacts): string | null {
  switch (id) {
    case 'final-judgements':
      return facts.finalAssessment === 'signed' ? null : 'Get the final assessment signed';
    case 'exit-steps':
      return facts.exitStepsWaiting === 0
        ? null
        : `Follow up the exit steps that wait for an answer: ${facts.exitStepsWaiting}`;
    case 'conditions-said':
      return facts.conditions.open === 0
        ? null
        : `Say whether each condition was kept: ${facts.conditions.open} not said yet`;
    case 'hand-over':
      return handoverNeeds(facts);
    case 'child-feedback':
      return feedbackNeeds(facts.childFeedback, 'the child');
    case 'parent-feedback':
      return feedbackNeeds(facts.parentFeedback, 'parents or carers');
    case 'victims-told':
      return victimsNeed(facts);
    case 'police-told':
      return facts.isPoliceNoticeOwed ? 'Tell police how it ended, and keep the proof' : null;
    case 'reviews-held':
      return facts.reviewsOpen === 0 ? null : `Hold the open reviews: ${facts.reviewsOpen}`;
    case 'appointments-off':
      return facts.appointmentsLeft === 0
        ? null
        : `Call off what is still planned with the child: ${facts.appointmentsLeft}`;
    case 'record-gaps':
      return facts.recordGaps.length === 0 ? null : `Fill in: ${facts.recordGaps.join(', ')}`;
    case 'summary':
      return facts.summary.trim() === '' ? 'Enter what helped and what did not' : null;
  }
}

// Nobody was told by a tick: the victim worker's own record says so.
function victimsNeed({ victimsTold, victimDutiesOpen }: ClosureFacts): string | null {
  if (victimDutiesOpen > 0)
    return `Ask the victim worker to finish what those harmed have a right to: ${victimDutiesOpen} still open`;
  return victimsTold === 'not-done' ? 'Tell victims what they asked to know' : null;
}

function handoverNeeds(facts: ClosureFacts): string | null {
  if (facts.handover === 'accepted') return null;
  if (facts.handover === 'not-decided') return 'Select whether the hand-over was accepted';
  if (facts.handoverReason.trim() !== '') return null;
  return facts.handover === 'declined'
    ? 'Enter why the hand-over was declined'
    : 'Enter why no hand-over is needed';
}

function feedbackNeeds(feedback: Feedback, who: string): string | null {
  if (feedback.words.trim() !== '' || feedback.notKnownReason.trim() !== '') return null;
  return `Enter what ${who} thought, or why it is not known`;
}
