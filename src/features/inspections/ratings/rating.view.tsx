import type { StandardLine } from '../../../domain/inspections/rate-inspection.ts';
import type { Html } from '../../../ui/html.ts';
import type { OpenInspection } from '../open-inspection.ts';

/** A standard's rating as it stands. */
export function RatingBadge({ line }: { readonly line: StandardLine }): Html {
  const { rating, isMoved, proposed, notYet, standard } = line;
  const isJudged = standard.rated === 'judged';
  if (!rating) return <span class="fh-badge fh-badge-neutral">Not rated yet</span>;
  const points = rating.points;
  const tone = points >= 2 ? 'good' : points === 1 ? 'soon' : 'late';
  return (
    <span>
      <span class={`fh-badge fh-badge-${tone}`}>{rating.name}</span>
      {isMoved ? <span class="fh-quiet"> moved by the panel</span> : null}
      {proposed ? (
        <span class="fh-quiet">
          {isJudged ? ' Proposed' : ` Proposed, and not counted: ${proposed.name}`}
        </span>
      ) : null}
      {notYet > 0 && !isJudged ? <span class="fh-quiet"> so far</span> : null}
      {standard.provisional ? <span class="fh-quiet"> provisional</span> : null}
    </span>
  );
}

/** The overall rating, counted as the standards are rated; what does not count stands beside it. */
export function OverallCard({ open }: { readonly open: OpenInspection }): Html {
  const { overall, lines } = open;
  const beside = lines.filter(({ standard }) => !standard.counts);
  const waiting = lines
    .filter(({ standard, rating }) => standard.counts && !rating)
    .map(({ standard }) => standard.id);
  return (
    <div class="fh-even">
      <section class="fh-card" aria-labelledby="overall">
        <h2 class="govuk-heading-m" id="overall">
          Overall: {overall.rating?.name ?? 'not known yet'}
        </h2>
        <p class="govuk-body">
          {overall.points} of {overall.max} points
          {waiting.length > 0 ? `; still to be rated: ${waiting.join(', ')}` : ''}
        </p>
        {overall.provisional ? (
          <p class="govuk-body fh-quiet">Provisional bands. {overall.provisional}</p>
        ) : null}
      </section>
      {beside.map((line) => (
        <section class="fh-card" aria-labelledby={`beside-${line.standard.id}`}>
          <h2 class="govuk-heading-m" id={`beside-${line.standard.id}`}>
            {line.standard.title}
          </h2>
          <p>
            <RatingBadge line={line} />
          </p>
          <p class="govuk-body fh-quiet">
            Shown beside the overall rating and never counted in it.
          </p>
        </section>
      ))}
    </div>
  );
}
