import { formatDay } from '../../../domain/calendar/day.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { serviceForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { VerdictBox, verdict } from '../../../record/verdict.tsx';
import { InsetText, SummaryList } from '../../../ui/govuk/components.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { fullName } from '../home/home-model.ts';
import { type Exception, findException } from '../team/waiting.queries.ts';
import { aboutLink, gateWords, requirementWords } from './requirement-words.ts';

const own = 'You made this exception yourself: another manager reviews it.';
const judged = ({ id, created_by, reviewed_on, version }: Exception) => ({
  id,
  by: created_by,
  waits: reviewed_on === null,
  version,
});

/** One exception: what was passed and why, and the view of a manager who did not make it, which also stands among the child's entries. */
export const exceptionRoutes = serviceForm(
  verdict({
    path: urls.oversight.exception(':exceptionId'),
    reads: 'exception.review',
    childOf: ({ child_id }) => child_id,
    own,
    judged,
    fields: {
      review_note: longText({
        label: 'What you found',
        hint: 'Was there a better way at the time? What was done since to make up for it, and what should the worker do next time?',
        required: 'Enter what you found',
      }),
    },
    subject: async ({ tx, actor, param }: PageContext) => {
      const id = param('exceptionId');
      return isId(id) ? findException(tx, actor.serviceId, id) : undefined;
    },
    rules: ({ review_note }) =>
      review_note.length < 20
        ? [{ field: 'review_note', message: 'Enter what you found in a sentence or more' }]
        : [],
    save: async ({ tx, actor, today }, exception, { review_note }) => {
      const columns = { review_note, reviewed_on: today, reviewed_by: actor.staffId };
      const saved = await changeRow(tx, 'gate_exception', exception, columns);
      if (saved.kind === 'saved')
        await addRow(tx, actor, 'oversight_entry', {
          child_id: exception.child_id,
          kind: 'exception-review',
          about_table: 'gate_exception',
          about_id: exception.id,
          text: review_note,
          entered_on: today,
        });
      return saved;
    },
    view: ({ shell, actor, subject: exception, form: { F, ...form } }) => (
      <Page
        title={requirementWords(exception.requirement)}
        shell={shell}
        errors={form.faults}
        back={{ href: urls.oversight.exceptions, text: 'Back to exceptions' }}
      >
        <h1 class="govuk-heading-l">{requirementWords(exception.requirement)}</h1>
        <SummaryList
          rows={[
            {
              key: { text: 'Child' },
              value: {
                html: (
                  <a class="govuk-link" href={urls.child.overview(exception.child_id)}>
                    {fullName(exception)}
                  </a>
                ),
              },
            },
            {
              key: { text: 'When in the work' },
              value: {
                html: (
                  <a class="govuk-link" href={aboutLink(exception)}>
                    {gateWords(exception.gate)}
                  </a>
                ),
              },
            },
            { key: { text: 'Reason given' }, value: { text: exception.reason } },
            {
              key: { text: 'Made by' },
              value: { text: `${exception.maker} on ${formatDay(exception.recorded_on)}` },
            },
          ]}
        />
        {exception.reviewed_on ? (
          <InsetText
            text={`Reviewed by ${exception.reviewer ?? 'a person who has left'} on ${formatDay(exception.reviewed_on)}: ${exception.review_note ?? ''}`}
          />
        ) : null}
        <VerdictBox
          form={form}
          judged={judged(exception)}
          actor={actor}
          own={own}
          button="Save the review"
        >
          <F.review_note />
        </VerdictBox>
      </Page>
    ),
    done: () => ({
      to: urls.oversight.exceptions,
      message: 'Saved: the review of the exception',
    }),
  }),
);
