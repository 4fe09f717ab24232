import { type Day, formatDay, formatShortDay } from '../../domain/calendar/day.ts';
import type { RequestState } from '../../domain/information/requests.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { stateWords } from './request-words.ts';

export type RequestLine = {
  readonly id: string;
  readonly agency: string;
  readonly askedOn: Day;
  readonly askedBy: string | null;
  readonly dueOn: Day;
  readonly state: RequestState;
  readonly answeredOn: Day | null;
  readonly answerForTeam: string | null;
  readonly useNote: string | null;
  readonly gapNote: string | null;
  readonly chasedOn: Day | null;
  readonly chases: number;
};

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly lines: readonly RequestLine[];
  readonly notAsked: readonly string[];
  readonly mayAsk: boolean;
  /** False for a role that is shown its own agency's questions only. */
  readonly seesAll: boolean;
};

export function InformationListPage(props: Props): Html {
  const { shell, child, today, lines, notAsked, mayAsk, seesAll } = props;
  const count = (state: RequestState) => lines.filter((line) => line.state === state).length;
  const waiting = [
    say(count('to-weigh'), 'answer', 'still to be marked used or not relevant'),
    say(count('overdue'), 'question', 'overdue'),
  ].filter((words) => words !== null);
  return (
    <ChildPage title="Information from partners" shell={shell} child={child} today={today}>
      <h1 class="govuk-heading-l">Information from partners</h1>
      <p class="govuk-body">
        {seesAll
          ? 'What other agencies were asked about this child, what they told the team, and what was made of it.'
          : 'Your role shows the questions put to your own agency.'}
      </p>
      <div class="fh-actions">
        {mayAsk ? <Button text="Ask partners" href={urls.information.ask(child.id)} /> : null}
        <a class="govuk-link" href={urls.information.notes(child.id)}>
          Partners’ own notes
        </a>
      </div>
      {waiting.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {waiting.map((words) => (
            <li>
              <strong>{words}</strong>
            </li>
          ))}
        </ul>
      ) : null}
      {mayAsk && notAsked.length > 0 ? (
        <p class="govuk-inset-text">
          Not asked yet: {notAsked.join(', ')}. A gap in what was asked is a gap in the assessment.
        </p>
      ) : null}
      {lines.length === 0 ? <Empty mayAsk={mayAsk} /> : <Requests {...props} />}
    </ChildPage>
  );
}

const say = (count: number, noun: string, rest: string) =>
  count === 0 ? null : `${count} ${noun}${count === 1 ? '' : 's'} ${rest}`;

function Empty({ mayAsk }: { readonly mayAsk: boolean }): Html {
  return (
    <p class="govuk-body">
      {mayAsk
        ? 'Nobody has been asked yet. Ask police, health, education, social care and early help before you assess.'
        : 'There is nothing here for you to read.'}
    </p>
  );
}

function Requests({ child, lines }: Props): Html {
  return (
    <table class="govuk-table fh-stack-table">
      <caption class="govuk-table__caption govuk-table__caption--m">Questions and answers</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Agency', 'Asked', 'Where it stands', 'What the team needs to know', 'Used or gap'].map(
            (heading) => (
              <th scope="col" class="govuk-table__header">
                {heading}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {lines.map((line) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <a class="govuk-link" href={urls.information.one(child.id, line.id)}>
                {line.agency}
                <span class="govuk-visually-hidden">, asked {formatDay(line.askedOn)}</span>
              </a>
            </th>
            <td class="govuk-table__cell" data-label="Asked">
              {formatShortDay(line.askedOn)}
              {line.askedBy ? <span class="fh-quiet"> by {line.askedBy}</span> : null}
            </td>
            <td class="govuk-table__cell">
              <span class={`fh-badge fh-badge-${stateWords[line.state].badge}`}>
                {stateWords[line.state].text}
              </span>
              <br />
              <span class="fh-quiet">{whenOf(line)}</span>
            </td>
            <td class="govuk-table__cell fh-written">{line.answerForTeam ?? ''}</td>
            <td class="govuk-table__cell">
              {line.useNote ? <p class="govuk-body-s fh-written">{line.useNote}</p> : null}
              {line.gapNote ? (
                <p class="govuk-body-s fh-written">Still not known: {line.gapNote}</p>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function whenOf(line: RequestLine): string {
  if (line.state === 'withdrawn') return '';
  if (line.answeredOn) return `Answered ${formatShortDay(line.answeredOn)}`;
  const due = `Due ${formatShortDay(line.dueOn)}`;
  return line.chasedOn
    ? `${due}, chased ${line.chases === 1 ? 'once' : `${line.chases} times`}, last ${formatShortDay(line.chasedOn)}`
    : due;
}
