import type { AuditQuestion } from '../../../domain/audits/audit-questions.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { Html } from '../../../ui/html.ts';
import { answerWords, standardWords, toneOf } from '../audit-words.ts';
import { itemLink } from './item-link.ts';
import type { ReadCase } from './moderate.queries.ts';

/** One key question as each reader judged it, and as it was agreed. */
export function QuestionBeside({
  childId,
  found,
  question,
}: {
  readonly childId: string;
  readonly found: ReadCase;
  readonly question: AuditQuestion;
}): Html {
  const agreed = found.moderations.find(({ keyQuestion }) => keyQuestion === question.id);
  return (
    <>
      <p class="fh-quiet">{standardWords(question)}</p>
      <p class="govuk-body">
        <strong>{question.question}</strong>
      </p>
      {found.readings.map(({ reading, reader, judgements }) => {
        const judgement = judgements.find(({ keyQuestion }) => keyQuestion === question.id);
        if (!judgement) return null;
        return (
          <>
            <p class="govuk-body">
              <Answer answer={judgement.answer} /> {reader}, {reading} reading:{' '}
              <span class="fh-written">{judgement.reason}</span>
            </p>
            {judgement.evidence.length > 0 ? (
              <ul class="govuk-list govuk-list--bullet">
                {judgement.evidence.map((item) => (
                  <li>
                    <a class="govuk-link" href={itemLink(childId, item)}>
                      {formatDay(item.day)}: {item.title}
                    </a>
                  </li>
                ))}
              </ul>
            ) : null}
          </>
        );
      })}
      {agreed ? (
        <p class="govuk-body">
          <Answer answer={agreed.answer} /> Agreed {formatDay(agreed.on)}, {agreed.by ?? 'somebody'}
          : <span class="fh-written">{agreed.reason}</span>
        </p>
      ) : null}
    </>
  );
}

const Answer = ({ answer }: { readonly answer: string }): Html => (
  <span class={`fh-badge fh-badge-${toneOf(answer)}`}>{answerWords[answer] ?? answer}</span>
);

/** Questions that two readers judged differently, settled or not. */
export const differing = (
  { readings }: ReadCase,
  questions: readonly AuditQuestion[],
): readonly AuditQuestion[] =>
  questions.filter(({ id }) => {
    const answers = readings.flatMap(({ judgements }) =>
      judgements.filter(({ keyQuestion }) => keyQuestion === id).map(({ answer }) => answer),
    );
    return new Set(answers).size > 1;
  });

/** Those of them that nobody has settled. */
export const unsettled = (
  found: ReadCase,
  questions: readonly AuditQuestion[],
): readonly AuditQuestion[] =>
  differing(found, questions).filter(
    ({ id }) => !found.moderations.some(({ keyQuestion }) => keyQuestion === id),
  );
