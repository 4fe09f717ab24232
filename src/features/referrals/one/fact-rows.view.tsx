import { SummaryList } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';

export type Fact = readonly [name: string, words: string | null];

/** Facts by name, under a heading where they have one; one that is not given says so. */
export function FactRows({
  heading,
  rows,
}: {
  readonly heading?: string;
  readonly rows: readonly Fact[];
}): Html {
  return (
    <section>
      {heading ? <h2 class="govuk-heading-m">{heading}</h2> : null}
      <SummaryList
        rows={rows.map(([name, words]) => ({
          key: { text: name },
          value: { html: <Words words={words} /> },
        }))}
      />
    </section>
  );
}

const Words = ({ words }: { readonly words: string | null }) =>
  words === null ? (
    <span class="fh-quiet">Not given</span>
  ) : (
    <span class="fh-written">{words}</span>
  );
