import { formatInstant } from '../../domain/calendar/british-time.ts';
import { ageOn, type Day } from '../../domain/calendar/day.ts';
import type { Seat } from '../../domain/panels/quorum.data.ts';
import type { Quorum } from '../../domain/panels/quorum.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { ItemWithGate } from './gate.queries.ts';
import type { PanelOne } from './panels.queries.ts';
import { windowWords } from './panels.view.tsx';
import { attendanceWords } from './record-attendance.ts';
import { GateBadge, stateWords } from './state-words.tsx';

type Props = {
  readonly shell: PageShell;
  readonly panel: PanelOne;
  readonly items: readonly ItemWithGate[];
  readonly quorum: Quorum;
  readonly seats: readonly Seat[];
  readonly mayManage: boolean;
  /** It has not met, so its day, place and window may change. */
  readonly mayMove: boolean;
  readonly seesGate: boolean;
  /** True for people who read papers and no more: they go straight to the paper. */
  readonly readsPapersOnly: boolean;
  readonly now: Date;
  readonly today: Day;
};

/** One panel: its window, its children, who sits on it and whether it may decide. */
export function PanelPage(props: Props): Html {
  const { shell, panel, mayManage, now } = props;
  return (
    <Page title={panel.name} shell={shell} back={{ href: urls.panels.list, text: 'Panels' }}>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{formatInstant(panel.starts_at)}</span>
        {panel.name}
      </h1>
      {panel.status === 'cancelled' ? (
        <p class="govuk-inset-text">This panel was cancelled.</p>
      ) : null}
      <dl class="govuk-summary-list">
        <Row term="Where" text={panel.place} />
        <Row term="Papers" text={windowWords(panel, now)} />
      </dl>
      <h2 class="govuk-heading-m">Children</h2>
      <Children {...props} />
      <h2 class="govuk-heading-m">Who sits on it</h2>
      <QuorumLine
        quorum={props.quorum}
        hasBegun={panel.attendees.some(({ attended }) => attended !== 'expected')}
      />
      <Seats {...props} />
      {mayManage ? (
        <div class="fh-actions">
          <Button text="Mark attendance or add people" href={urls.panels.attendance(panel.id)} />
          {props.mayMove ? (
            <a class="govuk-link" href={urls.panels.edit(panel.id)}>
              Change when and where
            </a>
          ) : null}
          {panel.status === 'planned' ? (
            <PostForm action={urls.panels.one(panel.id)}>
              <input type="hidden" name="version" value={String(panel.version)} />
              <button type="submit" class="fh-link-button" name="do" value="cancel">
                Cancel this panel
              </button>
            </PostForm>
          ) : null}
        </div>
      ) : null}
    </Page>
  );
}

function Row({ term, text }: { readonly term: string; readonly text: string }): Html {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{term}</dt>
      <dd class="govuk-summary-list__value">{text}</dd>
    </div>
  );
}

function Children({ items, panel, seesGate, readsPapersOnly, now, today }: Props): Html {
  if (items.length === 0)
    return (
      <p class="govuk-body">
        {readsPapersOnly
          ? now < panel.window_opens
            ? 'Papers that are ready will be listed here when the days for reading begin.'
            : now >= panel.window_closes
              ? 'The days for reading are over.'
              : 'No papers are open to you.'
          : 'No child is on this panel yet. Put one on it from “Panel and outcomes” in their record.'}
      </p>
    );
  return (
    <table class="govuk-table fh-stack-table">
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            Child
          </th>
          <th scope="col" class="govuk-table__header">
            Age
          </th>
          <th scope="col" class="govuk-table__header">
            State
          </th>
          <th scope="col" class="govuk-table__header">
            Gravity
          </th>
          {seesGate ? (
            <th scope="col" class="govuk-table__header">
              Ready to be heard
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {items.map((item) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <a
                class="govuk-link"
                href={(readsPapersOnly ? urls.panels.paper : urls.panels.item)(
                  item.child_id,
                  item.id,
                )}
              >
                {item.forename} {item.surname}
                {readsPapersOnly ? (
                  <span class="govuk-visually-hidden">: read the paper</span>
                ) : null}
              </a>
            </th>
            <td class="govuk-table__cell" data-label="Age">
              {item.date_of_birth ? ageOn(item.date_of_birth, today) : 'Not known'}
            </td>
            <td class="govuk-table__cell" data-label="State">
              {stateWords[item.state]}
              {item.has_conflict ? (
                <div class="fh-quiet">A member has declared an interest</div>
              ) : null}
            </td>
            <td class="govuk-table__cell" data-label="Gravity">
              {item.gravity ?? 'Not scored'}
            </td>
            {seesGate ? (
              <td class="govuk-table__cell" data-label="Ready">
                <GateBadge gate={item.gate} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function QuorumLine({
  quorum,
  hasBegun,
}: {
  readonly quorum: Quorum;
  readonly hasBegun: boolean;
}): Html {
  if (quorum.isQuorate)
    return (
      <p class="govuk-body">
        <span class="fh-badge fh-badge-good">May decide</span> Everyone who must be there was, or
        was heard.
      </p>
    );
  return (
    <div class="govuk-body">
      <span class={`fh-badge ${hasBegun ? 'fh-badge-late' : 'fh-badge-neutral'}`}>
        {hasBegun ? 'May not decide' : 'Attendance not marked yet'}
      </span>
      {hasBegun ? (
        <ul class="govuk-list govuk-list--bullet">
          {quorum.missing.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

const requirementWords = {
  'must-attend': 'must be present',
  'attend-or-send-view': 'present or a view in writing',
  invited: 'invited',
} as const;
const howWords = {
  present: 'present',
  substitute: 'from a substitute agency',
  'sent-view': 'view in writing',
  empty: '',
};

function Seats({ panel, quorum, seats }: Props): Html {
  return (
    <div class="fh-even">
      <div>
        <h3 class="govuk-heading-s">Seats that make a panel (check locally)</h3>
        <ul class="govuk-list">
          {seats.map((seat) => {
            const filled = quorum.seats.find((each) => each.seat === seat.id);
            return (
              <li>
                <strong>{seat.label}</strong>, {requirementWords[seat.requirement]}:{' '}
                {filled?.filledBy
                  ? `${filled.filledBy} (${howWords[filled.how]})`
                  : 'nobody marked as present yet'}
              </li>
            );
          })}
        </ul>
      </div>
      <div>
        <h3 class="govuk-heading-s">People asked</h3>
        <ul class="govuk-list">
          {panel.attendees.length === 0 ? <li>Nobody yet.</li> : null}
          {panel.attendees.map((person) => (
            <li>
              <strong>{person.name}</strong>, {person.agency_label}
              {person.substitute_for ? `, for ${person.substitute_for}` : ''}:{' '}
              {attendanceWords[person.attended].toLowerCase()}
              {person.sent_view ? ', view in writing' : ''}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
