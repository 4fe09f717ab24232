import { pageIn } from './draw.ts';
import { idPattern } from './is-id.ts';

/**
 * The children whom a page names: those to whose records it has a way. Read from the page as it was drawn, so that no page can
 * forget to say whom it shows.
 */
export function childrenNamed(
  response: Response,
  childPath: (childId: string) => string,
): readonly string[] {
  const html = response.status === 200 ? pageIn(response) : undefined;
  if (!html) return [];
  const ways = html.matchAll(new RegExp(`"${childPath('')}(${idPattern})[/"?#]`, 'g'));
  return [...new Set([...ways].map(([, childId = '']) => childId))];
}
