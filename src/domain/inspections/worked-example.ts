import { formatDay } from '../calendar/day.ts';
import type { Framework } from './framework.ts';
import { isSameName } from './in-framework.ts';
import type { PublishedInspection } from './published.ts';
import { type CaseCount, rateInspection } from './rate-inspection.ts';
import type { InspectionReport } from './report.ts';
import { tallyJudgements } from './tally.ts';

/** A published inspection entered whole, as the report that our own rules make of its cases and judged ratings. */
export function reportOfPublished(
  published: PublishedInspection,
  known: Framework,
): InspectionReport {
  const framework = inPublishedWords(known, published);
  const [usual] = framework.inspectionTypes;
  const type =
    framework.inspectionTypes.find(({ id }) => isSameName(id, published.inspectionType)) ?? usual;
  const judged = new Map(
    Object.entries(published.standards).map(([id, { rating }]) => [
      id,
      { rating, reason: 'As published', isDecided: true },
    ]),
  );
  return {
    title: published.title,
    service: published.service,
    opening: [
      `Published by ${published.source.publisher}, entered here as data. ${published.source.about}`,
      `Source: ${published.source.title}. Licence: ${published.source.licence}.`,
    ],
    framework,
    type,
    ratings: rateInspection(framework, type, caseCounts(published), judged),
    texts: { ...published.texts, voice: published.voice.join('\n\n') },
    recommendations: published.recommendations,
    context: published.background,
    findings: new Map(
      Object.entries(published.standards).map(([id, { statement, narrative, strengths, gaps }]) => [
        id,
        {
          statement,
          narrative,
          strengths,
          gaps,
          reason: null,
          relevant: published.relevantCounts.filter(({ standard }) => standard === id),
        },
      ]),
    ),
    oversight: [],
    diversity: published.diversity.map(({ set, counts }) => ({ what: set, counts })),
    method: [
      `Fieldwork began on ${formatDay(published.fieldworkBegan)}. Cases were of work that began from ${formatDay(published.casesFrom)} to ${formatDay(published.casesTo)}.`,
      ...published.inconsistencies.map(
        ({ about, says }) => `${about}: the report says ${says.join('; and ')}.`,
      ),
      'Inspectors read written evidence that the service sent beforehand, read cases, talked with those who managed them, and met staff, volunteers, managers, board members and partners.',
    ],
    samples: published.samples.map(({ what, count, made }) => ({ what, count, counts: made })),
    further: [],
  };
}

/** The framework with its key questions in the words of a published report, where that prints them. */
function inPublishedWords(framework: Framework, { standards }: PublishedInspection): Framework {
  return {
    ...framework,
    domains: framework.domains.map((domain) => ({
      ...domain,
      standards: domain.standards.map((standard) => ({
        ...standard,
        keyQuestions: standard.keyQuestions.map((each) => ({
          ...each,
          question: standards[standard.id]?.questions?.[each.id] ?? each.question,
        })),
      })),
    })),
  };
}

function caseCounts({ cases }: PublishedInspection): Map<string, CaseCount> {
  const ids = new Set(cases.flatMap(({ judgements }) => Object.keys(judgements)));
  return new Map(
    [...ids].map((id) => [
      id,
      tallyJudgements(
        cases.flatMap(({ judgements }) => {
          const judgement = judgements[id];
          return judgement === undefined ? [] : [judgement];
        }),
      ),
    ]),
  );
}
