import { serviceForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { approveOrReturn, VerdictBox, verdict } from '../../../record/verdict.tsx';
import { SummaryList } from '../../../ui/govuk/components.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { outOf, valueWords } from '../figure-words.ts';
import { besideOurs, type National } from './national.queries.ts';
import { factsOf } from './national-words.ts';

const own = 'You explained this yourself: the head of service signs it or sends it back.';
const judged = ({ id, explained_by, status, version }: National) => ({
  ...{ id, by: explained_by, waits: status === 'waiting', version },
});

/** A head of service signs an explanation or sends it back. */
export const signDifferenceRoutes = serviceForm(
  verdict({
    path: urls.figures.signDifference(':nationalId'),
    tab: { under: urls.figures.nationals },
    reads: 'figures.sign',
    fields: {
      verdict: approveOrReturn({
        yes: 'Yes, I sign this explanation',
        required: 'Choose whether you sign this explanation',
      }),
      answer_note: longText({ label: 'Your note', max: 5000 }),
    },
    own,
    subject: ({ tx, param }) => besideOurs(tx, param('nationalId')),
    judged: ({ national }) => judged(national),
    rules: ({ verdict, answer_note }) =>
      verdict === 'return' && answer_note === null
        ? [{ field: 'answer_note', message: 'Enter what is to be looked at again' }]
        : [],
    save: ({ tx, actor, now }, { national }, { verdict, answer_note }) =>
      changeRow(tx, 'national_figure', national, {
        ...{ status: verdict === 'approve' ? 'signed' : 'returned', answer_note },
        ...{ answered_at: now, answered_by: actor.staffId },
      }),
    view: ({ shell, actor, subject: about, form: { F, ...form } }) => {
      const { national, measure, ours } = about;
      return (
        <Page
          title="Sign the explanation"
          shell={shell}
          errors={form.faults}
          back={{ href: urls.figures.national(national.id), text: 'Back to both figures' }}
        >
          <span class="govuk-caption-l">{measure.title}</span>
          <h1 class="govuk-heading-l">Sign the explanation</h1>
          <SummaryList
            rows={factsOf(
              about,
              `${valueWords(measure, ours, false)} (${outOf(measure, ours)})`,
            ).map(([key, text]) => ({ key: { text: key }, value: { text } }))}
          />
          <VerdictBox form={form} judged={judged(national)} actor={actor} own={own}>
            <F.verdict />
            <F.answer_note />
          </VerdictBox>
        </Page>
      );
    },
    done: ({ national }, { verdict }) => ({
      to: urls.figures.national(national.id),
      message:
        verdict === 'approve'
          ? 'Signed by you'
          : 'Sent back: it stands first on the home of the analyst who wrote it',
    }),
  }),
);
