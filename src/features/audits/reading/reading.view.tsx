import type { AuditQuestion } from '../../../domain/audits/audit-questions.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { Button, InsetText } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { answerWords, standardWords, toneOf } from '../audit-words.ts';
import { isBeingRead, judgementOf, noLongerFree } from './judgements.ts';
import type { Judgement, Reading, VictimStep } from './reading.queries.ts';

type Props = {
  readonly context: ChildContext;
  readonly reading: Reading;
  readonly questions: readonly AuditQuestion[];
  /** What was done for the victim whose case it is. */
  readonly steps: readonly VictimStep[];
};

/** A case to read: its key questions, which are judged, and what is left. */
export function ReadingPage({ context, reading, questions, steps }: Props): Html {
  const { child } = context;
  const judged = questions.filter(({ id }) => judgementOf(reading, id));
  const tied = isBeingRead(reading) ? noLongerFree(reading) : null;
  const isOpen = isBeingRead(reading) && !tied;
  return (
    <ChildFrame
      context={context}
      title={`Case ${reading.position}`}
      heading={
        <>
          Case {reading.position} <span class="fh-quiet">{reading.audit}</span>
        </>
      }
      back={{ href: urls.audits.list, text: 'Audits' }}
    >
      <p class="govuk-body">
        {reading.reading === 'first' ? 'First reading' : 'Second reading, blind'}, due{' '}
        {formatDay(reading.dueOn)}. {judged.length} of {questions.length} questions judged.
      </p>
      {tied ? <InsetText text={`${tied}.`} /> : null}
      {reading.victimId ? <VictimCase childId={child.id} reading={reading} steps={steps} /> : null}
      <InsetText text="Read the record first, through the links above. Judge what was done for this child, not how well it is written up; and judge what the record shows, not what you know of the worker." />
      <ol class="fh-entries">
        {questions.map((question) => (
          <li class="fh-entry">
            <Question
              childId={child.id}
              reading={reading}
              question={question}
              judgement={judgementOf(reading, question.id)}
              isOpen={isOpen}
            />
          </li>
        ))}
      </ol>
      {isOpen && judged.length === questions.length ? (
        <Button
          text="Write what is good and what to learn"
          href={urls.audits.finishReading(child.id, reading.id)}
        />
      ) : null}
      {reading.doneOn ? (
        <>
          <h2 class="govuk-heading-m">Finished {formatDay(reading.doneOn)}</h2>
          <WrittenList
            lines={[
              ['What is good', reading.strengths],
              ['What to learn', reading.learning],
            ]}
          />
        </>
      ) : null}
    </ChildFrame>
  );
}

/** Whose case it is and what was done for them, without a name. */
function VictimCase({
  childId,
  reading,
  steps,
}: {
  readonly childId: string;
  readonly reading: Reading;
  readonly steps: readonly VictimStep[];
}): Html {
  const victim = reading.victim ?? 'The victim';
  return (
    <section aria-labelledby="victim">
      <h2 class="govuk-heading-m" id="victim">
        The case of {victim}
      </h2>
      <p class="govuk-body">
        Judge the work with this victim. Their wishes, and what they agreed to share, stand on{' '}
        <a class="govuk-link" href={urls.victims.one(childId, reading.victimId ?? '')}>
          {victim}’s line
        </a>
        . Who they are is closed to you.
      </p>
      {steps.length > 0 ? (
        <DataTable
          caption={`What was done for ${victim}`}
          captionShown
          rows={steps}
          columns={[
            { heading: 'Day', cell: ({ day }) => (day ? formatDay(day) : 'None') },
            { heading: 'What', cell: ({ what }) => what },
          ]}
        />
      ) : (
        <p class="govuk-body">Nothing is recorded as done for them.</p>
      )}
    </section>
  );
}

function Question({
  childId,
  reading,
  question,
  judgement,
  isOpen,
}: {
  readonly childId: string;
  readonly reading: Reading;
  readonly question: AuditQuestion;
  readonly judgement: Judgement | undefined;
  readonly isOpen: boolean;
}): Html {
  const badge = judgement
    ? { text: answerWords[judgement.answer] ?? judgement.answer, tone: toneOf(judgement.answer) }
    : { text: 'To judge', tone: 'neutral' };
  return (
    <>
      <p class="fh-quiet">{standardWords(question)}</p>
      <p class="govuk-body">
        {isOpen ? (
          <a class="govuk-link" href={urls.audits.question(childId, reading.id, question.id)}>
            {question.question}
          </a>
        ) : (
          question.question
        )}{' '}
        <span class={`fh-badge fh-badge-${badge.tone}`}>{badge.text}</span>
      </p>
      {judgement ? <p class="govuk-body fh-written">{judgement.reason}</p> : null}
    </>
  );
}
