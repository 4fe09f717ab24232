import { sourcesDisagree } from '../../domain/people/characteristic-answer.ts';
import {
  type CharacteristicKind,
  characteristicKinds,
} from '../../domain/people/characteristic-kinds.data.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import type { Options } from '../../record/field.ts';
import { Items } from '../../record/items.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { urls } from '../../urls.ts';
import type { Told } from './characteristics.queries.ts';
import { toldItem } from './told-item.ts';

type Props = Pick<ChildContext, 'shell' | 'child' | 'today'> & {
  /** What is said now, kind by kind. */
  readonly kinds: readonly { readonly kind: CharacteristicKind; readonly told: readonly Told[] }[];
  readonly options: Options;
};

/** All characteristics of the child, each as its sources gave it. */
export function CharacteristicsPage({ kinds, options, ...frame }: Props): Html {
  const { id } = frame.child;
  return (
    <ChildPage
      title="Characteristics"
      {...frame}
      back={{ href: urls.child.details(id), text: 'Back to details' }}
    >
      <h1 class="govuk-heading-l">Characteristics</h1>
      <p class="govuk-body">
        Each as a source told us, with its date. What the child says comes first. Not known,
        declined and not asked are three different answers.
      </p>
      {kinds.map(({ kind, told }) => (
        <section aria-labelledby={kind}>
          <h2 class="govuk-heading-m" id={kind}>
            {characteristicKinds[kind].title}
            {sourcesDisagree(told) ? (
              <span class="fh-badge fh-badge-late">Two sources disagree</span>
            ) : null}
          </h2>
          {told.length > 0 ? (
            <Items items={told.map((row) => toldItem(row, kind, options))} />
          ) : (
            <p class="govuk-body">Nobody has recorded an answer.</p>
          )}
          <p class="govuk-body fh-no-print">
            <a class="govuk-link" href={urls.child.characteristic(id, kind)}>
              Add or check: {characteristicKinds[kind].title.toLowerCase()}
            </a>
          </p>
        </section>
      ))}
    </ChildPage>
  );
}
