import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { ageOn } from '../../../domain/calendar/day.ts';
import { orderMeetings } from '../../../domain/panels/order-meeting.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { FormBox } from '../../../record/form-box.tsx';
import type { PageOf } from '../../../record/form-page.ts';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { type Column, DataTable } from '../../../ui/layout/data-table.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import type { ItemWithGate } from '../item/gate.queries.ts';
import { GateBadge, stateWords } from '../item/state-words.tsx';
import type { PanelSubject } from './panel.routes.tsx';
import { QuorumLine, Seats } from './seats.view.tsx';
import { windowWords } from './window-words.ts';

type Props = PageOf<PageContext, PanelSubject, Record<never, never>>;

/** One panel: its window, its children, who sits on it and whether it may decide. */
export function PanelPage(props: Props): Html {
  const { shell, subject, form, context } = props;
  const { panel } = subject;
  return (
    <Page title={panel.name} shell={shell} back={{ href: urls.panels.list, text: 'Panels' }}>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{formatInstant(panel.starts_at)}</span>
        {panel.name}
      </h1>
      {panel.status === 'cancelled' ? (
        <p class="govuk-inset-text">This panel was cancelled.</p>
      ) : null}
      <WrittenList
        lines={[
          ['Where', panel.place],
          ['Papers', windowWords(panel, context.now)],
        ]}
      />
      <h2 class="govuk-heading-m">Children</h2>
      <Children {...props} />
      <h2 class="govuk-heading-m">Who sits on it</h2>
      <QuorumLine subject={subject} />
      <Seats subject={subject} />
      {form.mayWrite ? (
        <div class="fh-actions">
          <Button text="Mark attendance or add people" href={urls.panels.attendance(panel.id)} />
          {subject.mayMove ? (
            <a class="govuk-link" href={urls.panels.edit(panel.id)}>
              Change when and where
            </a>
          ) : null}
        </div>
      ) : null}
      <FormBox
        form={{ ...form, mayWrite: form.mayWrite && panel.status === 'planned' }}
        buttons={
          <button type="submit" class="fh-link-button">
            Cancel this panel
          </button>
        }
      />
    </Page>
  );
}

function Children({ subject, today, context: { now } }: Props): Html {
  const { items, panel, readsPapersOnly, rule } = subject;
  if (items.length > 0)
    return <DataTable caption="Children" columns={columnsOf(subject, today)} rows={items} />;
  if (!readsPapersOnly)
    return (
      <p class="govuk-body">
        No child is on this panel yet. Put one on it from{' '}
        {rule.about === 'order' ? 'the order' : '“Panel and outcomes”'} in their record.
      </p>
    );
  if (now < panel.window_opens)
    return (
      <p class="govuk-body">
        Papers that are ready will be listed here when the days for reading begin.
      </p>
    );
  return (
    <p class="govuk-body">
      {now >= panel.window_closes ? 'The days for reading are over.' : 'No papers are open to you.'}
    </p>
  );
}

const addressOf = ({ meeting }: ItemWithGate, opensPaper: boolean) => {
  if (meeting) return opensPaper ? urls.panels.orderPaper : urls.panels.orderItem;
  return opensPaper ? urls.panels.paper : urls.panels.item;
};

const columnsOf = (
  { seesGate, readsPapersOnly, rule }: PanelSubject,
  today: string,
): readonly Column<ItemWithGate>[] => [
  {
    heading: 'Child',
    cell: (item) => {
      // Who also works with a child still sees them here when the paper is not made yet, or its days are over.
      const opensPaper = readsPapersOnly && item.paper_open;
      return (
        <a class="govuk-link" href={addressOf(item, opensPaper)(item.child_id, item.id)}>
          {item.forename} {item.surname}
          {opensPaper ? <span class="govuk-visually-hidden">: read the paper</span> : null}
        </a>
      );
    },
  },
  {
    heading: 'Age',
    cell: ({ date_of_birth }) => (date_of_birth ? ageOn(date_of_birth, today) : 'Not known'),
  },
  {
    heading: 'State',
    cell: ({ state, has_conflict }) => (
      <>
        {stateWords[state]}
        {has_conflict ? <div class="fh-quiet">A member has declared an interest</div> : null}
      </>
    ),
  },
  rule.about === 'order'
    ? { heading: 'Meeting', cell: ({ meeting }) => (meeting ? orderMeetings[meeting] : '') }
    : { heading: 'Gravity', cell: ({ gravity }) => gravity ?? 'Not scored' },
  ...(seesGate
    ? [
        {
          heading: 'Ready to be heard',
          cell: ({ gate }: ItemWithGate) => <GateBadge gate={gate} />,
        },
      ]
    : []),
];
