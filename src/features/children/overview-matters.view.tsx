import { can } from '../../domain/access/can.ts';
import { formatClock } from '../../domain/calendar/british-time.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { conditionStandings } from '../../domain/panels/delivery.ts';
import { keptSafeWords } from '../../record/kept-safe.tsx';
import type { Children, Html } from '../../ui/html.ts';
import { urls } from '../../urls.ts';
import type { Frame } from './frame.ts';
import type { AtAGlance } from './overview.queries.ts';

type Props = Pick<Frame, 'shell' | 'child' | 'today'> & { readonly glance: AtAGlance };

/** What the work is about: what is alleged and what was found, the outcome and its conditions, the next hearing and orders, the manager's direction, and who is kept safe. */
export function Matters({ glance, child, shell, today }: Props): Html {
  const { alleged, found, outcomes, orders, hearings, direction, keeps_safe } = glance;
  const mayOpen = can(shell.actor, 'panel.view');
  return (
    <>
      {alleged.length > 0 ? (
        <Row name="Alleged">
          {alleged.map(({ description, offence_on }) => (
            <div>
              {description}
              {offence_on ? `, ${formatDay(offence_on)}` : ''}
            </div>
          ))}
        </Row>
      ) : null}
      {found.length > 0 ? (
        <Row name="Found guilty of">
          {found.map(({ wording, found_on }) => (
            <div>
              <span class="fh-written">{wording}</span>, on {formatDay(found_on)}
            </div>
          ))}
        </Row>
      ) : null}
      {outcomes.length > 0 ? (
        <Row name="Outcome">
          {outcomes.map(({ id, outcome, conditions, each, due_by }) => (
            <div>
              {mayOpen ? (
                <a class="govuk-link" href={urls.panels.outcome(child.id, id)}>
                  {outcome}
                </a>
              ) : (
                outcome
              )}
              {due_by ? `, by ${formatDay(due_by)}` : ''}
              {each.map(({ text, standing }) => (
                <div class="fh-written">
                  {text}{' '}
                  <span class="fh-quiet">({conditionStandings[standing].toLowerCase()})</span>
                </div>
              ))}
              {conditions && each.length === 0 ? <div class="fh-written">{conditions}</div> : null}
            </div>
          ))}
        </Row>
      ) : null}
      {hearings.length > 0 ? (
        <Row name={hearings.length === 1 ? 'Hearing' : 'Hearings'}>
          {hearings.map(({ id, kind, court, listed_on, listed_at, cover }) => (
            <div>
              <a class="govuk-link" href={urls.court.hearing(child.id, id)}>
                {kind}, {formatDay(listed_on)}
                {listed_at ? ` at ${formatClock(listed_at)}` : ''}
              </a>
              , {court}
              {listed_on < today ? (
                <span class="fh-badge fh-badge-late">No result yet</span>
              ) : (
                <div class="fh-quiet">{cover ? `Covered by ${cover}` : 'Nobody covers it yet'}</div>
              )}
            </div>
          ))}
        </Row>
      ) : null}
      {orders.length > 0 ? (
        <Row name={orders.length === 1 ? 'Order of a court' : 'Orders of a court'}>
          {orders.map(({ id, label, last_day, days_how, undecided }) => (
            <div>
              <a class="govuk-link" href={urls.court.order(child.id, id)}>
                {label}
              </a>
              , {last_day ? `last day ${formatDay(last_day)}` : `no last day: ${lower(days_how)}`}
              {last_day && last_day < today ? (
                <span class="fh-badge fh-badge-late">Record how it ended</span>
              ) : null}
              {undecided > 0 ? (
                <div>
                  <a class="govuk-link" href={urls.compliance.list(child.id)}>
                    {undecided === 1 ? 'Once' : `${undecided} times`} not kept, and not decided yet
                  </a>
                </div>
              ) : null}
            </div>
          ))}
        </Row>
      ) : null}
      {direction ? (
        <Row name="Manager’s first direction">
          <div class="fh-written">{direction}</div>
        </Row>
      ) : null}
      {keeps_safe.length > 0 ? (
        <Row name="Who must be kept safe">
          {keeps_safe.map((person) => (
            <div class="fh-written">{keptSafeWords(person)}</div>
          ))}
        </Row>
      ) : null}
    </>
  );
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** One fact of the overview. */
export function Row({
  name,
  children,
}: {
  readonly name: string;
  readonly children?: Children;
}): Html {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{name}</dt>
      <dd class="govuk-summary-list__value">{children}</dd>
    </div>
  );
}
