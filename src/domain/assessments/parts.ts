import { z } from 'zod';
import { type Answer, type Answers, valuesOf } from './answers.ts';
import { type Content, contentOf, readContent } from './content.ts';
import { judgements } from './levels.data.ts';
import { suggestedLevel } from './suggestion.ts';

/**
 * An assessment taken apart into pieces that one person changes at a time, so that two people's work can be joined and
 * two versions compared piece by piece. Keys: `answer:<question>`, `sign:<sign>`, `judgement:<id>:level`, `…:reason`,
 * `…:override`, `source:<id>:<from>`, `safety:<row>`, `contingency:<row>`; rows and sources are kept as JSON text.
 */
export function partsOf(content: Content): Answers {
  const parts: Record<string, Answer> = {};
  const add = (key: string, value: string) => {
    if (value !== '') parts[key] = { state: 'answered', value };
  };
  for (const [id, answer] of Object.entries(content.answers)) parts[`answer:${id}`] = answer;
  for (const [id, mark] of Object.entries(content.indicators)) add(`sign:${id}`, mark);
  for (const { id } of judgements) {
    const own = content.judgements[id];
    add(`judgement:${id}:level`, own.level ?? '');
    add(`judgement:${id}:reason`, own.reason);
    add(`judgement:${id}:override`, own.overrideReason);
    // Where every sign is marked the suggestion follows from them, and is no piece of its own.
    if (!suggestedLevel(id, content.indicators)) {
      add(`judgement:${id}:suggested`, own.suggested ?? '');
    }
    for (const source of own.sources) add(`source:${id}:${source.from}`, JSON.stringify(source));
  }
  for (const row of content.safetyRows) add(`safety:${row.id}`, JSON.stringify(row));
  for (const row of content.contingencyRows) add(`contingency:${row.id}`, JSON.stringify(row));
  return parts;
}

/** The assessment put together again from its pieces. */
export function contentOfParts(parts: Answers): Content {
  const under = (prefix: string) =>
    Object.entries(parts).flatMap(([key, answer]): [string, Answer][] =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), answer]] : [],
    );
  const text = (key: string) => written(parts[key]);
  const rows = (prefix: string) => under(prefix).map(([, answer]) => json(answer));
  const judged = judgements.map(({ id }) => [
    id,
    {
      level: text(`judgement:${id}:level`) || null,
      suggested: text(`judgement:${id}:suggested`) || null,
      reason: text(`judgement:${id}:reason`),
      overrideReason: text(`judgement:${id}:override`),
      sources: rows(`source:${id}:`),
    },
  ]);
  const content = readContent({
    answers: Object.fromEntries(under('answer:')),
    indicators: Object.fromEntries(under('sign:').map(([id, a]) => [id, valuesOf(a)[0]])),
    judgements: Object.fromEntries(judged),
    safetyRows: rows('safety:'),
    contingencyRows: rows('contingency:'),
  });
  return contentOf(content);
}

const json = (answer: Answer): unknown => z.json().parse(JSON.parse(valuesOf(answer)[0] ?? 'null'));

// Spaces at the ends of somebody's words are theirs: putting together again changes nothing.
function written(answer: Answer | undefined): string {
  return answer?.state === 'answered' ? ([answer.value].flat()[0] ?? '') : '';
}
