import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { letterBlocks } from '../../domain/letters/template.ts';
import type { Html } from '../../ui/html.ts';
import type { Letter } from './letters.queries.ts';

const Lines = ({ lines }: { readonly lines: readonly string[] }): Html => (
  <p class="govuk-body">
    {lines.map((line, index) => (
      <>
        {index > 0 ? <br /> : null}
        {line}
      </>
    ))}
  </p>
);

/** A letter as it stands on paper. */
export const LetterPaper = (props: {
  readonly letter: Pick<Letter, 'addressee' | 'address' | 'subject' | 'words'>;
  readonly service: string;
  readonly on: Day;
}): Html => {
  const { letter, service, on } = props;
  const address = (letter.address ?? '').split(/\r?\n/).filter(Boolean);
  return (
    <article class="fh-letter" aria-label="The letter">
      <div class="fh-letter__from">
        <Lines lines={[service, formatDay(on)]} />
      </div>
      <Lines lines={[letter.addressee, ...address]} />
      <h2 class="govuk-heading-m">{letter.subject}</h2>
      {letterBlocks(letter.words).map((block) =>
        block.kind === 'bullets' ? (
          <ul class="govuk-list govuk-list--bullet">
            {block.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        ) : (
          <Lines lines={block.lines} />
        ),
      )}
    </article>
  );
};
