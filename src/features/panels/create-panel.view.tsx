import type { Seat } from '../../domain/panels/quorum.data.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { LongText, SelectField, type Typed } from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { WhenFields } from './when-fields.view.tsx';

export type Candidate = {
  readonly id: string;
  readonly name: string;
  readonly job_title: string;
  readonly agency: string;
};
type Props = {
  readonly shell: PageShell;
  readonly panelName: string;
  readonly seats: readonly Seat[];
  readonly leastPresent: number;
  readonly staff: readonly Candidate[];
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

const requirementWords: Readonly<Record<Seat['requirement'], string>> = {
  'must-attend': 'Must be there for the panel to decide.',
  'attend-or-send-view': 'Must be there, or send a view in writing.',
  invited: 'Invited. The panel may decide without them.',
};

/** Sets up a panel: when, where, the days for reading and who sits on it. */
export function CreatePanelPage(props: Props): Html {
  const { shell, panelName, seats, leastPresent, staff, errors, typed } = props;
  return (
    <Page
      title="Set up a panel"
      shell={shell}
      errors={errors}
      back={{ href: urls.panels.list, text: 'Panels' }}
    >
      <h1 class="govuk-heading-l">Set up a panel</h1>
      <PostForm class="fh-form">
        <WhenFields stored={{ name: panelName }} errors={errors} typed={typed} />
        <h2 class="govuk-heading-m">Who sits on it</h2>
        <p class="govuk-body">
          At least {leastPresent} people must be present (check locally). A seat left empty now can
          be filled later, and a substitute may be named on the day.
        </p>
        {seats.map((seat) => (
          <SelectField
            name={`seat-${seat.id}`}
            label={seat.label}
            hint={requirementWords[seat.requirement]}
            empty="Nobody yet"
            choices={candidatesFor(seat, staff)}
            errors={errors}
            typed={typed}
          />
        ))}
        <LongText
          name="note"
          label="Note for those who run the panel (optional)"
          rows={3}
          errors={errors}
          typed={typed}
        />
        <Button text="Set up the panel" />
      </PostForm>
    </Page>
  );
}

/** People of the agencies that may fill the seat; a guest of theirs who has no account is added to the panel later, by name. */
function candidatesFor(seat: Seat, staff: readonly Candidate[]) {
  return staff
    .filter((person) => seat.agencies.includes(person.agency))
    .map((person) => ({ value: person.id, text: `${person.name}, ${person.job_title}` }));
}
