import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import {
  type Choice,
  ChoiceField,
  SelectField,
  TextField,
  type Typed,
} from '../../ui/layout/fields.tsx';
import { type FieldError, Page, type PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { PanelAttendee } from './panels.queries.ts';
import { attendances, attendanceWords } from './record-attendance.ts';

type Props = {
  readonly shell: PageShell;
  readonly panel: {
    readonly id: string;
    readonly name: string;
    readonly attendees: readonly PanelAttendee[];
  };
  readonly staff: readonly {
    readonly id: string;
    readonly name: string;
    readonly job_title: string;
  }[];
  readonly agencies: readonly Choice[];
  readonly movedOn: readonly string[];
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** Who came, who sent apologies or a view, and who came in whose place. */
export function AttendancePage({
  shell,
  panel,
  staff,
  agencies,
  movedOn,
  errors,
  typed,
}: Props): Html {
  const asked = new Set(panel.attendees.map(({ staff_id }) => staff_id));
  return (
    <Page
      title="Attendance"
      shell={shell}
      errors={errors}
      back={{ href: urls.panels.one(panel.id), text: panel.name }}
    >
      <h1 class="govuk-heading-l">Who came</h1>
      {movedOn.length > 0 ? (
        <p class="govuk-inset-text">
          Somebody else marked {movedOn.join(', ')} while you had this page open. The list below is
          as it stands now: mark again what you would change.
        </p>
      ) : null}
      {panel.attendees.length === 0 ? (
        <p class="govuk-body">Nobody is asked to this panel yet: add people below.</p>
      ) : (
        <PostForm>
          <input type="hidden" name="do" value="mark" />
          <table class="govuk-table fh-stack-table" id="attendance">
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                <th scope="col" class="govuk-table__header">
                  Name
                </th>
                <th scope="col" class="govuk-table__header">
                  Speaks for
                </th>
                <th scope="col" class="govuk-table__header">
                  Attendance
                </th>
                <th scope="col" class="govuk-table__header">
                  View in writing
                </th>
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {panel.attendees.map((person) => (
                <tr class="govuk-table__row">
                  <th scope="row" class="govuk-table__header">
                    {person.name}
                    {person.substitute_for ? (
                      <span class="fh-quiet"> for {person.substitute_for}</span>
                    ) : null}
                    <input
                      type="hidden"
                      name={`version-${person.id}`}
                      value={String(person.version)}
                    />
                  </th>
                  <td class="govuk-table__cell">{person.agency_label}</td>
                  <td class="govuk-table__cell">
                    <label class="govuk-visually-hidden" for={`attended-${person.id}`}>
                      Attendance of {person.name}
                    </label>
                    <select
                      class="govuk-select"
                      id={`attended-${person.id}`}
                      name={`attended-${person.id}`}
                    >
                      {attendances.map((value) => (
                        <option
                          value={value}
                          selected={value === (typed[`attended-${person.id}`] ?? person.attended)}
                        >
                          {attendanceWords[value]}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td class="govuk-table__cell">
                    <div class="govuk-checkboxes govuk-checkboxes--small">
                      <div class="govuk-checkboxes__item">
                        <input
                          class="govuk-checkboxes__input"
                          type="checkbox"
                          id={`view-${person.id}`}
                          name={`view-${person.id}`}
                          value="yes"
                          checked={person.sent_view}
                        />
                        <label
                          class="govuk-label govuk-checkboxes__label"
                          for={`view-${person.id}`}
                        >
                          Sent a view<span class="govuk-visually-hidden"> by {person.name}</span>
                        </label>
                      </div>
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="govuk-body fh-quiet">
            Somebody who sends apologies and no view stops seeing the papers when you save.
          </p>
          <Button text="Save attendance" />
        </PostForm>
      )}
      <h2 class="govuk-heading-m">Add a person</h2>
      <PostForm class="fh-form">
        <input type="hidden" name="do" value="add" />
        <SelectField
          name="staff"
          label="Person"
          hint="They may read the papers within the panel’s days."
          empty="Somebody not listed"
          choices={staff
            .filter(({ id }) => !asked.has(id))
            .map(({ id, name, job_title }) => ({ value: id, text: `${name}, ${job_title}` }))}
          errors={errors}
          typed={typed}
        />
        <TextField
          name="name"
          label="Guest’s name, if not listed"
          hint="A guest takes part but has no access to papers."
          errors={errors}
          typed={typed}
        />
        <SelectField
          name="agency"
          label="Speaks for"
          choices={agencies}
          errors={errors}
          typed={typed}
        />
        <ChoiceField
          name="substitute"
          label="Do they come in place of somebody?"
          inline
          choices={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
          stored="no"
          errors={errors}
          typed={typed}
        />
        <TextField
          name="substitute-for"
          label="In whose place (optional)"
          errors={errors}
          typed={typed}
        />
        <Button text="Add to the panel" classes="govuk-button--secondary" />
      </PostForm>
    </Page>
  );
}
