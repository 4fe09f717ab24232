import type { StandardLine } from '../../domain/inspections/rate-inspection.ts';
import type { Inspection, LinkedAudit } from './inspections.queries.ts';

type Standing = {
  readonly lines: readonly (Pick<StandardLine, 'rating' | 'notYet' | 'unfit'> & {
    readonly standard: Pick<StandardLine['standard'], 'id' | 'rated' | 'counts'>;
  })[];
  readonly inspection: Pick<Inspection, 'kind' | 'meetings' | 'ratings' | 'points'> & {
    readonly audits: readonly LinkedAudit[];
  };
};

/** What a reader of the report would ask first: why an inspection cannot be published yet, or nothing. */
export function unready({ lines, inspection }: Standing): string | undefined {
  const named = (some: readonly { readonly standard: { readonly id: string } }[]) =>
    some.map(({ standard }) => standard.id).join(', ');
  const unfit = lines.find((line) => line.unfit);
  if (unfit) return `Standard ${unfit.standard.id} cannot be rated: ${unfit.unfit}`;
  const unrated = lines.filter(({ standard, rating }) => standard.counts && !rating);
  if (unrated.length > 0) return `Rate every standard before publishing: ${named(unrated)}`;
  const unread = lines.filter(
    ({ standard, notYet }) => standard.rated === 'lowest-key-question' && notYet > 0,
  );
  if (unread.length > 0) return `Cases are still to be read for: ${named(unread)}`;
  const open = inspection.audits.filter(({ status }) => ['planned', 'reading'].includes(status));
  if (open.length > 0)
    return `Finish the reading first, or count it no longer: ${open.map(({ title }) => title).join('; ')}`;
  // What the inspectorate decided it decided elsewhere; the service keeps it and has no panel of its own for it.
  if (inspection.kind !== 'inspectorate') {
    if (inspection.meetings === 0) return 'Record the meeting of the ratings panel first';
    const decided = new Set(
      inspection.ratings.filter(({ decisionId }) => decisionId).map(({ standard }) => standard),
    );
    const proposed = lines.filter(
      ({ standard, rating }) => standard.rated === 'judged' && rating && !decided.has(standard.id),
    );
    if (proposed.length > 0)
      return `These ratings are proposals that the panel has not decided: ${named(proposed)}`;
  }
  return inspection.points.open > 0 ? 'Answer every point of factual accuracy first' : undefined;
}
