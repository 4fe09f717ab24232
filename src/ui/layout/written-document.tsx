import {
  type Block,
  isOfFigures,
  type Section,
  type WrittenDocument,
} from '../../domain/documents/written-document.ts';
import type { Html } from '../html.ts';

type Sections = { readonly sections: readonly Section[] };

/** The head of a document: what holds it back, its title, and what it is. */
export function WrittenHead({
  document,
  level = 1,
}: {
  readonly document: Pick<WrittenDocument, 'title' | 'banner' | 'opening'>;
  /** 2 where the page has a heading of its own. */
  readonly level?: 1 | 2;
}): Html {
  const Title = level === 1 ? 'h1' : 'h2';
  return (
    <>
      {document.banner ? (
        <p class="govuk-body govuk-!-font-weight-bold fh-card fh-card-warning">{document.banner}</p>
      ) : null}
      <Title class="govuk-heading-xl">{document.title}</Title>
      {document.opening.map((text) => (
        <p class="govuk-body">{text}</p>
      ))}
    </>
  );
}

/** The table of contents, two levels deep. */
export function Contents({ sections }: Sections): Html {
  const list = (some: readonly Section[]): Html => (
    <ol class="govuk-list fh-contents">
      {some.map(({ id, title, sections: inner = [] }) => (
        <li>
          <a class="govuk-link" href={`#${id}`}>
            {title}
          </a>
          {inner.length > 0 ? list(inner) : null}
        </li>
      ))}
    </ol>
  );
  return (
    <nav aria-labelledby="contents" class="fh-no-print">
      <h2 class="govuk-heading-m" id="contents">
        Contents
      </h2>
      {list(sections)}
    </nav>
  );
}

/** The body of a document that is written once for the page, paper and Word. */
export function WrittenSections({ sections }: Sections): Html {
  return (
    <>
      {sections.map(({ id, title, blocks, sections: inner = [] }) => (
        <section aria-labelledby={id}>
          <h2 class="govuk-heading-l govuk-!-margin-top-8" id={id}>
            {title}
          </h2>
          <WrittenBlocks blocks={blocks} />
          {inner.map((one) => (
            <section aria-labelledby={one.id}>
              <h3 class="govuk-heading-m govuk-!-margin-top-6" id={one.id}>
                {one.title}
              </h3>
              <WrittenBlocks blocks={one.blocks} />
            </section>
          ))}
        </section>
      ))}
    </>
  );
}

/** What stands under one heading. */
export const WrittenBlocks = ({ blocks }: { readonly blocks: readonly Block[] }): Html => (
  <>{blocks.map(drawn)}</>
);

function drawn(block: Block): Html {
  switch (block.kind) {
    case 'paragraph':
      return <p class="govuk-body">{block.text}</p>;
    case 'bullets':
      return (
        <ul class="govuk-list govuk-list--bullet">
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'numbered':
      return (
        <ol class="govuk-list govuk-list--number">
          {block.items.map(({ number, text }) => (
            <li value={number}>{text}</li>
          ))}
        </ol>
      );
    case 'quotation':
      return (
        <blockquote class="govuk-inset-text">
          “{block.text}” <span class="fh-quiet">– {block.by}</span>
        </blockquote>
      );
    case 'link':
      return (
        <p class="govuk-body">
          <a class="govuk-link" href={block.href}>
            {block.text}
          </a>
        </p>
      );
    case 'table':
      return <BlockTable block={block} />;
    case 'bars':
      return <BlockBars block={block} />;
  }
}

function BlockTable({
  block,
}: {
  readonly block: Extract<Block, { readonly kind: 'table' }>;
}): Html {
  const right = (kind: 'header' | 'cell', index: number) =>
    `govuk-table__${kind}${isOfFigures(block.rows, index) ? ` govuk-table__${kind}--numeric` : ''}`;
  return (
    <table class="govuk-table fh-stack-table">
      <caption class="govuk-table__caption govuk-table__caption--s">{block.caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {block.head.map((text, index) => (
            <th scope="col" class={right('header', index)}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {block.rows.map(([first, ...cells]) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {first}
            </th>
            {cells.map((cell, index) => (
              <td class={right('cell', index + 1)} data-label={block.head[index + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BlockBars({ block }: { readonly block: Extract<Block, { readonly kind: 'bars' }> }): Html {
  return (
    <table class="govuk-table fh-bars">
      <caption class="govuk-table__caption govuk-table__caption--s">{block.caption}</caption>
      <tbody class="govuk-table__body">
        {block.bars.map(({ what, value, says, tone }) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {what}
            </th>
            <td class="govuk-table__cell fh-bars__bar">
              <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                <rect width="100" height="12" class="fh-bars__whole" />
                {value === null || value === 0 ? null : (
                  <rect
                    width={Math.min(100, (100 * value) / block.most)}
                    height="12"
                    class={`fh-bars__part fh-bars__part--${tone ?? 'none'}`}
                  />
                )}
              </svg>
            </td>
            <td class="govuk-table__cell">{says}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
