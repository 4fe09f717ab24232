import type { StandardLine } from '../../domain/inspections/rate-inspection.ts';
import { inspectionStates } from '../../domain/inspections/workspace.data.ts';
import type { Inspection, LinkedAudit } from './inspections.queries.ts';

type Standing = {
  readonly lines: readonly (Pick<StandardLine, 'rating' | 'notYet' | 'unfit'> & {
    readonly standard: Pick<StandardLine['standard'], 'id' | 'rated' | 'counts'>;
  })[];
  readonly inspection: Pick<Inspection, 'kind' | 'state' | 'meetings' | 'ratings' | 'points'> & {
    readonly audits: readonly LinkedAudit[];
  };
};

/** Why an inspection cannot be moved to a state yet, or nothing; back it can always be moved until it is published. */
export function whyNotYet(state: Inspection['state'], standing: Standing): string | undefined {
  const order = Object.keys(inspectionStates);
  const isBefore = (other: Inspection['state']) => order.indexOf(state) < order.indexOf(other);
  if (isBefore(standing.inspection.state) || isBefore('ratings-panel')) return undefined;
  // What the inspectorate reads and decides it reads and decides elsewhere; the service keeps it and has no panel of its own for it.
  const isOurs = standing.inspection.kind !== 'inspectorate';
  if (isBefore('draft')) return isOurs ? unread(standing) : undefined;
  if (isBefore('published')) return isOurs ? (unrated(standing) ?? undecided(standing)) : undefined;
  return (
    unrated(standing) ??
    unread(standing) ??
    (isOurs ? undecided(standing) : undefined) ??
    (standing.inspection.points.open > 0
      ? 'Answer every point of factual accuracy first'
      : undefined)
  );
}

const named = (some: readonly { readonly standard: { readonly id: string } }[]) =>
  some.map(({ standard }) => standard.id).join(', ');

function unread({ lines, inspection }: Standing): string | undefined {
  const waiting = lines.filter(
    ({ standard, rating, notYet }) =>
      notYet > 0 || (standard.rated === 'lowest-key-question' && !rating),
  );
  const unfit = unfitOf(lines);
  if (unfit) return unfit;
  if (waiting.length > 0) return `Cases are still to be read for: ${named(waiting)}`;
  const open = inspection.audits.filter(({ status }) => ['planned', 'reading'].includes(status));
  return open.length > 0
    ? `Finish the reading first, or count it no longer: ${open.map(({ title }) => title).join('; ')}`
    : undefined;
}

function unrated({ lines }: Standing): string | undefined {
  const none = lines.filter(({ standard, rating }) => standard.counts && !rating);
  return (
    unfitOf(lines) ?? (none.length > 0 ? `Rate every standard first: ${named(none)}` : undefined)
  );
}

function unfitOf(lines: Standing['lines']): string | undefined {
  const line = lines.find(({ unfit }) => unfit);
  return line && `Standard ${line.standard.id} cannot be rated: ${line.unfit}`;
}

function undecided({ lines, inspection }: Standing): string | undefined {
  if (inspection.meetings === 0) return 'Record the meeting of the ratings panel first';
  const decided = new Set(
    inspection.ratings.filter(({ decisionId }) => decisionId).map(({ standard }) => standard),
  );
  const proposed = lines.filter(
    ({ standard, rating }) => standard.rated === 'judged' && rating && !decided.has(standard.id),
  );
  return proposed.length > 0
    ? `These ratings are proposals that the panel has not decided: ${named(proposed)}`
    : undefined;
}
