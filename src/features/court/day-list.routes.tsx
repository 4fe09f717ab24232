import { can } from '../../domain/access/can.ts';
import { formatClock } from '../../domain/calendar/british-time.ts';
import { addDays, ageOn, type Day, formatDay } from '../../domain/calendar/day.ts';
import { logLook } from '../../platform/audit/access-log.ts';
import type { PageContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { choice, code } from '../../record/choice-fields.tsx';
import { boxesOf, dayAsked } from '../../record/day-asked.ts';
import { day } from '../../record/day-field.tsx';
import { serviceList } from '../../record/list-page.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import {
  courtsOn,
  hearingSeen,
  hearingsOn,
  type ListedHearing,
  takeCover,
} from './day-list.queries.ts';
import { hearingBadge } from './hearing-words.ts';

const filters = {
  on: day({ label: 'Day', says: 'The day' }),
  court: code('courts', { label: 'Court' }),
  cover: choice(
    [
      { value: 'nobody', text: 'Nobody yet' },
      { value: 'me', text: 'Me' },
    ],
    { label: 'Covered by', as: 'select' },
  ),
};

const dayBoxes = (on: Day) => boxesOf('on', on);
const listOf = (on: Day) => urls.court.dayListOf(dayBoxes(on));

const nameOf = ({ forename, surname }: ListedHearing) => `${forename} ${surname}`;
const whatFor = ({ kind_label, purpose, about }: ListedHearing) =>
  [kind_label, purpose, about].filter(Boolean).join('. ');

/** The court's day list: who is before a court on a day, and who of the service is there. */
const list = serviceList({
  path: urls.court.dayList,
  tab: { section: 'intake', text: 'Court list', place: 3 },
  permission: 'hearing.list',
  audit: 'view',
  subject: (context: PageContext) => ({
    on: dayAsked(context, 'on'),
    today: context.today,
    mayCover: can(context.actor, 'hearing.cover'),
  }),
  caption: ({ on }) => `Before a court on ${formatDay(on)}`,
  file: 'court-list',
  empty: (_filtered, { on }) =>
    `Nobody of whom we know is before a court on ${formatDay(on)}. A hearing is added on the child’s record.`,
  filters,
  usual: ({ today }) => dayBoxes(today),
  options: async ({ tx }, { on }) => ({
    courts: (await courtsOn(tx, on)).map((court) => ({ value: court, text: court })),
  }),
  rows: ({ tx, actor }, { on }, { filters: { court = null, cover }, ...part }) =>
    hearingsOn(tx, {
      day: on,
      court,
      cover: cover ? { by: cover === 'me' ? actor.staffId : null } : null,
      ...part,
    }),
  columns: ({ today, mayCover }) => [
    { heading: 'Court', text: ({ court }) => court },
    {
      heading: 'Time',
      text: ({ listed_at }) => (listed_at ? formatClock(listed_at) : 'Not known'),
    },
    {
      heading: 'Child',
      text: (row) => `${nameOf(row)}, ${row.number}`,
      cell: (row) => (
        <>
          <a class="govuk-link" href={urls.court.hearing(row.child_id, row.id)}>
            {nameOf(row)}
          </a>
          <div class="fh-quiet">
            {row.number}
            {row.date_of_birth ? `, ${ageOn(row.date_of_birth, row.listed_on)} years` : ''}
          </div>
        </>
      ),
    },
    { heading: 'For what', text: whatFor },
    { heading: 'Child’s worker', text: ({ worker }) => worker ?? 'Nobody' },
    {
      heading: 'Covered by',
      text: ({ cover }) => cover ?? 'Nobody',
      cell: (row) =>
        row.covered_by === null && row.state === 'expected' && mayCover ? (
          <>
            Nobody
            <PostForm action={urls.court.takeCover(row.id)} class="fh-no-print">
              <Button
                html={
                  <>
                    I cover it
                    <span class="govuk-visually-hidden">: the hearing of {nameOf(row)}</span>
                  </>
                }
                classes="govuk-button--secondary"
                preventDoubleClick
              />
            </PostForm>
          </>
        ) : (
          (row.cover ?? 'Nobody')
        ),
    },
    {
      heading: 'How it stands',
      text: (row) => hearingBadge(row, today).text,
      cell: (row) => {
        const { text, tone } = hearingBadge(row, today);
        return <span class={`fh-badge fh-badge-${tone}`}>{text}</span>;
      },
    },
  ],
  view: ({ context: { shell, today }, subject: { on }, list: drawn }) => (
    <Page title="Court list" shell={shell}>
      <h1 class="govuk-heading-l">Court list, {formatDay(on)}</h1>
      <p class="fh-actions fh-no-print">
        <a class="govuk-link" href={listOf(addDays(on, -1))}>
          Day before
        </a>
        {on === today ? null : (
          <a class="govuk-link" href={urls.court.dayList}>
            Today
          </a>
        )}
        <a class="govuk-link" href={listOf(addDays(on, 1))}>
          Day after
        </a>
      </p>
      {drawn}
    </Page>
  ),
});

const cover = pageRoute({
  method: 'post',
  path: urls.court.takeCover(':hearingId'),
  permission: 'hearing.cover',
  audit: 'change',
  handle: async (context) => {
    const { tx, actor, param } = context;
    const id = param('hearingId');
    const hearing = isId(id) ? await hearingSeen(tx, id) : undefined;
    if (!hearing) return context.notFound();
    const taken = await takeCover(tx, id);
    const page = urls.court.takeCover(':hearingId');
    if (taken) await logLook(tx, actor, { kind: 'change', page, childId: hearing.child_id });
    return context.redirect(
      listOf(hearing.listed_on),
      taken
        ? 'Saved: you cover the hearing'
        : 'Nothing was changed: somebody covers this hearing already, or it is over',
    );
  },
});

export const dayListRoutes: readonly Route[] = [...list, cover];
