import type { Contradiction } from './contradictions.ts';
import { withDiscretion } from './discretion.ts';
import type { Framework } from './framework.ts';
import { nameOf } from './in-framework.ts';
import { type NamedStandard, NOT_RATED, type StatedRating } from './name-stated.ts';
import { rateFromKeyQuestions } from './rate-standard.ts';

type RatedStandard = {
  readonly rating: StatedRating;
  readonly contradictions: readonly Contradiction[];
};

/** Rates one standard: by its key questions where they settle it, or else as stated. */
export function rateStatedStandard(framework: Framework, named: NamedStandard): RatedStandard {
  const { standard, rating: stated, results, discretionReason } = named;
  const { rating: settled, atBest, lowest } = rateFromKeyQuestions(framework, standard, results);
  const agreed = { rating: settled ?? stated, contradictions: [] };
  const against = (message: string, follows: string | null): RatedStandard => ({
    rating: settled ?? stated,
    contradictions: [
      { field: `standards.${standard.id}`, stated: nameOf(stated), follows, message },
    ],
  });
  if (results.size > 0 && standard.rated === 'judged' && stated === null)
    return against(
      `${standard.id} is judged from evidence: percentages alone give it no rating`,
      null,
    );
  if (atBest === null || stated === null || stated === settled) return agreed;
  if (settled !== null && stated !== NOT_RATED && discretionReason !== null) {
    const decided = { to: stated.name, reason: discretionReason };
    const after = withDiscretion(framework, standard, settled, decided);
    return after.kind === 'moved'
      ? { rating: stated, contradictions: [] }
      : against(`${standard.id}: ${after.reason}`, settled.name);
  }
  if (settled === null && (stated === NOT_RATED || stated.points <= atBest.points)) return agreed;
  const can = settled === null ? 'allows at best' : 'gives';
  return against(
    `${standard.id} is stated as ${nameOf(stated)}, but its lowest key question, ${lowest}%, ${can} ${atBest.name}`,
    atBest.name,
  );
}
