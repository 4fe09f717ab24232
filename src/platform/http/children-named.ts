const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * The children whom a page names: those to whose records it has a way. Read from the page as it was drawn, so that no page can
 * forget to say whom it shows.
 */
export async function childrenNamed(
  response: Response,
  childPath: (childId: string) => string,
): Promise<readonly string[]> {
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!isPage || response.status !== 200) return [];
  const html = await response.clone().text();
  const ways = html.matchAll(new RegExp(`"${childPath('')}(${id})[/"?#]`, 'g'));
  return [...new Set([...ways].map(([, childId = '']) => childId))];
}
