import { formatDay } from '../../domain/calendar/day.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ConflictNotice } from '../../ui/layout/conflict.tsx';
import { DayField, LongText, type Typed, VersionField } from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { InspectionPage } from './frame.view.tsx';
import type { Inspection } from './inspections.queries.ts';
import type { Meeting } from './panel.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly inspection: Inspection;
  readonly meeting: Meeting | null;
  readonly today: string;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly movedOn: boolean;
};

/** Records a meeting of the ratings panel, or changes what was recorded. */
export function MeetingPage(props: Props): Html {
  const { shell, inspection, meeting, typed, errors } = props;
  const base = { typed, errors };
  const text = (name: string) => [typed[name] ?? ''].flat()[0] ?? '';
  return (
    <InspectionPage
      shell={shell}
      inspection={inspection}
      here="panel"
      heading={
        meeting ? `Meeting of ${formatDay(meeting.heldOn)}` : 'Record a meeting of the panel'
      }
      errors={errors}
      back={{ href: urls.inspections.panel(inspection.id), text: 'Back to the ratings panel' }}
    >
      {props.movedOn && meeting ? (
        <ConflictNotice
          fields={[
            { label: 'Who attended', theirs: meeting.attended, yours: text('attended') },
            { label: 'Notes', theirs: meeting.notes, yours: text('notes') },
          ]}
        />
      ) : null}
      <PostForm
        action={
          meeting
            ? urls.inspections.meeting(inspection.id, meeting.id)
            : urls.inspections.meetingNew(inspection.id)
        }
      >
        <VersionField version={meeting?.version ?? 0} />
        <DayField
          {...base}
          name="held-on"
          label="When was it?"
          stored={meeting?.heldOn ?? props.today}
        />
        <LongText
          {...base}
          name="attended"
          label="Who attended?"
          hint="One a line, with what they do, such as “Nasir Hollyoak, practice manager”"
          rows={5}
          stored={meeting?.attended}
        />
        <LongText
          {...base}
          name="notes"
          label="Notes"
          hint="What the panel looked at. Ratings and their reasons are recorded with each standard."
          rows={4}
          stored={meeting?.notes}
        />
        <Button text="Save the meeting" preventDoubleClick={true} />
      </PostForm>
    </InspectionPage>
  );
}
