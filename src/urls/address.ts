/** One part of a path; a name with a colon stays as it is, so that a route's pattern comes from the same function. */
export const part = (text: string) => (text.startsWith(':') ? text : encodeURIComponent(text));

/** What follows the path: of the values only those that are given. */
export const query = (values: Readonly<Record<string, string | undefined>>) => {
  const given = Object.entries(values).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
};

/** One child's record, above all of its pages. */
export const child = (id: string) => `/children/${part(id)}`;
