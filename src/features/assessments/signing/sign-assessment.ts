import type { Actor } from '../../../domain/access/can.ts';
import { missingForSignature } from '../../../domain/assessments/completeness.ts';
import { type Content, draftOf } from '../../../domain/assessments/content.ts';
import {
  type CountersignReason,
  judgementNeedsCountersign,
  type LevelsByJudgement,
} from '../../../domain/assessments/levels.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import { changeRow } from '../../../record/rows.ts';
import { type LastSigned, lastSigned, type OpenAssessment } from '../assessment.queries.ts';
import { addVersion } from '../writing/save-content.ts';

export type Signing = { readonly kind: 'incomplete' | 'moved-on' | 'signed' | 'submitted' };

/** Signs an assessment that lacks nothing; where the rule asks for a manager it waits for their signature instead. */
export async function signAssessment(
  tx: Tx,
  actor: Actor,
  open: OpenAssessment,
  input: { readonly version: number; readonly today: Day },
): Promise<Signing> {
  const problems = missingForSignature(draftOf(open.template, open.content));
  const levels = levelsOf(open.content);
  if (problems.length > 0 || !levels) return { kind: 'incomplete' };
  const reasons = countersignReasons(open.content, levels, await lastSigned(tx, open.childId));
  const waits = reasons.length > 0;
  const row = { id: open.id, version: input.version };
  const saved = await changeRow(tx, 'assessment', row, {
    status: waits ? 'submitted' : 'signed',
    signed_on: waits ? null : input.today,
    submitted_on: input.today,
    submitted_by: actor.staffId,
    needs_countersign: waits,
    countersign_reasons: reasons.map((reason) => reason.sentence),
    returned_comment: null,
    returned_on: null,
    likelihood_level: levels.likelihood,
    safety_level: levels.safety,
    harm_level: levels.harm,
  });
  if (saved.kind === 'moved-on') return saved;
  await addVersion(tx, actor, open, {
    version: input.version + 1,
    content: open.content,
    event: waits ? 'submit' : 'sign',
    comment: null,
  });
  return { kind: waits ? 'submitted' : 'signed' };
}

/** The three levels once all are chosen. */
export function levelsOf(content: Content): LevelsByJudgement | null {
  const { likelihood, safety, harm } = content.judgements;
  if (!likelihood.level || !safety.level || !harm.level) return null;
  return { likelihood: likelihood.level, safety: safety.level, harm: harm.level };
}

/** Why a manager must sign too, against the levels last signed. */
export function countersignReasons(
  content: Content,
  levels: LevelsByJudgement,
  before: LastSigned | null,
): CountersignReason[] {
  const { likelihood, safety, harm } = content.judgements;
  return judgementNeedsCountersign({
    levels,
    previousLevels: before?.levels ?? null,
    suggested: {
      ...(likelihood.suggested ? { likelihood: likelihood.suggested } : {}),
      ...(safety.suggested ? { safety: safety.suggested } : {}),
      ...(harm.suggested ? { harm: harm.suggested } : {}),
    },
    overridden: [],
  });
}
