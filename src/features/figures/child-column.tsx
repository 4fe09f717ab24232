import type { ListColumn } from '../../record/list-file.ts';
import { urls } from '../../urls.ts';
import type { WithChild } from './figure.queries.ts';

/** Whose a row is, for those who may see the child, and otherwise the place that the child has among the rows. */
export const childColumn: ListColumn<WithChild> = {
  heading: 'Child',
  text: ({ child, calledBy }) => child?.name ?? calledBy,
  cell: ({ child, calledBy }) =>
    child ? (
      <a class="govuk-link" href={urls.child.overview(child.id)}>
        {child.name}
      </a>
    ) : (
      calledBy
    ),
};
