import type { Framework } from '../src/domain/inspections/framework.ts';
import { rateRecords } from '../src/domain/inspections/rate-records.ts';
import { readFrameworks } from '../src/platform/files/read-frameworks.ts';
import { readPublishedResults } from '../src/platform/files/read-inspections.ts';
import { page, table } from './markdown.ts';

function bandsOf({
  title,
  validFrom,
  validTo,
  source,
  confidence,
  ...framework
}: Framework): string {
  const line = (bands: Framework['scoreBands'][number]['bands']) =>
    bands.map(({ rating, from, to }) => `${rating} ${from} to ${to}`).join('; ');
  return [
    `## ${title}`,
    `In force from ${validFrom}${validTo ? ` to ${validTo}` : ''}. ${source} (${confidence}).`,
    table(
      ['bands of', '', 'provisional'],
      [
        ['a percentage', line(framework.percentageBands), ''],
        ...framework.scoreBands.map(({ max, bands, provisional }) => [
          `a score of at most ${max}`,
          line(bands),
          provisional ?? '',
        ]),
      ],
    ),
    framework.provisionalParts
      .map(({ part, reason }) => `- Provisional: ${part}. ${reason}`)
      .join('\n'),
  ].join('\n\n');
}

/** The bands of every framework, and what they make of the published results. */
export function inspectionsPage(): string {
  const published = readPublishedResults();
  const rated = rateRecords(readFrameworks(), published);
  if (rated.kind === 'refused') throw new Error(rated.problems.join('\n'));
  const differing = rated.results.flatMap(({ service, contradictions }, at) =>
    contradictions.map(({ message }) => [service ?? '', message, published[at]?.note ?? '']),
  );
  const following = rated.results.filter(({ basis }) => basis !== 'none');
  const agreeing = rated.results.filter(
    ({ basis, overall }, at) => basis !== 'none' && overall === published[at]?.overallRating,
  );
  const from = (basis: string) => following.filter((result) => result.basis === basis).length;
  return page(
    'Inspection ratings',
    ...readFrameworks().map(bandsOf),
    '## The published results, rated again',
    `Of ${published.length} published results ${following.length} say enough for a rating to follow: ${from('standards')} from their standards, ${from('score')} from their score. ${agreeing.length} of those ratings agree with the published one. Of the other ${published.length - following.length} neither all standards nor the score are public, and nothing is guessed. Contradictions: ${differing.length === 0 ? 'none' : differing.length}.`,
    ...(differing.length === 0 ? [] : [table(['service', 'what contradicts', 'note'], differing)]),
  );
}
