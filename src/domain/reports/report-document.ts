import { formatDay } from '../calendar/day.ts';
import { type Block, paragraphsOf, type WrittenDocument } from '../documents/written-document.ts';
import { type Fact, factKinds } from './facts.ts';
import { chosenWords, type ReportSection } from './template.ts';

/** What stands under a heading, with the words of what was chosen. */
export type WrittenSection = Pick<ReportSection, 'code' | 'label' | 'facts' | 'asks'> & {
  /** Null while nothing is written. */
  readonly words: string | null;
  readonly chosen: readonly { readonly code: string; readonly label: string }[];
};

/** One fact in a line, with the day that it is from. */
const factLine = ({ label, words, on }: Fact): string =>
  [words ? `${label}: ${words}` : label, on ? `(${formatDay(on)})` : ''].filter(Boolean).join(' ');

/** What the record tells under a heading. */
export const factBlocks = (facts: readonly Fact[], kinds: ReportSection['facts']): Block[] =>
  kinds.flatMap((kind): Block[] => {
    const lines = facts.filter(({ of }) => of === kind);
    const { title } = factKinds[kind];
    return lines.length === 0
      ? [{ kind: 'paragraph', text: `${title}, from the record: nothing.` }]
      : [
          { kind: 'paragraph', text: `${title}, from the record:` },
          { kind: 'bullets', items: lines.map(factLine) },
        ];
  });

/** A report as it is read on the page, on paper and in Word. */
export const reportDocument = (
  head: Pick<WrittenDocument, 'title' | 'banner' | 'opening'>,
  sections: readonly WrittenSection[],
  facts: readonly Fact[],
): WrittenDocument => ({
  ...head,
  sections: sections.map(({ code, label, words, chosen, asks, facts: kinds }) => ({
    id: code,
    title: label,
    blocks: [
      ...(asks !== '' && chosen.length > 0
        ? [
            {
              kind: 'paragraph' as const,
              text: `${chosenWords[asks]}: ${chosen.map((each) => each.label).join('; ')}.`,
            },
          ]
        : []),
      ...(words ? paragraphsOf(words) : [{ kind: 'paragraph' as const, text: 'Not written yet.' }]),
      ...factBlocks(facts, kinds),
    ],
  })),
});
