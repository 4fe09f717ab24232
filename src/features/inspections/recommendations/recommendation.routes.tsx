import { formatDay } from '../../../domain/calendar/day.ts';
import { ActionBadge } from '../../../record/action-badge.tsx';
import { day } from '../../../record/day-field.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { WrittenList } from '../../../ui/layout/written-list.tsx';
import { urls } from '../../../urls.ts';
import { ProgressBadge } from './recommendation-words.tsx';
import { oneRecommendation } from './recommendations.queries.ts';

/** One recommendation: its actions, its measure, and whether it was met. */
export const recommendationRoutes = serviceForm({
  path: urls.inspections.recommendation(':inspectionId', ':recommendationId'),
  reads: 'inspection.progress',
  writes: 'inspection.edit',
  audit: 'view',
  fields: {
    met_evidence: longText({
      label: 'What shows that it was met?',
      hint: 'Hold it against the measure above: what has changed for children, and where it can be seen',
      required: 'Say what shows that it was met',
      max: 4000,
      rows: 3,
    }),
    met_on: day({
      label: 'When was it met?',
      says: 'The day',
      required: 'Enter the day',
      within: 'past',
    }),
  },
  subject: async ({ tx, today, param }) => {
    const one = await oneRecommendation(tx, param('inspectionId'), param('recommendationId'));
    return one && { one, today };
  },
  stored: ({ one: { id, version, metEvidence, metOn }, today }) => ({
    id,
    version,
    met_evidence: metEvidence,
    met_on: metOn ?? today,
  }),
  save: ({ tx }, { one }, columns) =>
    one.metOn
      ? Promise.resolve({ kind: 'moved-on' })
      : changeRow(tx, 'inspection_recommendation', one, columns),
  view: ({ shell, today, subject: { one }, form: { F, ...form } }) => {
    const { id, inspectionId, number, text, actions } = one;
    return (
      <Page
        title={`Recommendation ${number}`}
        shell={shell}
        errors={form.faults}
        back={{
          href: urls.inspections.recommendations(inspectionId),
          text: 'Back to the recommendations',
        }}
      >
        <span class="govuk-caption-l">{one.inspection}</span>
        <h1 class="govuk-heading-l">Recommendation {number}</h1>
        <p class="govuk-body-l fh-written">{text}</p>
        <p>
          <ProgressBadge recommendation={one} today={today} />
        </p>
        <WrittenList
          lines={[
            ['Addressed to', one.addressees.join(', ')],
            ['How we will see that it was met', one.measure ?? 'Nobody has said yet'],
            ['Met', one.metOn ? formatDay(one.metOn) : null],
            ['What shows it', one.metEvidence],
          ]}
        />
        {form.mayWrite ? (
          <p class="govuk-body">
            <a class="govuk-link" href={urls.inspections.recommendationEdit(inspectionId, id)}>
              Change this recommendation or its measure
            </a>
          </p>
        ) : null}
        <h2 class="govuk-heading-m">Actions</h2>
        {form.mayWrite ? (
          <Button text="Add an action" href={urls.inspections.actionNew(inspectionId, id)} />
        ) : null}
        {actions.length === 0 ? (
          <p class="govuk-body">Nobody has promised anything yet.</p>
        ) : (
          <DataTable
            caption="Actions"
            rows={actions}
            columns={[
              {
                heading: 'Action',
                cell: (action) => (
                  <a class="govuk-link" href={urls.inspections.action(inspectionId, id, action.id)}>
                    {action.what}
                  </a>
                ),
              },
              { heading: 'Who', cell: ({ owner_name, agency }) => `${owner_name} (${agency})` },
              {
                heading: 'When',
                cell: (action) => <ActionBadge action={action} today={today} />,
              },
              {
                heading: 'What was done',
                cell: ({ evidence }) => evidence ?? 'Nothing reported yet',
              },
              { heading: 'What it changed', cell: ({ impact }) => impact ?? 'Nothing recorded' },
            ]}
          />
        )}
        {one.metOn && !form.conflict ? null : (
          <FormBox form={form} button="Record that it was met">
            <h2 class="govuk-heading-m">Say that it was met</h2>
            <F.met_evidence />
            <F.met_on />
          </FormBox>
        )}
      </Page>
    );
  },
  done: ({ one }) => ({
    to: urls.inspections.recommendation(one.inspectionId, one.id),
    message: 'Saved: the recommendation was met',
  }),
});
