import type { Framework, Rating, Standard } from './framework.ts';
import { isSameName, ratingNamed, standardOf } from './in-framework.ts';
import type { KeyQuestionResult, StatedResult, StatedStandard } from './read-stated.ts';
import type { FieldProblem } from './shape.ts';

/** What a result says when something was not rated, which is not the same as not knowing. */
export const NOT_RATED = 'Not rated';

/** A rating, that there was none, or nothing said. */
export type StatedRating = Rating | typeof NOT_RATED | null;

/** One standard as stated, in the framework's own words. */
export type NamedStandard = {
  readonly standard: Standard;
  readonly rating: StatedRating;
  readonly results: ReadonlyMap<string, KeyQuestionResult>;
  readonly discretionReason: string | null;
};

export type NamedResult = {
  readonly standards: readonly NamedStandard[];
  /** Standards that the framework does not have; they are told and rate nothing. */
  readonly unknown: readonly string[];
  readonly overallRating: StatedRating;
  readonly resettlement: StatedRating;
};

/** Puts a stated result into the framework's words, in its order, and names every word that is not one of them. */
export function nameStated(
  framework: Framework,
  stated: StatedResult,
): { readonly named: NamedResult; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const tell = (field: string, problem: string) => problems.push({ field, problem });
  const rating = (field: string, name: string | null | undefined): StatedRating => {
    if (name == null || name.trim() === '') return null;
    if (isSameName(name, NOT_RATED)) return NOT_RATED;
    const found = ratingNamed(framework, name);
    if (!found) tell(field, `“${name}” is no rating: use ${listOfRatings(framework)}`);
    return found;
  };
  const standards: NamedStandard[] = [];
  const unknown: string[] = [];
  for (const [id, value] of Object.entries(stated.standards ?? {})) {
    const field = `standards.${id}`;
    const standard = standardOf(framework, id);
    if (!standard) unknown.push(id);
    else if (standards.some((other) => other.standard === standard)) tell(field, 'is stated twice');
    else if (value !== null)
      standards.push({
        standard,
        rating: rating(`${field}.rating`, value.rating),
        results: resultsOf(framework, standard, value, field, tell),
        discretionReason: value.discretion,
      });
  }
  const order = framework.domains.flatMap((domain) => domain.standards);
  standards.sort((one, other) => order.indexOf(one.standard) - order.indexOf(other.standard));
  const named = {
    standards,
    unknown,
    overallRating: rating('overallRating', stated.overallRating),
    resettlement: rating('resettlement', stated.resettlement),
  };
  return { named, problems };
}

function resultsOf(
  framework: Framework,
  standard: Standard,
  { keyQuestions }: StatedStandard,
  field: string,
  tell: (field: string, problem: string) => void,
): Map<string, KeyQuestionResult> {
  const results = new Map<string, KeyQuestionResult>();
  for (const [name, result] of Object.entries(keyQuestions ?? {})) {
    const id = keyQuestionId(framework, standard, name);
    const place = `${field}.keyQuestions.${name}`;
    if (id === null)
      tell(
        place,
        `standard ${standard.id} has no such key question: use ${keyQuestionNames(framework, standard).join(', ')}`,
      );
    else if (results.has(id)) tell(place, 'is stated twice');
    else if (result !== null) results.set(id, result);
  }
  return results;
}

// By its own number, by the last part of it, or by what its lens is called.
function keyQuestionId(framework: Framework, standard: Standard, name: string): string | null {
  const found = standard.keyQuestions.find(({ id, lens }) => {
    if (id.toLowerCase() === name.trim().toLowerCase()) return true;
    const named = framework.lenses.find((one) => one.id === lens);
    return (
      named !== undefined &&
      [named.id, named.title, ...named.alsoWritten].some((word) => isSameName(word, name))
    );
  });
  return found?.id ?? null;
}

/** What the key questions of a standard may be called: its number, or the name of its lens where it has one. */
export const keyQuestionNames = (
  framework: Framework,
  { keyQuestions }: Standard,
): readonly string[] =>
  keyQuestions.map(({ id, lens }) => {
    const named = framework.lenses.find((one) => one.id === lens);
    return named ? `“${named.id}” (${id})` : `“${id}”`;
  });

function listOfRatings(framework: Framework): string {
  return framework.ratings.map(({ name }) => `“${name}”`).join(', ');
}
