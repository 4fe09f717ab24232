import { SummaryList } from '../govuk/components.tsx';
import type { Html } from '../html.ts';

/** What people wrote, by name, with their line breaks kept; a line without words is left out. */
export function WrittenList({
  lines,
}: {
  readonly lines: readonly (readonly [name: string, words: string | null])[];
}): Html {
  return (
    <SummaryList
      rows={lines.flatMap(([name, words]) =>
        words
          ? [
              {
                key: { text: name },
                value: { html: <span class="fh-written">{words}</span> },
              },
            ]
          : [],
      )}
    />
  );
}
