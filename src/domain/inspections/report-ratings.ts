import { type Block, type Tone, tones } from '../documents/written-document.ts';
import type { Framework, Rating } from './framework.ts';
import type { InspectionReport } from './report.ts';

/** Every standard with its points, the score and overall rating, and resettlement beside them. */
export function ratingBlocks({ ratings, type, service, framework }: InspectionReport): Block[] {
  const { lines, overall } = ratings;
  const rows = lines.map(({ standard, rating }) => [
    `${standard.id} ${standard.title}`,
    rating?.name ?? 'Not rated yet',
    standard.counts ? (rating?.points ?? '–') : 'Beside the score',
  ]);
  const isBeside = lines.some(({ standard }) => !standard.counts);
  const counting = lines.length - lines.filter(({ standard }) => !standard.counts).length;
  const score =
    overall.missing.length === 0
      ? `${overall.points} of ${overall.max}`
      : `${overall.points} so far; ${overall.missing.length} of ${counting} standards are not rated yet`;
  return [
    { kind: 'paragraph', text: `${service}. Score: ${score}.` },
    { kind: 'paragraph', text: `Overall rating: ${overall.rating?.name ?? 'not known yet'}.` },
    {
      kind: 'table',
      caption: `Ratings by standard: ${type.title}`,
      head: ['Standard', 'Rating', 'Points'],
      tones: {
        column: 1,
        of: [
          ...lines.map(({ rating }) => toneOf(framework, rating)),
          toneOf(framework, overall.rating),
        ],
      },
      rows: [
        ...rows,
        [
          'Overall',
          overall.rating?.name ?? 'Not known yet',
          overall.rating ? overall.points : `${overall.points} so far`,
        ],
      ],
    },
    {
      kind: 'bars',
      caption: 'Points by standard',
      most: Math.max(...framework.ratings.map(({ points }) => points)),
      bars: lines.map(({ standard, rating }) => ({
        what: `${standard.id} ${standard.title}`,
        value: rating?.points ?? null,
        says: rating?.name ?? 'Not rated yet',
        tone: toneOf(framework, rating),
      })),
    },
    ...(isBeside
      ? [
          paragraph(
            'The rating of resettlement stands beside the overall rating and does not change it.',
          ),
        ]
      : []),
    ...(overall.provisional ? [paragraph(`Provisional: ${overall.provisional}`)] : []),
  ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** The colour of a rating; its words stand beside it. */
export function toneOf({ ratings }: Framework, rating: Rating | null): Tone | null {
  return rating ? (tones[ratings.indexOf(rating)] ?? null) : null;
}
