import { capitalised } from '../../../domain/text/capitalised.ts';
import { urls } from '../../../urls.ts';

/** What a route's pattern is called in plain words: the log keeps patterns, so that it holds nothing about a child. */
export function pageName(pattern: string): string {
  const isChild = pattern.startsWith(urls.child.overview(':'));
  const words = pattern
    .split('/')
    .filter((part) => part && !part.startsWith(':') && part !== 'children' && part !== 'admin')
    .join(', ')
    .replaceAll('-', ' ');
  if (isChild) return words ? `Record: ${words}` : 'Record: overview';
  if (!words) return pattern === '/' ? 'Home' : 'Children';
  return capitalised(words);
}
