import { can, claimsOf } from '../../domain/access/can.ts';
import { formatDay, formatShortDay } from '../../domain/calendar/day.ts';
import { notYetAsked, type RequestState, requestState } from '../../domain/information/requests.ts';
import { labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { ChildFrame } from '../../record/child-frame.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { DataTable } from '../../ui/layout/data-table.tsx';
import { urls } from '../../urls.ts';
import { answerRoutes } from './answer.routes.tsx';
import { alwaysAsked, askRoutes } from './ask.routes.tsx';
import { inboxRoutes } from './inbox.routes.tsx';
import { type RequestRow, requestsOf } from './information.queries.ts';
import { partnerNotesRoutes } from './partner-notes.routes.tsx';
import { requestRoutes } from './request.routes.tsx';
import { stateWords } from './request-words.ts';

export const informationRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.information.list(':childId'),
    tab: { room: 'assessment', text: 'Information' },
    permission: 'child.view',
    audit: 'view',
    handle: async (context) => {
      const requests = await requestsOf(context.tx, context.child.id);
      const { agency } = await codeLists(context.tx, ['agency']);
      const named = (code: string) => labelOf(agency, code);
      return context.page(listPage(context, requests, named));
    },
  }),
  ...askRoutes,
  ...partnerNotesRoutes,
  ...requestRoutes,
  ...answerRoutes,
  ...inboxRoutes,
];

function listPage(
  context: ChildContext,
  requests: readonly RequestRow[],
  named: (agency: string) => string,
): Html {
  const { actor, child, today } = context;
  const mayAsk = can(actor, 'information.ask');
  const notAsked = notYetAsked(alwaysAsked, requests).map(named);
  const count = (state: RequestState) =>
    requests.filter((request) => requestState(request, today) === state).length;
  const waiting = [
    say(count('to-weigh'), 'answer', 'still to be marked used or not relevant'),
    say(count('overdue'), 'question', 'overdue'),
  ].filter((words) => words !== null);
  return (
    <ChildFrame context={context} title="Information from partners">
      <p class="govuk-body">
        {claimsOf(actor.role).read.includes('RC4')
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
      {requests.length > 0 ? (
        <DataTable
          caption="Questions and answers"
          captionShown
          columns={columnsOf(context, named)}
          rows={requests}
        />
      ) : (
        <p class="govuk-body">
          {mayAsk
            ? 'Nobody has been asked yet. Ask police, health, education, social care and early help before you assess.'
            : 'There is nothing here for you to read.'}
        </p>
      )}
    </ChildFrame>
  );
}

const say = (count: number, noun: string, rest: string) =>
  count === 0 ? null : `${count} ${noun}${count === 1 ? '' : 's'} ${rest}`;

const columnsOf = ({ child, today }: ChildContext, named: (agency: string) => string) => [
  {
    heading: 'Agency',
    cell: (row: RequestRow) => (
      <a class="govuk-link" href={urls.information.one(child.id, row.id)}>
        {named(row.agency)}
        <span class="govuk-visually-hidden">, asked {formatDay(row.asked_on)}</span>
      </a>
    ),
  },
  {
    heading: 'Asked',
    cell: ({ asked_on, asker }: RequestRow) => (
      <>
        {formatShortDay(asked_on)}
        {asker ? <span class="fh-quiet"> by {asker}</span> : null}
      </>
    ),
  },
  {
    heading: 'Where it stands',
    cell: (row: RequestRow) => {
      const { text, badge } = stateWords[requestState(row, today)];
      return (
        <>
          <span class={`fh-badge fh-badge-${badge}`}>{text}</span>
          <br />
          <span class="fh-quiet">{whenOf(row)}</span>
        </>
      );
    },
  },
  {
    heading: 'What the team needs to know',
    cell: ({ answer_for_team }: RequestRow) => <span class="fh-written">{answer_for_team}</span>,
  },
  {
    heading: 'Used or gap',
    cell: ({ use_note, gap_note }: RequestRow) => (
      <>
        {use_note ? <p class="govuk-body-s fh-written">{use_note}</p> : null}
        {gap_note ? <p class="govuk-body-s fh-written">Still not known: {gap_note}</p> : null}
      </>
    ),
  },
];

function whenOf({ status, answered_on, due_on, chased_on, chases }: RequestRow): string {
  if (status === 'withdrawn') return '';
  if (answered_on) return `Answered ${formatShortDay(answered_on)}`;
  const due = `Due ${formatShortDay(due_on)}`;
  return chased_on
    ? `${due}, chased ${chases === 1 ? 'once' : `${chases} times`}, last ${formatShortDay(chased_on)}`
    : due;
}
