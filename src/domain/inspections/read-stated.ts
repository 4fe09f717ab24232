import { checked, maybe, named, object, type Reader, readAs } from './shape.ts';

/** Cases judged "yes" out of all cases read. */
export type YesCount = { readonly yes: number; readonly of: number };

/** What is known of one key question: a published percentage, or the cases behind it. */
export type KeyQuestionResult = number | YesCount;

const numberFrom = (least: number, problem: string) =>
  checked(
    (value): value is number => Number.isSafeInteger(value) && Number(value) >= least,
    problem,
    least,
  );
const count = object(
  {
    yes: numberFrom(0, 'must be a whole number from 0'),
    of: numberFrom(1, 'must be a whole number from 1'),
  },
  'left',
);
const text = checked((value): value is string => typeof value === 'string', 'must be words', '');

const keyQuestion: Reader<KeyQuestionResult> = (value, at, tell) => {
  if (typeof value === 'number') {
    if (value < 0 || value > 100) tell(at, `must be 0 to 100, not ${value}`);
    return value;
  }
  if (typeof value !== 'object') {
    tell(at, 'must be a percentage, or {"yes": …, "of": …}');
    return 0;
  }
  let isRead = true;
  const counted = count(value, at, (field, problem) => {
    isRead = false;
    tell(field, problem);
  });
  if (isRead && counted.yes > counted.of)
    tell(`${at}.yes`, `must not be more than “of”: ${counted.yes} of ${counted.of}`);
  return counted;
};

// A panel's reason explains a rating one band from what the key questions give.
const discretionReason: Reader<string | null> = (value) =>
  typeof value === 'object' &&
  value !== null &&
  'reason' in value &&
  typeof value.reason === 'string'
    ? value.reason.trim() || null
    : null;

const standard = object(
  {
    rating: maybe(text),
    keyQuestions: maybe(named(maybe(keyQuestion))),
    discretion: discretionReason,
  },
  'left',
);

const statedResult = object(
  {
    service: maybe(text),
    framework: maybe(
      checked(
        (value): value is string | number => typeof value === 'string' || typeof value === 'number',
        'must be the name of a framework',
        '',
      ),
    ),
    inspectionType: maybe(text),
    standards: maybe(named(maybe(standard))),
    overallScore: maybe(numberFrom(0, 'must be a whole number from 0')),
    overallMax: maybe(numberFrom(1, 'must be a whole number from 1')),
    overallRating: maybe(text),
    resettlement: maybe(text),
  },
  'left',
);

/** An inspection's result as somebody states it; anything may be left out. */
export type StatedResult = ReturnType<typeof statedResult>;
export type StatedStandard = ReturnType<typeof standard>;

/** Reads one stated result; fields that rating does not need are left alone. */
export function readStated(json: unknown) {
  return readAs(statedResult, json);
}
