import type { PageContext } from '../../../platform/http/context.ts';
import { FormBox } from '../../../record/form-box.tsx';
import type { PageOf } from '../../../record/form-page.ts';
import { Button, Checkboxes, Select } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { When, Who } from '../../../ui/layout/conflict.tsx';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import { type AttendanceSubject, type attendeeFields, movedOn } from './attendance-form.ts';
import { attendanceWords } from './attendance-words.ts';
import type { PanelAttendee } from './panels.queries.ts';

type Props = PageOf<PageContext, AttendanceSubject, typeof attendeeFields>;

/** Who came, who sent apologies or a view, and the form that adds a person. */
export function AttendancePage({ shell, subject, form: { F, ...form } }: Props): Html {
  const { panel, marks } = subject;
  return (
    <Page
      title="Attendance"
      shell={shell}
      errors={form.faults}
      back={{ href: urls.panels.one(panel.id), text: panel.name }}
    >
      <h1 class="govuk-heading-l">Who came</h1>
      {form.conflict && marks ? (
        <p class="govuk-inset-text">
          <When conflict={form.conflict} />
          <Who conflict={form.conflict} did="marked" />{' '}
          {movedOn(panel.attendees, marks)
            .map(({ name }) => name)
            .join(', ')}{' '}
          while you had this page open. The list below is as it stands now: mark again what you
          would change.
        </p>
      ) : null}
      {panel.attendees.length === 0 ? (
        <p class="govuk-body">Nobody is asked to this panel yet: add people below.</p>
      ) : (
        <Marks subject={form.conflict ? { panel, marks: null } : subject} />
      )}
      <h2 class="govuk-heading-m">Add a person</h2>
      <FormBox
        form={{ ...form, conflict: null }}
        buttons={<Button text="Add to the panel" classes="govuk-button--secondary" />}
      >
        <F.staff_id empty="Somebody not listed" />
        <F.name />
        <F.agency />
        <F.is_substitute />
        <F.substitute_for />
      </FormBox>
    </Page>
  );
}

const inARow = { classes: 'govuk-!-margin-bottom-0' };

function Marks({
  subject: { panel, marks },
}: {
  readonly subject: Pick<AttendanceSubject, 'panel' | 'marks'>;
}): Html {
  return (
    <PostForm>
      <input type="hidden" name="do" value="mark" />
      <div id="attendance">
        <DataTable
          caption="Attendance"
          columns={[
            {
              heading: 'Name',
              cell: ({ id, name, substitute_for, version }: PanelAttendee) => (
                <>
                  {name}
                  {substitute_for ? <span class="fh-quiet"> for {substitute_for}</span> : null}
                  <input type="hidden" name={`version-${id}`} value={String(version)} />
                </>
              ),
            },
            { heading: 'Speaks for', cell: ({ agency_label }) => agency_label },
            {
              heading: 'Attendance',
              cell: ({ id, name, attended }) => (
                <Select
                  id={`attended-${id}`}
                  name={`attended-${id}`}
                  formGroup={inARow}
                  label={{ text: `Attendance of ${name}`, classes: 'govuk-visually-hidden' }}
                  items={Object.entries(attendanceWords).map(([value, text]) => ({
                    value,
                    text,
                    selected: value === (marks?.text(`attended-${id}`) || attended),
                  }))}
                />
              ),
            },
            {
              heading: 'View in writing',
              cell: ({ id, name, sent_view }) => (
                <Checkboxes
                  idPrefix={`view-${id}`}
                  name={`view-${id}`}
                  classes="govuk-checkboxes--small"
                  formGroup={inARow}
                  items={[
                    {
                      value: 'yes',
                      html: (
                        <>
                          Sent a view<span class="govuk-visually-hidden"> by {name}</span>
                        </>
                      ),
                      checked: marks ? marks.text(`view-${id}`) === 'yes' : sent_view,
                    },
                  ]}
                />
              ),
            },
          ]}
          rows={panel.attendees}
        />
      </div>
      <p class="govuk-body fh-quiet">
        Somebody who sends apologies and no view stops seeing the papers when you save.
      </p>
      <Button text="Save attendance" />
    </PostForm>
  );
}
