import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { Button, Input } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage, nameOf } from '../../ui/layout/child-page.tsx';
import { type Choice, DayField, type Typed } from '../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { LookRow, StaffTally } from './access-log.queries.ts';
import { LookFilterForm, LookTable, type Paging, roleTitle } from './look-table.view.tsx';

type ChildProps = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly rows: readonly LookRow[];
  readonly paging: Paging;
  readonly typed: Typed;
  readonly people: readonly Choice[];
  readonly isTeamOnly: boolean;
};

/** Who looked at one child's record, and why. */
export function WhoLookedPage({
  shell,
  child,
  today,
  rows,
  paging,
  typed,
  people,
  isTeamOnly,
}: ChildProps): Html {
  return (
    <ChildPage title="Who looked" shell={shell} child={child} today={today}>
      <h1 class="govuk-heading-l">Who looked at this record</h1>
      <p class="govuk-body">
        Every visit, with its reason where one was asked. Read it before supervision, and when a
        child or parent asks who has seen their record.
      </p>
      {isTeamOnly ? (
        <p class="govuk-body">
          You see visits by your team and, for a child whose worker is in your team, everybody’s.
          The head of service sees all visits.
        </p>
      ) : null}
      <LookFilterForm action={urls.child.whoLooked(child.id)} typed={typed} people={people} />
      <LookTable
        caption={`Visits to the record of ${nameOf(child)}`}
        rows={rows}
        shows={{ who: true, child: true }}
        paging={paging}
      />
    </ChildPage>
  );
}

type StaffProps = {
  readonly shell: PageShell;
  readonly person: { readonly id: string; readonly name: string; readonly role: string };
  readonly rows: readonly LookRow[];
  readonly paging: Paging;
  readonly typed: Typed;
  readonly mayReadChildren: boolean;
  /** Whether the reader sees only some of this person's visits, those to the reader's own team's children. */
  readonly isPart: boolean;
};

/** What one person looked at. Who may not read records sees when and what kind of page, not about whom. */
export function StaffLookedPage(model: StaffProps): Html {
  const { shell, person, rows, paging, typed, mayReadChildren, isPart } = model;
  return (
    <Page
      title={`What ${person.name} looked at`}
      shell={shell}
      back={{ href: urls.admin.access, text: 'Back to who looked' }}
    >
      <p class="govuk-caption-l">{roleTitle(person.role)}</p>
      <h1 class="govuk-heading-l">What {person.name} looked at</h1>
      {mayReadChildren ? null : (
        <p class="govuk-body">
          Your role shows when and what kind of page, not whose record. A manager can see that.
        </p>
      )}
      {isPart ? (
        <p class="govuk-body">
          {person.name} is not in your team, so you see only their visits to records of children
          whose worker is. The head of service sees all visits.
        </p>
      ) : null}
      <LookFilterForm action={urls.admin.staffLooked(person.id)} typed={typed} people={null} />
      <LookTable
        caption={`Visits by ${person.name}`}
        rows={rows}
        shows={{ who: false, child: mayReadChildren }}
        paging={paging}
      />
    </Page>
  );
}

type OverallProps = {
  readonly shell: PageShell;
  readonly from: Day;
  readonly to: Day;
  readonly hours: string;
  readonly tallies: readonly StaffTally[];
  readonly typed: Typed;
  readonly name: string;
  readonly isTeamOnly: boolean;
};

const columns: readonly { readonly text: string; readonly key: keyof StaffTally }[] = [
  { text: 'Looks', key: 'looks' },
  { text: 'Children', key: 'children' },
  { text: 'Children they do not work with', key: 'unrelated' },
  { text: 'Refused', key: 'denied' },
  { text: 'Emergencies', key: 'emergencies' },
  { text: 'Out of hours', key: 'outOfHours' },
];
const worthAQuestion: readonly (keyof StaffTally)[] = ['unrelated', 'denied', 'emergencies'];

/** Everyone's looks at a glance, or for a practice manager their team's, what is unusual first. */
export function AccessPage(model: OverallProps): Html {
  const { shell, from, to, hours, tallies, typed, name, isTeamOnly } = model;
  return (
    <Page title="Who looked" shell={shell}>
      <h1 class="govuk-heading-l">Who looked</h1>
      <p class="govuk-body">
        From {formatDay(from)} to {formatDay(to)}. Those with refusals, emergencies, or records of
        children they do not work with come first. A count is a question to ask, not an answer:
        cover, duty and joint work all show here. Out of hours is outside {hours} on a working day.
        {isTeamOnly ? ' You see the people of your team; the head of service sees everybody.' : ''}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.admin.door()}>
          Who came to the door: sign-ins, wrong passwords, locks
        </a>
      </p>
      <PostForm action={urls.admin.access} class="fh-no-print">
        <div class="fh-even">
          <DayField errors={[]} typed={typed} name="from" label="From" stored={from} />
          <DayField errors={[]} typed={typed} name="to" label="To" stored={to} />
        </div>
        <Input
          id="name"
          name="name"
          value={name}
          label={{ text: 'Name of a member of staff' }}
          classes="govuk-!-width-one-half"
        />
        <Button text="Show" classes="govuk-button--secondary" />
      </PostForm>
      {tallies.length === 0 ? (
        <p class="govuk-body">
          Nobody of that name{isTeamOnly ? ' in your team' : ''} looked at anything in these days.
          Try part of a name, or other days.
        </p>
      ) : (
        <Tallies tallies={tallies} />
      )}
    </Page>
  );
}

function Tallies({ tallies }: { readonly tallies: readonly StaffTally[] }): Html {
  return (
    <table class="govuk-table fh-stack-table">
      <caption class="govuk-visually-hidden">Looks by each member of staff</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            Who
          </th>
          {columns.map(({ text }) => (
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {tallies.map((row) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <a class="govuk-link" href={urls.admin.staffLooked(row.staffId)}>
                {row.who}
              </a>
              <br />
              <span class="fh-quiet govuk-!-font-weight-regular">{roleTitle(row.role)}</span>
            </th>
            {columns.map(({ text, key }) => (
              <td class="govuk-table__cell govuk-table__cell--numeric" data-label={text}>
                {worthAQuestion.includes(key) && Number(row[key]) > 0 ? (
                  <strong class="fh-badge fh-badge-soon">{row[key]}</strong>
                ) : (
                  row[key]
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
