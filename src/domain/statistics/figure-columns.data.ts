/** Columns of a file of published figures, in the order in which the shipped files have them. */
export const REQUIRED_COLUMNS = [
  'measure',
  'area',
  'period',
  'vintage',
  'value',
  'source',
] as const;
export const GROUP_COLUMNS = ['ethnicity', 'sex', 'age', 'kind'] as const;
export const OPTIONAL_COLUMNS = [...GROUP_COLUMNS, 'numerator', 'denominator', 'mark'] as const;

/** Why a figure has no value, or a doubtful one. */
export const MARKS = [
  'suppressed',
  'not available',
  'not available or suppressed',
  'derived',
] as const;

/** Signs that publishers print in place of a number. */
export const SIGNS: Readonly<Record<string, (typeof MARKS)[number]>> = {
  // The shorthand of government statistics.
  '[c]': 'suppressed',
  '[x]': 'not available',
  '[z]': 'not available',
  '[w]': 'not available',
  '*': 'suppressed',
  ':': 'not available',
  '..': 'not available',
  s: 'suppressed',
  c: 'suppressed',
  x: 'not available',
  z: 'not available',
  na: 'not available',
  '-': 'not available or suppressed',
};
