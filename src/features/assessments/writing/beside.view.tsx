import { formatDay } from '../../../domain/calendar/day.ts';
import { Details } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { urls } from '../../../urls.ts';
import type { Change, Fact, PartnerAnswer, RecordBeside, VictimWords } from './record.queries.ts';

type Props = {
  readonly childId: string;
  readonly record: RecordBeside;
  readonly showVictims: boolean;
  readonly mayMark: boolean;
};

/** What the record already says, beside the page where somebody writes. */
export function BesideView({ childId, record, showVictims, mayMark }: Props): Html {
  const unmarked = record.answers.filter((answer) => answer.use === null);
  const marked = record.answers.filter((answer) => answer.use !== null);
  return (
    <>
      {showVictims ? <VictimsView victims={record.victims} /> : null}
      <section aria-labelledby="partners">
        <h2 class="govuk-heading-s" id="partners">
          What partners answered
        </h2>
        {record.answers.length === 0 ? (
          <p class="govuk-body-s">
            No answer yet.{' '}
            <a class="govuk-link" href={urls.information.list(childId)}>
              See what was asked
            </a>
          </p>
        ) : null}
        {unmarked.map((answer) => (
          <Answer answer={answer} childId={childId} mayMark={mayMark} />
        ))}
        {marked.length > 0 ? (
          <Details summaryText={`${marked.length} already marked`} open={unmarked.length === 0}>
            {marked.map((answer) => (
              <Answer answer={answer} childId={childId} mayMark={mayMark} />
            ))}
          </Details>
        ) : null}
        {record.waiting.length > 0 ? (
          <p class="govuk-body-s">Asked and not answered: {record.waiting.join(', ')}.</p>
        ) : null}
      </section>
      <FactsView facts={record.facts} />
    </>
  );
}

function Answer(props: {
  readonly answer: PartnerAnswer;
  readonly childId: string;
  readonly mayMark: boolean;
}): Html {
  const { answer, childId, mayMark } = props;
  const use = answer.use === 'used' ? 'Used' : answer.use ? 'Not relevant' : 'Not marked yet';
  return (
    <div class="govuk-!-margin-bottom-4">
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        <strong>{answer.agency}</strong>, {formatDay(answer.answeredOn)}{' '}
        <span class={`fh-badge fh-badge-${answer.use ? 'neutral' : 'soon'}`}>{use}</span>
      </p>
      <p class="govuk-body-s govuk-!-margin-bottom-1 fh-quiet">{answer.question}</p>
      <p class="govuk-body-s govuk-!-margin-bottom-1 fh-written">{answer.answer}</p>
      {mayMark && !answer.use ? (
        <a class="govuk-link govuk-body-s" href={urls.information.one(childId, answer.id)}>
          Mark as used or not relevant
          <span class="govuk-visually-hidden"> the answer of {answer.agency}</span>
        </a>
      ) : null}
    </div>
  );
}

function FactsView({ facts }: { readonly facts: readonly Fact[] }): Html {
  return (
    <section aria-labelledby="facts">
      <h2 class="govuk-heading-s" id="facts">
        The child’s circumstances on record
      </h2>
      {facts.length === 0 ? (
        <p class="govuk-body-s">Nothing is on record yet.</p>
      ) : (
        <ul class="govuk-list govuk-body-s">
          {facts.map(({ label, text, source, since }) => (
            <li>
              <strong>{label}</strong>: {text}{' '}
              <span class="fh-quiet">
                ({source}
                {since ? `, since ${formatDay(since)}` : ''})
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const wishesNames: Record<string, string> = {
  'not-sought': 'not asked yet',
  sought: 'asked, no answer yet',
  given: 'asked and answered',
  declined: 'did not want to say',
  'not-reached': 'could not be reached',
  'no-consent': 'did not agree to be asked',
  'no-direct-victim': 'no direct victim',
};

function VictimsView({ victims }: { readonly victims: readonly VictimWords[] }): Html {
  return (
    <section aria-labelledby="victims">
      <h2 class="govuk-heading-s" id="victims">
        What victims agreed you may know
      </h2>
      {victims.length === 0 ? <p class="govuk-body-s">Nobody harmed has an open line.</p> : null}
      {victims.map(({ label, wishes, words }) => (
        <p class="govuk-body-s fh-written">
          <strong>{label}</strong> ({wishesNames[wishes] ?? wishes})
          {words ? `: “${words}”` : ': nothing shared'}
        </p>
      ))}
    </section>
  );
}

/** What happened to the child since the assessment that a review starts from. */
export function ChangesView({ changes }: { readonly changes: readonly Change[] }): Html {
  return (
    <section aria-labelledby="changes">
      <h2 class="govuk-heading-s" id="changes">
        What has changed since it was last signed
      </h2>
      {changes.length === 0 ? (
        <p class="govuk-body-s">No change has been recorded. Is that so?</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet govuk-body-s">
          {changes.map(({ on, what, detail }) => (
            <li>
              <strong>{what}</strong>, {formatDay(on)}: {detail}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
