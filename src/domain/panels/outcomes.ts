import { z } from 'zod';
import type { Day } from '../calendar/day.ts';
import { inForceOn } from '../provenance.ts';
import { attributesOf, flag, type ReferenceRow, wholeOrNull } from '../reference/reference-row.ts';

/** What a joint decision can end in, as the code list `outcome` describes it. */
export type Outcome = {
  code: string;
  label: string;
  admissionNeeded: boolean;
  /** The child accepts having done it, without a formal admission. */
  responsibilityNeeded: boolean;
  isFirstTimeEntrant: boolean;
  conditionsAllowed: boolean;
  /** The service must tell police, with proof, when the plan is not kept. */
  policeNoticeOfFailure: boolean;
  involvementType: string | null;
  /** Gravity score that it usually answers; null where practice has not settled. */
  usualGravity: number | null;
  source: string;
  confidence: string;
  validFrom: Day | null;
  validTo: Day | null;
};

const columns = z.object({
  admission_needed: flag,
  responsibility_needed: flag,
  first_time_entrant: flag,
  conditions_allowed: flag,
  police_notice_of_failure: flag,
  involvement_type: z.string().nullish(),
  usual_gravity: wholeOrNull,
});

/** Reads one row of the code list. */
export function outcomeFrom(row: ReferenceRow): Outcome {
  const found = attributesOf(row, columns);
  return {
    code: row.code,
    label: row.label,
    admissionNeeded: found.admission_needed,
    responsibilityNeeded: found.responsibility_needed,
    isFirstTimeEntrant: found.first_time_entrant,
    conditionsAllowed: found.conditions_allowed,
    policeNoticeOfFailure: found.police_notice_of_failure,
    involvementType: found.involvement_type || null,
    usualGravity: found.usual_gravity,
    source: row.source,
    confidence: row.confidence,
    validFrom: row.validFrom,
    validTo: row.validTo,
  };
}

/** How the child answered the allegation; silence and "not asked" are not denial. */
export type ChildsAnswer =
  | 'admits'
  | 'accepts-responsibility'
  | 'denies'
  | 'no-comment'
  | 'unknown';

/** The outcomes open on the day of decision to a child who answered in this way. */
export function outcomesOpen(
  outcomes: readonly Outcome[],
  decidedOn: Day,
  answer: ChildsAnswer,
): Outcome[] {
  return inForceOn(outcomes, decidedOn).filter((outcome) => {
    if (outcome.admissionNeeded) return answer === 'admits';
    if (outcome.responsibilityNeeded)
      return answer === 'admits' || answer === 'accepts-responsibility';
    return true;
  });
}

/** Says whether police are still owed word that the plan was not kept: due unless it was sent with proof. */
export function owesPoliceNotice(
  outcome: Outcome,
  completion: 'completed' | 'not-completed' | 'withdrawn' | null,
  notice: { sentOn: Day | null; proof: string } | null,
): boolean {
  const isFailure = completion === 'not-completed' || completion === 'withdrawn';
  if (!outcome.policeNoticeOfFailure || !isFailure) return false;
  return notice === null || notice.sentOn === null || notice.proof.trim() === '';
}
