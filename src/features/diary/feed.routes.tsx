import { britishDay, britishInstant, formatInstant } from '../../domain/calendar/british-time.ts';
import { addDays } from '../../domain/calendar/day.ts';
import { type CalendarEvent, calendarOf } from '../../domain/diary/calendar-feed.ts';
import { spanOf } from '../../domain/diary/clash.ts';
import { logLook } from '../../platform/audit/access-log.ts';
import { asActor } from '../../platform/db/as-actor.ts';
import { pageRoute, publicRoute, type Route } from '../../platform/http/route.ts';
import { boxesOf } from '../../record/day-asked.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { type Entry, entriesOf } from './diary.queries.ts';
import { endFeed, feedOf, makeFeed, whoseFeed } from './feed.queries.ts';

const daysBefore = 7;
const daysAhead = 56;

/** The diary in a person's own calendar: an address that is made, told once and ended here. */
export const feedRoutes: readonly Route[] = [
  publicRoute({
    method: 'get',
    path: urls.diary.feed(':secret'),
    handle: async ({ c, server, param }) => {
      const now = server.now();
      const today = britishDay(now);
      const secret = param('secret').replace(/\.ics$/, '');
      const actor = await whoseFeed(server.db, secret, today);
      if (!actor) return c.text('There is no calendar at this address', 404);
      const whose = { people: [actor.staffId], room: null };
      const [from, to] = [addDays(today, -daysBefore), addDays(today, daysAhead)];
      const entries = await asActor(server.db, actor, (tx) =>
        entriesOf(tx, actor.serviceId, whose, from, to),
      );
      const events = entries.flatMap((entry) => eventOf(entry, server.auth.origin));
      return c.body(calendarOf('Foothold', events, now), 200, {
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'private, no-store',
      });
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.diary.feedPage,
    tab: { under: urls.diary.page },
    permission: 'diary.view',
    audit: 'none',
    handle: async ({ tx, actor, shell, page }) =>
      page(
        <FeedPage shell={shell} madeAt={(await feedOf(tx, actor))?.made_at ?? null} address="" />,
      ),
  }),
  pageRoute({
    method: 'post',
    path: urls.diary.feedPage,
    permission: 'diary.view',
    audit: 'none',
    showsOnce: true,
    handle: async ({ tx, actor, shell, server, now, page }) => {
      const secret = await makeFeed(tx, actor);
      await logLook(tx, actor, {
        kind: 'change',
        page: urls.diary.feedPage,
        purpose: 'Address for a calendar of one’s own',
      });
      const address = `${server.auth.origin}${urls.diary.feed(`${secret}.ics`)}`;
      return page(<FeedPage shell={shell} madeAt={now} address={address} />);
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.diary.endFeed,
    permission: 'diary.view',
    audit: 'change',
    handle: async ({ tx, actor, redirect }) => {
      await endFeed(tx, actor);
      return redirect(urls.diary.feedPage, 'Ended: the address for your calendar');
    },
  }),
];

const summaries = { contact: 'Appointment', hearing: 'Court hearing', panel: 'Panel' } as const;

/** An entry without child, place or words; a child's place on a panel's list is left out, as the panel says it. */
function eventOf(entry: Entry, origin: string): CalendarEvent[] {
  const { kind, id, day, clock, state } = entry;
  if (kind === 'item' || kind === 'order-item') return [];
  const link = `${origin}${urls.diary.of({ span: 'day', ...boxesOf('on', day) })}`;
  const said = { id, summary: summaries[kind], isCalledOff: isOff(state), link };
  const from = clock === null ? null : britishInstant(day, clock);
  if (from?.kind !== 'instant') return [{ ...said, when: { day, next: addDays(day, 1) } }];
  const [begins, ends] = spanOf({ ...entry, what: kind });
  const to = new Date(from.instant.getTime() + (ends - begins) * 60_000);
  return [{ ...said, when: { from: from.instant, to } }];
}

const isOff = (state: string) =>
  state === 'cancelled' || state === 'vacated' || state === 'adjourned';

function FeedPage({
  shell,
  madeAt,
  address,
}: {
  readonly shell: PageShell;
  readonly madeAt: Date | null;
  readonly address: string;
}): Html {
  return (
    <Page
      title="Your diary in your own calendar"
      shell={shell}
      back={{ href: urls.diary.page, text: 'Back to the diary' }}
    >
      <h1 class="govuk-heading-l">Your diary in your own calendar</h1>
      <p class="govuk-body">
        A calendar on your telephone or computer can show when you have an appointment, a hearing or
        a panel. It is told the time and the kind, and never a name, a place or what it is about: it
        leads back to the diary for that.
      </p>
      {address ? (
        <div class="govuk-inset-text">
          <p class="govuk-body">
            Copy this address into your calendar now, where it asks for a calendar to subscribe to.
            It is not shown again, and whoever has it sees when you are taken.
          </p>
          <p class="govuk-body fh-key fh-written">{address}</p>
        </div>
      ) : null}
      <p class="govuk-body">
        {madeAt ? `You have an address, made on ${formatInstant(madeAt)}.` : 'You have no address.'}
      </p>
      <div class="fh-actions">
        <PostForm action={urls.diary.feedPage}>
          <Button
            text={madeAt ? 'Make a new address' : 'Make an address'}
            classes={madeAt ? 'govuk-button--secondary' : ''}
            preventDoubleClick
          />
        </PostForm>
        {madeAt ? (
          <PostForm action={urls.diary.endFeed}>
            <Button text="End it" classes="govuk-button--warning" />
          </PostForm>
        ) : null}
      </div>
      {madeAt ? <p class="govuk-body fh-quiet">A new address ends the one before.</p> : null}
    </Page>
  );
}
