import type { Actor } from '../../../domain/access/can.ts';
import { britishClock, britishDay, formatInstant } from '../../../domain/calendar/british-time.ts';
import type { QuorumRule, Seat } from '../../../domain/panels/quorum.data.ts';
import { mustCheckLocally } from '../../../domain/provenance.ts';
import type { Tx } from '../../../platform/db/as-actor.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { movedOn } from '../../../platform/http/moved-on.ts';
import type { TagsOf } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import type { Html } from '../../../ui/html.ts';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { panelFields, seatField, WhenFields, whenFields } from './panel-fields.tsx';
import { panelWhen, usualWindow } from './panel-when.ts';
import { type PanelOne, panelOne, seating, staffForPanels } from './panels.queries.ts';
import { lastReadingDay } from './window-words.ts';

/** A panel may be moved until it has met. */
export const mayBeMoved = (panel: Pick<PanelOne, 'status' | 'starts_at'>, now: Date): boolean =>
  panel.status === 'planned' && panel.starts_at > now;

async function panelToMove({ tx, now, param }: PageContext): Promise<PanelOne | undefined> {
  const panel = isId(param('panelId')) ? await panelOne(tx, param('panelId')) : undefined;
  if (panel && !mayBeMoved(panel, now))
    movedOn('This panel has met or was called off: its day stays as it is', {
      href: urls.panels.one(panel.id),
      text: 'See the panel',
    });
  return panel;
}

async function subject(context: PageContext) {
  const { tx, actor, param } = context;
  const panel = param('panelId') === '' ? null : await panelToMove(context);
  if (panel === undefined) return undefined;
  const kind = panel?.kind ?? param('kind');
  const { panelName, rule } = await seating(tx, actor.serviceId, kind);
  if (kind !== '' && rule.id !== kind) return undefined;
  const usual = await usualWindow(tx, actor);
  return { panel, panelName, rule, usual, staff: panel ? [] : await staffForPanels(tx) };
}

type Staff = Awaited<ReturnType<typeof staffForPanels>>;

/** People of the agencies that may fill the seat; a guest of theirs who has no account is added to the panel later, by name. */
const candidates = (seat: Seat, staff: Staff) =>
  staff
    .filter(({ agency }) => seat.agencies.includes(agency))
    .map(({ id, name, job_title }) => ({ value: id, text: `${name}, ${job_title}` }));

/** Sets up a panel, or moves one that has not met: its day, its window for reading, and who is asked. */
export const setUpRoutes = serviceForm({
  path: [urls.panels.create, urls.panels.createOf(':kind'), urls.panels.edit(':panelId')],
  reads: 'panel.manage',
  audit: 'view',
  fields: panelFields,
  subject,
  asks: ({ panel, rule }) => {
    const when = Object.keys(whenFields) as (keyof typeof whenFields)[];
    return panel ? when : [...when, 'note', ...rule.seats.map(({ id }) => seatField(id))];
  },
  options: (_context, { rule, staff }) =>
    Object.fromEntries(rule.seats.map((seat) => [seatField(seat.id), candidates(seat, staff)])),
  stored: ({ panel }) =>
    panel && {
      ...panel,
      day: britishDay(panel.starts_at),
      time: britishClock(panel.starts_at),
      opens: britishDay(panel.window_opens),
      closes: lastReadingDay(panel),
    },
  begins: ({ panelName }) => ({ name: panelName }),
  save: async ({ tx, actor, now }, { panel, rule, staff }, form) => {
    const { when, errors } = await panelWhen(tx, actor, form);
    if (!when) return errors;
    if (when.starts_at <= now) return [{ field: 'time', message: 'Enter a time to come' }];
    const columns = { name: form.name, place: form.place, ...when };
    if (panel) return changeRow(tx, 'panel', panel, columns);
    const chosen = rule.seats.flatMap(({ id }) => form[seatField(id)] ?? []);
    if (new Set(chosen).size < chosen.length)
      return [{ field: seatField(rule.seats[0]?.id ?? ''), message: 'Choose each person once' }];
    const people = chosen.flatMap((id) => staff.filter((person) => person.id === id));
    const chair = people.find(({ agency }) => agency === 'youth-justice');
    const row = { ...columns, kind: rule.id, note: form.note, chair_id: chair?.id ?? null };
    const id = await addRow(tx, actor, 'panel', row);
    await seat(tx, actor, id, people);
    return { kind: 'saved', id };
  },
  view: ({ shell, subject, form: { F, ...form } }) => {
    const { panel, rule } = subject;
    return (
      <Page
        title={panel ? 'Change when and where' : setUpWords(rule)}
        shell={shell}
        errors={form.faults}
        back={
          panel
            ? { href: urls.panels.one(panel.id), text: panel.name }
            : { href: urls.panels.list, text: 'Panels' }
        }
      >
        {panel ? <Moving panel={panel} /> : <h1 class="govuk-heading-l">{setUpWords(rule)}</h1>}
        <FormBox form={form} button={panel ? 'Save' : 'Set up the panel'}>
          <WhenFields F={F} usual={subject.usual} />
          {panel ? null : <SeatFields F={F} rule={rule} />}
        </FormBox>
      </Page>
    );
  },
  done: ({ panel }, _form, _context, id) => ({
    to: urls.panels.one(panel?.id ?? id),
    message: panel ? 'Saved: when and where the panel meets' : 'Saved: the panel is set up',
  }),
});

/** Asks these people to a panel; each speaks for their own agency. */
async function seat(tx: Tx, actor: Actor, panelId: string, people: Staff): Promise<void> {
  for (const { id, name, agency } of people)
    await addRow(tx, actor, 'panel_attendee', { panel_id: panelId, staff_id: id, name, agency });
}

const setUpWords = ({ about, name }: QuorumRule) =>
  about === 'order' ? `Set up a ${name.toLowerCase()}` : 'Set up a panel';

const Moving = ({ panel }: { readonly panel: PanelOne }): Html => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">{formatInstant(panel.starts_at)}</span>
      Change when and where
    </h1>
    <p class="govuk-body">
      Everyone asked to the panel sees the new time here at once; tell them too. Members may read in
      the new days only. The children on the list and the papers stay as they are.
    </p>
  </>
);

const requirementWords: Readonly<Record<Seat['requirement'], string>> = {
  'must-attend': 'Must be there for the panel to decide.',
  'attend-or-send-view': 'Must be there, or send a view in writing.',
  invited: 'Invited. The panel may decide without them.',
};

function SeatFields(props: {
  readonly F: TagsOf<typeof panelFields>;
  readonly rule: QuorumRule;
}): Html {
  const { F, rule } = props;
  return (
    <>
      <h2 class="govuk-heading-m">Who sits on it</h2>
      <p class="govuk-body">
        At least {rule.leastPresent} people must be present
        {mustCheckLocally(rule) ? ' (check locally)' : ''}. A seat left empty now can be filled
        later, and a substitute may be named on the day.
        {rule.isHard ? ` Without them nothing can be recorded. ${rule.source}.` : ''}
      </p>
      {rule.seats.map((seat) => {
        const Seat = F[seatField(seat.id)];
        return Seat ? (
          <Seat label={seat.label} hint={requirementWords[seat.requirement]} empty="Nobody yet" />
        ) : null;
      })}
      <F.note />
    </>
  );
}
