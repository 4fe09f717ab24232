import { type Band, type Framework, frameworkFile } from './framework.ts';
import { highestScore, standardsOf } from './in-framework.ts';
import { readAs } from './shape.ts';

export type LoadedFramework =
  | { kind: 'ok'; framework: Framework }
  | { kind: 'refused'; problems: string[] };

/** Checks a framework read from a file and names every problem by its place, so that whoever wrote it can mend it. */
export function loadedFramework(json: unknown): LoadedFramework {
  const read = readAs(frameworkFile, json);
  if (read.kind === 'refused')
    return {
      kind: 'refused',
      problems: read.problems.map(({ field, problem }) => `${field || 'file'}: ${problem}`),
    };
  const problems = frameworkProblems(read.value);
  return problems.length > 0
    ? { kind: 'refused', problems }
    : { kind: 'ok', framework: read.value };
}

function frameworkProblems(framework: Framework): string[] {
  return [
    ...idProblems(framework),
    ...ratingProblems(framework),
    ...bandProblems(framework, 'percentageBands', framework.percentageBands, 100),
    ...framework.scoreBands.flatMap(({ max, bands }) =>
      bandProblems(framework, `scoreBands of ${max}`, bands, max),
    ),
    ...lensProblems(framework),
    ...typeProblems(framework),
    ...framework.discretion.domains
      .filter((id) => !framework.domains.some((domain) => domain.id === id))
      .map((id) => `discretion: there is no domain ${id}`),
    ...framework.sampling.limits
      .filter(({ min, max }) => min > max)
      .map(({ programmeYear, cases }) => `sampling ${programmeYear} ${cases}: min is over max`),
  ];
}

function idProblems(framework: Framework): string[] {
  const standards = standardsOf(framework);
  const questions = standards.flatMap(({ keyQuestions }) => keyQuestions);
  return [
    ...repeated('domain', framework.domains),
    ...repeated('standard', standards),
    ...repeated('key question', questions),
    ...repeated(
      'prompt',
      questions.flatMap(({ prompts }) => prompts),
    ),
    ...repeated('lens', framework.lenses),
    ...repeated('inspection type', framework.inspectionTypes),
    ...repeated(
      'score bands',
      framework.scoreBands.map(({ max }) => ({ id: String(max) })),
    ),
  ];
}

function repeated(what: string, rows: readonly { id: string }[]): string[] {
  const ids = rows.map(({ id }) => id.toLowerCase());
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(
    (id) => `${what} ${id}: the id is used twice`,
  );
}

function ratingProblems({ ratings }: Framework): string[] {
  return ratings.flatMap(({ name, points }, index) => {
    const before = ratings[index - 1];
    return before && points <= before.points
      ? [`ratings: ${name} must have more points than ${before.name}`]
      : [];
  });
}

// Bands go from 0 to the top with neither a gap nor an overlap, the lowest rating first, each rating once.
function bandProblems(
  framework: Framework,
  place: string,
  bands: readonly Band[],
  max: number,
): string[] {
  const problems: string[] = [];
  let next = 0;
  for (const { rating, from, to } of bands) {
    if (from > next) problems.push(`${place}: nothing covers ${next} to ${from - 1}`);
    if (from < next) problems.push(`${place}: ${rating} begins at ${from}, which has a band`);
    if (to < from) problems.push(`${place}: ${rating} ends before it begins`);
    next = Math.max(next, to + 1);
  }
  if (next !== max + 1) problems.push(`${place}: the bands end at ${next - 1} and not at ${max}`);
  const names = bands.map(({ rating }) => rating).join(', ');
  const wanted = framework.ratings.map(({ name }) => name).join(', ');
  if (names !== wanted) problems.push(`${place}: the ratings must be ${wanted}, not ${names}`);
  return problems;
}

function lensProblems(framework: Framework): string[] {
  return standardsOf(framework).flatMap(({ id: standard, rated, keyQuestions }) => {
    const lenses = keyQuestions.flatMap(({ lens }) => (lens === null ? [] : [lens]));
    return [
      ...lenses
        .filter((lens) => !framework.lenses.some(({ id }) => id === lens))
        .map((lens) => `standard ${standard}: there is no lens ${lens}`),
      ...(new Set(lenses).size < lenses.length ? [`standard ${standard}: a lens is twice`] : []),
      ...(rated === 'judged' || lenses.length === keyQuestions.length
        ? []
        : [`standard ${standard}: each key question with a percentage names its lens`]),
    ];
  });
}

function typeProblems(framework: Framework): string[] {
  const known = new Set(standardsOf(framework).map(({ id }) => id));
  return framework.inspectionTypes.flatMap((type) => {
    const max = highestScore(framework, type);
    return [
      ...type.standards
        .filter((id) => !known.has(id))
        .map((id) => `inspection type ${type.id}: there is no standard ${id}`),
      ...(framework.scoreBands.some((bands) => bands.max === max)
        ? []
        : [`inspection type ${type.id}: there are no score bands out of ${max}`]),
    ];
  });
}
