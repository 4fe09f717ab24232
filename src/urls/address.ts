/** One part of a path; a name with a colon stays as it is, so that a route's pattern comes from the same function. */
export const part = (text: string) => (text.startsWith(':') ? text : encodeURIComponent(text));

/** What may follow a path: a filter, a page of a list, what a form begins with. */
export type Chosen = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** What follows the path: of the values only those that are given. */
export const query = (values: Chosen) => {
  const given = Object.entries(values).flatMap(([name, value]) =>
    [value ?? '']
      .flat()
      .flatMap((each): [string, string][] => (each === '' ? [] : [[name, `${each}`]])),
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
};

/** An address with what is asked of it. */
export const asking = (path: string, chosen: Chosen) => path + query(chosen);

/** The address that was asked, on another page of its list. */
export const onPage = (asked: string, page: number) => {
  const { pathname, searchParams } = new URL(asked);
  const kept = Object.fromEntries(
    [...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]),
  );
  return asking(pathname, { ...kept, page: page > 1 ? page : '' });
};

/** One child's record, above all of its pages. */
export const child = (id: string) => `/children/${part(id)}`;
