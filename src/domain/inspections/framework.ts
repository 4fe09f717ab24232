import { isDay } from '../calendar/day.ts';
import {
  checked,
  flag,
  listOf,
  maybe,
  object,
  oneOf,
  type Reader,
  someOf,
  whole,
  words,
} from './shape.ts';

const file = <S extends Readonly<Record<string, Reader<unknown>>>>(shape: S) =>
  object(shape, 'told');
const id = checked(
  (value): value is string =>
    typeof value === 'string' && /^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/.test(value),
  'must be a short id such as 2.1',
  '',
);
const day = checked(
  (value): value is string => typeof value === 'string' && isDay(value),
  'must be a day such as 2025-04-01',
  '2025-04-01',
);
/** Why a part is not confirmed; shown on screen as "provisional" wherever the part is used. */
const provisional = maybe(words);

const keyQuestion = file({
  id,
  /** Which of the framework's lenses it looks through; null for organisational questions. */
  lens: maybe(id),
  question: words,
  /** Cases are read for it, though its standard is judged: what they say is laid beside the judgement. */
  fromCases: maybe(flag),
  prompts: listOf(file({ id, text: words }), 1),
  provisional,
});

const standard = file({
  id,
  title: words,
  /** Whether its points are part of the overall score. */
  counts: flag,
  /** By the lowest percentage of its key questions, or judged from evidence. */
  rated: oneOf('lowest-key-question', 'judged'),
  keyQuestions: listOf(keyQuestion, 1),
  provisional,
});

const inspectionDomain = file({
  id,
  title: words,
  /** Which cases are read for it; null when it is judged from documents, meetings and interviews. */
  cases: maybe(oneOf('court', 'out-of-court', 'resettlement', 'children', 'victims')),
  standards: listOf(standard, 1),
});

const band = { rating: words, from: whole, to: whole };

const discretion = file({
  who: words,
  domains: listOf(id),
  /** It may be considered when the lowest percentage is this near to a boundary, in points. */
  withinPoints: whole,
  /** … or when one case judged the other way would change the rating. */
  whenOneCaseDecides: flag,
  /** … or when so few cases were read. */
  casesAtMost: whole,
  bands: whole,
  guidance: listOf(words),
  provisional,
});

const sampling = file({
  confidencePercent: whole,
  marginPoints: whole,
  strata: listOf(oneOf('sex', 'disposal', 'risk'), 1),
  /** The eligible window, counted back from the first day of fieldwork. */
  window: file({ opensMonthsBefore: whole, closesWeeksBefore: whole }),
  limits: listOf(
    file({
      programmeYear: whole,
      cases: oneOf('children', 'victims'),
      min: whole,
      max: whole,
      source: words,
    }),
  ),
  provisional,
});

/** An inspection framework as its file holds it; what a shape cannot say is checked by `loadedFramework`. */
export const frameworkFile = file({
  id,
  title: words,
  inspectorate: words,
  validFrom: day,
  validTo: maybe(day),
  source: words,
  confidence: oneOf('confirmed', 'part confirmed', 'recalled'),
  /** Parts that are not confirmed and that no other place in the file can carry. */
  provisionalParts: listOf(file({ part: words, reason: words })),
  /** From the lowest to the highest. */
  ratings: listOf(file({ name: words, points: whole }), 2),
  lenses: listOf(file({ id, title: words, alsoWritten: listOf(words), practiceLens: listOf(id) })),
  /** Bands of a published whole-number percentage, 0 to 100. */
  percentageBands: listOf(file({ ...band, inWords: words })),
  /** Bands of the sum of points, for each highest sum an inspection can have. */
  scoreBands: listOf(file({ max: whole, bands: listOf(file(band)), provisional })),
  discretion,
  sampling,
  domains: listOf(inspectionDomain, 1),
  /** The first is the usual one. */
  inspectionTypes: someOf(file({ id, title: words, standards: listOf(id, 1), provisional })),
});

export type Framework = ReturnType<typeof frameworkFile>;
export type InspectionDomain = Framework['domains'][number];
export type Standard = InspectionDomain['standards'][number];
export type KeyQuestion = Standard['keyQuestions'][number];
export type Rating = Framework['ratings'][number];
export type Band = Omit<Framework['percentageBands'][number], 'inWords'>;
export type InspectionType = Framework['inspectionTypes'][number];
