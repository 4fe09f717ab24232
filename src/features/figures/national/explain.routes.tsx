import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { InsetText } from '../../../ui/govuk/components.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { besideOurs } from './national.queries.ts';
import { differenceWords, theirWords } from './national-words.ts';

/** An analyst says in words where a difference comes from, and signs it. */
export const explainRoutes = serviceForm({
  path: urls.figures.explain(':nationalId'),
  tab: { under: urls.figures.nationals },
  reads: 'figures.freeze',
  fields: {
    explanation: longText({
      label: 'Where the difference comes from',
      hint: 'How many children each cause makes, what you asked the source, and what is still open. Name no child.',
      required: 'Enter where the difference comes from',
      max: 5000,
    }),
  },
  subject: ({ tx, param }) => besideOurs(tx, param('nationalId')),
  stored: ({ national: { id, version, explanation } }) => ({ id, version, explanation }),
  closed: ({ national }) =>
    national.status === 'signed'
      ? 'This explanation is signed. What changed since needs the next publication of the figure.'
      : null,
  save: ({ tx, actor, now }, { national, ours }, { explanation }) =>
    changeRow(tx, 'national_figure', national, {
      ...{ status: 'waiting', explanation, explained_at: now, explained_by: actor.staffId },
      ...{ numerator_then: ours.numerator, denominator_then: ours.denominator },
      ...{ answered_at: null, answered_by: null, answer_note: null },
    }),
  view: ({ shell, subject: about, form: { F, ...form } }) => (
    <Page
      title="Explain the difference"
      shell={shell}
      errors={form.faults}
      back={{ href: urls.figures.national(about.national.id), text: 'Back to both figures' }}
    >
      <span class="govuk-caption-l">{about.measure.title}</span>
      <h1 class="govuk-heading-l">Explain the difference</h1>
      <p class="govuk-body">
        Theirs: {theirWords(about.national)}. Ours: {about.ours.numerator}. {differenceWords(about)}
      </p>
      {about.national.answer_note ? (
        <InsetText text={`Sent back: ${about.national.answer_note}`} />
      ) : null}
      <FormBox form={form} button="Sign the explanation">
        <F.explanation />
      </FormBox>
    </Page>
  ),
  done: ({ national }) => ({
    to: urls.figures.national(national.id),
    message: 'Signed by you. The head of service will read it, and sign it or send it back',
  }),
});
