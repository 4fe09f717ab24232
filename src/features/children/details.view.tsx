import { type Item, Items } from '../../record/items.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { urls } from '../../urls.ts';
import type { Frame } from './frame.ts';

export type Part = {
  readonly title: string;
  readonly href: string;
  readonly link: string;
  readonly items: readonly Item[];
  readonly empty: string;
};

/** Everything that stands now about who the child is, each part with the page where it is changed. */
export function DetailsPage({
  shell,
  child,
  today,
  parts,
  merges,
  mayMerge,
}: Frame & {
  readonly parts: readonly Part[];
  readonly merges: Html | null;
  readonly mayMerge: boolean;
}): Html {
  return (
    <ChildPage title="Details" shell={shell} child={child} today={today}>
      <h1 class="govuk-heading-l">Details</h1>
      <div class="fh-even">
        {parts.map((part) => (
          <section>
            <h2 class="govuk-heading-m">{part.title}</h2>
            {part.items.length > 0 ? (
              <Items items={part.items} />
            ) : (
              <p class="govuk-body">{part.empty}</p>
            )}
            <p class="govuk-body fh-no-print">
              <a class="govuk-link" href={part.href}>
                {part.link}
              </a>
            </p>
          </section>
        ))}
      </div>
      {merges}
      {mayMerge ? (
        <p class="govuk-body fh-no-print">
          <a class="govuk-link" href={urls.child.merge(child.id)}>
            This child has another record: merge the two
          </a>
        </p>
      ) : null}
    </ChildPage>
  );
}
