import { Pagination } from '../govuk/components.tsx';
import type { Html } from '../html.ts';

/** Which page of a list is shown, whether another follows, and the address of each. */
export type Pages = {
  readonly number: number;
  readonly hasNext: boolean;
  readonly href: (page: number) => string;
};

/** The way to the page before and the page after; nothing when there is only one. */
export function Pager({ pages }: { readonly pages: Pages }): Html | null {
  const { number, hasNext, href } = pages;
  if (number === 1 && !hasNext) return null;
  return (
    <Pagination
      classes="fh-no-print"
      landmarkLabel="Pages of this list"
      {...(number > 1 ? { previous: { href: href(number - 1) } } : {})}
      {...(hasNext ? { next: { href: href(number + 1) } } : {})}
    />
  );
}
