import type { Difference } from '../../../domain/assessments/since-signed.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Html } from '../../../ui/html.ts';
import { ChildPage } from '../../../ui/layout/child-page.tsx';
import { DiffText } from '../../../ui/layout/diff-text.tsx';
import { VersionField } from '../../../ui/layout/fields.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';

export type Side = {
  readonly version: number;
  readonly savedAt: Date;
  readonly savedBy: string | null;
};
type Props = {
  readonly context: ChildContext;
  readonly id: string;
  readonly from: Side;
  readonly to: Side;
  readonly differences: readonly Difference[];
  /** The row's version when older words may be brought back into it; null when it may not be changed. */
  readonly version: number | null;
};

export function ComparePage({ context, id, from, to, differences, version }: Props): Html {
  const childId = context.child.id;
  const name = (side: Side) =>
    `version ${side.version}, ${formatInstant(side.savedAt)}, ${side.savedBy ?? 'somebody who has left'}`;
  return (
    <ChildPage
      {...context}
      title={`Version ${from.version} and version ${to.version}`}
      back={{ href: urls.assessments.versions(childId, id), text: 'Earlier versions' }}
    >
      <h1 class="govuk-heading-l">What changed</h1>
      <p class="govuk-body">
        From {name(from)}
        <br />
        to {name(to)}.
      </p>
      <p class="govuk-body">
        <del class="fh-diff-del">Struck out</del> was taken away.{' '}
        <ins class="fh-diff-ins">Underlined</ins> was added.
      </p>
      {differences.length === 0 ? (
        <p class="govuk-body">Nothing in the text differs between the two.</p>
      ) : null}
      {differences.map(({ key, label, before, after }) => (
        <section>
          <h2 class="govuk-heading-s">{label}</h2>
          <DiffText before={before} after={after} />
          {version !== null && before !== '' ? (
            <PostForm>
              <VersionField version={version} />
              <input type="hidden" name="key" value={key} />
              <button type="submit" class="fh-link-button govuk-!-margin-bottom-4">
                Bring back the words of version {from.version}
                <span class="govuk-visually-hidden"> for {label}</span>
              </button>
            </PostForm>
          ) : null}
        </section>
      ))}
    </ChildPage>
  );
}
