import type { AuditQuestion } from '../../../domain/audits/audit-questions.ts';
import type { AuditLine } from '../audits.queries.ts';

/** A question as audits asked it: of one framework, or of all when it is our own. */
export type Asked = { readonly frameworkId: string | null; readonly question: AuditQuestion };

/** What names a question in an address. */
export const keyOf = ({ frameworkId, question }: Asked): string =>
  frameworkId === null ? question.id : `${frameworkId}/${question.id}`;

/** Whether an audit can have asked it: a question of another framework has the same number and is another question. */
export const isAskedIn = ({ frameworkId }: Asked, audit: Pick<AuditLine, 'frameworkId'>): boolean =>
  frameworkId === null || frameworkId === audit.frameworkId;
