import {
  type Contradiction,
  contradictionsOf,
  differencesOf,
  type RecordNow,
  unchangedSince,
} from '../../../domain/assessments/since-signed.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { OpenAssessment } from '../assessment.queries.ts';
import { type RecordBeside, recordBeside } from '../writing/record.queries.ts';

/** What whoever signs should have seen: what the record contradicts, what is not weighed, what changed and what did not. */
export async function beforeSigning(tx: Tx, open: OpenAssessment) {
  const record = await recordBeside(tx, open);
  const { template, content: now, begunWith } = open;
  const signed = open.kind === 'initial' ? null : begunWith;
  const contradictions: readonly Contradiction[] = contradictionsOf(
    template,
    { signed, now },
    recordNow(record),
  );
  return {
    contradictions,
    unmarked: record.answers.filter(({ use }) => use === null),
    since: signed && {
      changes: record.changes,
      changed: differencesOf(template, signed, now),
      unchanged: unchangedSince(template, signed, now),
    },
  };
}

export type BeforeSigning = Awaited<ReturnType<typeof beforeSigning>>;

const isUnsuitable = (suitable: string) => suitable === 'no';

function recordNow({ homes, changes, exploitationWarnings, risks }: RecordBeside): RecordNow {
  const told = changes.map(({ what, on, type, ofHome }) => ({
    text: `${what}, ${formatDay(on)}`,
    type,
    ofHome,
  }));
  return {
    homes: homes.map(({ text, since, isSettled, suitable }) => ({
      text: `${text}, since ${formatDay(since)}${isUnsuitable(suitable) ? ', not suitable' : ''}`,
      holds: isSettled && !isUnsuitable(suitable),
    })),
    changes: told,
    risks,
    exploitation: [
      ...exploitationWarnings.map((warning) => `Warning: ${warning}`),
      ...told.flatMap(({ type, text }) => (type === 'exploitation-signal' ? [text] : [])),
    ],
  };
}
