import { smallNumberRules } from '../figures/small-numbers.data.ts';
import type { InspectionReport } from './report.ts';

const { count: small, protecting } = smallNumberRules;

/** A figure of the inspection that a text may refer to. */
export type ReportFigure = {
  readonly reference: string;
  readonly what: string;
  /** As printed; null while it is not known. */
  readonly value: string | null;
};

type Numbers = Pick<InspectionReport, 'ratings' | 'recommendations' | 'samples' | 'tooFew'>;

/** Every figure a text may refer to, in the order of the report. */
export function reportFigures({ ratings, recommendations, tooFew }: Numbers): ReportFigure[] {
  const { lines, overall } = ratings;
  const isRated = overall.missing.length === 0;
  const beside = lines.find(({ standard }) => !standard.counts);
  const sets = new Map<string, number[]>();
  for (const { domain, questions } of lines)
    if (domain.cases !== null)
      sets.set(domain.cases, [
        ...(sets.get(domain.cases) ?? []),
        ...questions.flatMap(({ count }) => (count ? [count.of] : [])),
      ]);
  return [
    figure('score', 'Points of the standards that count', isRated ? overall.points : null),
    figure('max', 'The highest score there can be', overall.max),
    figure('overall', 'Overall rating', overall.rating?.name ?? null),
    ...(beside
      ? [figure('resettlement', `Rating of ${beside.standard.title}`, beside.rating?.name ?? null)]
      : []),
    figure('recommendations', 'How many recommendations', recommendations.length),
    ...[...sets].map(([set, counts]) =>
      figure(`${set}.cases`, `Cases read, ${set}`, casesWords(counts, tooFew !== undefined)),
    ),
    ...lines.flatMap(({ standard, rating, questions, domain }) => {
      const shown = (value: string | number | null) =>
        value !== null && tooFew?.has(standard.id) ? protecting.mark : value;
      return [
        figure(
          `${standard.id}.rating`,
          `Rating of ${standard.id} ${standard.title}`,
          rating?.name ?? null,
        ),
        ...(domain.cases === null || standard.rated === 'judged'
          ? []
          : questions.flatMap(({ id, question, count, percentage }) => [
              figure(
                `${id}.percent`,
                question,
                shown(percentage === null ? null : `${percentage}%`),
              ),
              figure(`${id}.yes`, `${question} Cases judged yes`, shown(count?.yes ?? null)),
              figure(`${id}.of`, `${question} Cases judged`, shown(count?.of ?? null)),
            ])),
      ];
    }),
  ];
}

function figure(reference: string, what: string, value: string | number | null): ReportFigure {
  return { reference, what, value: value === null ? null : String(value) };
}

/** How many cases were read; a few of them not for whoever sees no child's record. */
function casesWords(counts: readonly number[], hidesSmall: boolean): string | number | null {
  if (counts.length === 0) return null;
  const most = Math.max(...counts);
  return hidesSmall && most >= 1 && most <= small.most ? small.mark : most;
}
