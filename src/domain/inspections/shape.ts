/** Where something is wrong, and what. */
export type FieldProblem = { readonly field: string; readonly problem: string };

type Tell = (field: string, problem: string) => void;

/**
 * Reads a value at its place; tells what is wrong and goes on, so that everything is told at once.
 * Plain code, as loading a schema library takes longer than all else that `foothold rate` does.
 */
export type Reader<T> = (value: unknown, at: string, tell: Tell) => T;

type Shape = Readonly<Record<string, Reader<unknown>>>;
type Read<S extends Shape> = { [K in keyof S]: ReturnType<S[K]> };

/** The value, or every problem with it. */
export function readAs<T>(
  reader: Reader<T>,
  json: unknown,
): { kind: 'read'; value: T } | { kind: 'refused'; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const value = reader(json, '', (field, problem) => problems.push({ field, problem }));
  return problems.length === 0 ? { kind: 'read', value } : { kind: 'refused', problems };
}

/** What the test takes for a T; the stand-in is never used, as a problem was told. */
export function checked<T>(
  is: (value: unknown) => value is T,
  problem: string,
  standIn: NoInfer<T>,
): Reader<T> {
  return (value, at, tell) => {
    if (is(value)) return value;
    tell(at, problem);
    return standIn;
  };
}

export const words = checked(
  (value): value is string => typeof value === 'string' && value.trim() !== '',
  'must be words',
  '',
);

export const whole = checked(
  (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0,
  'must be a whole number from 0',
  0,
);

export const flag = checked(
  (value): value is boolean => typeof value === 'boolean',
  'must be true or false',
  false,
);

export function oneOf<const T extends string>(...choices: readonly [T, ...T[]]): Reader<T> {
  return checked(
    (value): value is T => choices.some((choice) => choice === value),
    `must be one of ${choices.join(', ')}`,
    choices[0],
  );
}

/** Null when it is left out or null. */
export function maybe<T>(reader: Reader<T>): Reader<T | null> {
  return (value, at, tell) => (value == null ? null : reader(value, at, tell));
}

export function listOf<T>(reader: Reader<T>, atLeast = 0): Reader<readonly T[]> {
  return (value, at, tell) => {
    if (!Array.isArray(value) || value.length < atLeast) {
      tell(at, atLeast > 0 ? `must be a list of at least ${atLeast}` : 'must be a list');
      return [];
    }
    return value.map((item, index) => reader(item, under(at, String(index)), tell));
  };
}

/** A list that is never empty, as its type says too. */
export function someOf<T>(reader: Reader<T>): Reader<readonly [T, ...T[]]> {
  return (value, at, tell) => {
    const [first, ...others] = listOf(reader, 1)(value, at, tell);
    return [first ?? reader(undefined, at, () => undefined), ...others];
  };
}

/** An object with names of the writer's choice. */
export function named<T>(reader: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (value, at, tell) => {
    const fields = Object.entries(fieldsOf(value, at, tell));
    return Object.fromEntries(
      fields.map(([name, field]) => [name, reader(field, under(at, name), tell)]),
    );
  };
}

/** An object with these fields; others are told, or left alone. */
export function object<S extends Shape>(shape: S, others: 'told' | 'left'): Reader<Read<S>> {
  return (value, at, tell) => {
    const fields = fieldsOf(value, at, tell);
    for (const name of Object.keys(fields))
      if (others === 'told' && !Object.hasOwn(shape, name)) tell(under(at, name), 'is not known');
    return Object.fromEntries(
      Object.entries(shape).map(([name, reader]) => [
        name,
        reader(fields[name], under(at, name), tell),
      ]),
    ) as Read<S>;
  };
}

function fieldsOf(value: unknown, at: string, tell: Tell): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  tell(at, 'must be an object, {…}');
  return {};
}

function under(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`;
}
