import { type Conflict, ownConflicts } from '../../../domain/audits/conflicts.data.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { movedOn } from '../../../platform/http/moved-on.ts';
import { urls } from '../../../urls.ts';
import { type Audit, oneAudit } from '../audits.queries.ts';
import { standingOf } from '../sample/sample.queries.ts';
import { type AuditCase, casesOf } from './audit.queries.ts';

export type OpenCase = {
  readonly audit: Audit;
  readonly one: AuditCase;
  /** Why the person looking may not give the case back, if so. */
  readonly tiedBack: string | null;
  /** Why the person looking may change no reader, if so: who may not judge a case has no say in who reads it. */
  readonly tied: string | null;
  readonly mayGoBack: boolean;
  /** Whether its readers differ and nobody at all may settle it. */
  readonly isLocked: boolean;
};

/** One case of a sample, as whoever runs the audit opens it. */
export async function openCase({ tx, actor, param }: PageContext): Promise<OpenCase | undefined> {
  const caseId = param('caseId');
  if (!isId(caseId)) return undefined;
  const audit = await oneAudit(tx, actor.serviceId, param('auditId'));
  const [one] = audit ? await casesOf(tx, actor.serviceId, audit.id, caseId) : [];
  if (!audit || !one) return undefined;
  const { tie, hasNobody, ...may } = await standingOf(tx, one.id, one.childId, actor.staffId);
  const tied = tie ? tiedWords(tie) : null;
  // Where nobody is left who may settle a case, or who may change its readers, whoever runs audits gives it back.
  const tiedBack = may.isLocked || hasNobody ? null : tied;
  return { audit, one, tied, tiedBack, ...may };
}

const tiedWords = (tie: Conflict) =>
  `Somebody else changes the readers of this case or gives it back: ${ownConflicts[tie]}`;

/** Whether its readers may be changed and the case be given back. */
export const isBeingRead = ({ audit, one }: OpenCase): boolean =>
  audit.status === 'reading' && !one.withdrawnOn;

/** The same case while that is so. */
export async function openedToChange(context: PageContext): Promise<OpenCase | undefined> {
  const open = await openCase(context);
  if (open && !isBeingRead(open))
    movedOn('This case was given back, or its audit has ended: its readers stay as they are', {
      href: urls.audits.caseOne(open.audit.id, open.one.id),
      text: 'See the case',
    });
  return open;
}

export const alone = 'You lead this audit and would be its only reader';

/** Whether the lead would read all of a sample alone. */
export const isAlone = (audit: Audit, cases: readonly AuditCase[], me: string): boolean =>
  audit.leadId === me &&
  cases.every(({ readings }) => readings.every(({ readerId }) => readerId === me));
