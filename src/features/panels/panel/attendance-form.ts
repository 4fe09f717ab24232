import type { Form } from '../../../platform/http/context.ts';
import { versionOf } from '../../../platform/http/parse-form.ts';
import { choice, code } from '../../../record/choice-fields.tsx';
import { text } from '../../../record/text-fields.tsx';
import type { PanelAttendee, PanelOne, staffForPanels } from './panels.queries.ts';

/** A person who is added to a panel: one of the service's people, or a guest who has no access to papers. */
export const attendeeFields = {
  staff_id: code('people', {
    label: 'Person',
    hint: 'They may read the papers within the panel’s days.',
  }),
  name: text({
    label: 'Guest’s name, if not listed',
    hint: 'A guest takes part but has no access to papers.',
    max: 120,
  }),
  agency: code('agency', { label: 'Speaks for', required: 'Choose the agency they speak for' }),
  is_substitute: choice(
    [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
    {
      label: 'Do they come in place of somebody?',
      required: 'Select yes if they come in place of somebody',
      as: 'inline-radios',
    },
  ),
  substitute_for: text({ label: 'In whose place (optional)', max: 120 }),
};

export type AttendanceSubject = {
  readonly panel: PanelOne;
  readonly staff: Awaited<ReturnType<typeof staffForPanels>>;
  /** Who was marked as there or not, when that is what was sent; null when a person is added. */
  readonly marks: Form | null;
};

/** Rows that somebody else marked while this form was open. */
export const movedOn = (attendees: readonly PanelAttendee[], form: Form) =>
  attendees.filter(({ id, version }) => {
    const read = form.text(`version-${id}`);
    return read !== '' && versionOf(read) !== version;
  });
