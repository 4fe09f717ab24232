import type { Framework, InspectionType, KeyQuestion, Rating, Standard } from './framework.ts';

/** Every standard in the order of the domains. */
export function standardsOf(framework: Framework): Standard[] {
  return framework.domains.flatMap(({ standards }) => standards);
}

/** A standard by its number, however its letters are written. */
export function standardOf(framework: Framework, id: string): Standard | null {
  const wanted = id.trim().toLowerCase();
  return standardsOf(framework).find((standard) => standard.id.toLowerCase() === wanted) ?? null;
}

/** The standards whose points make up the score of an inspection of this type. */
export function countingStandards(framework: Framework, type: InspectionType): Standard[] {
  return standardsOf(framework).filter(({ id, counts }) => counts && type.standards.includes(id));
}

/** The highest score that an inspection of this type can have. */
export function highestScore(framework: Framework, type: InspectionType): number {
  return countingStandards(framework, type).length * topRating(framework).points;
}

/** A rating by its name, in any case and with spaces or hyphens; null when the framework has none such. */
export function ratingNamed(framework: Framework, name: string): Rating | null {
  return framework.ratings.find((rating) => isSameName(rating.name, name)) ?? null;
}

/** Whether two names differ in nothing but case, spaces and signs. */
export function isSameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** A rating in words, or the words that stand for none. */
export function nameOf<Words extends string | null>(rating: Rating | Words): string | Words {
  return typeof rating === 'object' && rating !== null ? rating.name : rating;
}

/** What the pages must call provisional, and why. */
export function provisionalParts(framework: Framework): { part: string; reason: string }[] {
  const found: { part: string; provisional: string | null }[] = [
    ...standardsOf(framework).flatMap((standard) => [
      { part: `Standard ${standard.id}`, provisional: standard.provisional },
      ...standard.keyQuestions.map(({ id, provisional }) => ({
        part: `Key question ${id}`,
        provisional,
      })),
    ]),
    ...framework.scoreBands.map(({ max, provisional }) => ({
      part: `Score bands out of ${max}`,
      provisional,
    })),
    { part: 'Professional discretion', provisional: framework.discretion.provisional },
    { part: 'Sample', provisional: framework.sampling.provisional },
    ...framework.inspectionTypes.map(({ title, provisional }) => ({ part: title, provisional })),
  ];
  return [
    ...framework.provisionalParts,
    ...found.flatMap(({ part, provisional }) =>
      provisional === null ? [] : [{ part, reason: provisional }],
    ),
  ];
}

function topRating(framework: Framework): Rating {
  return framework.ratings.reduce((top, rating) => (rating.points > top.points ? rating : top));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Whether a key question is answered by reading cases. */
export const isReadInCases = (
  standard: Pick<Standard, 'rated'>,
  question: Pick<KeyQuestion, 'fromCases'>,
): boolean => standard.rated === 'lowest-key-question' || question.fromCases === true;
