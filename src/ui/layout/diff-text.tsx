import { wordDiff } from '../../domain/text/word-diff.ts';
import type { Html } from '../html.ts';

/** Two texts as one, with what went struck out and what came underlined; screen readers hear both as such. */
export function DiffText({
  before,
  after,
}: {
  readonly before: string;
  readonly after: string;
}): Html {
  return (
    <p class="govuk-body fh-written">
      {wordDiff(before, after).map(({ kind, text }) =>
        kind === 'same' ? (
          text
        ) : kind === 'added' ? (
          <ins class="fh-diff-ins">{text}</ins>
        ) : (
          <del class="fh-diff-del">{text}</del>
        ),
      )}
    </p>
  );
}
