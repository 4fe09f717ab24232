/** A browser without a screen: keeps cookies as the server sets them, follows nothing by itself. */
export type CookieBrowser = {
  get(path: string): Promise<Response>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
  cookies(): ReadonlyMap<string, string>;
};

type Fetch = (url: string, init: RequestInit) => Response | Promise<Response>;

/** Opens one at an origin; `fetch` may be an app's own `request` or a real one. */
export function cookieBrowser(origin: string, fetch: Fetch): CookieBrowser {
  const jar = new Map<string, string>();
  const ask = async (path: string, init: RequestInit) => {
    const url = new URL(path, origin);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url.href, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie },
    });
    for (const text of answer.headers.getSetCookie()) keep(jar, text);
    return answer;
  };
  return {
    get: (path) => ask(path, {}),
    post: (path, fields) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: new URL(path, origin).origin },
      }),
    cookies: () => jar,
  };
}

function keep(jar: Map<string, string>, text: string): void {
  const [pair = '', ...attributes] = text.split(';');
  const name = pair.slice(0, pair.indexOf('='));
  const value = pair.slice(pair.indexOf('=') + 1);
  const isGone = attributes.some((each) => /^\s*max-age=0$/i.test(each));
  if (isGone || value === '') jar.delete(name);
  else jar.set(name, value);
}
