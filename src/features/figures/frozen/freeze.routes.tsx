import { quarterOf, quarterWords } from '../../../domain/measures/quarter.ts';
import { freezeFigures } from '../../../platform/measures/freeze-figures.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { longText } from '../../../record/text-fields.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { asAsked, askedFields, askedOf, endedQuarters, quarterOption } from '../asked.ts';

const atOnce = {
  field: 'quarter',
  message: 'Somebody froze this quarter at the same moment: look at theirs first',
};

/** An analyst freezes the figures of a quarter that has ended, and signs them. */
export const freezeRoutes = serviceForm({
  path: urls.figures.freeze,
  tab: { under: urls.figures.snapshots },
  reads: 'figures.freeze',
  fields: {
    quarter: askedFields.quarter,
    definition: askedFields.definition,
    note: longText({
      label: 'What you say of these figures',
      hint: 'What is unusual this quarter, what is still missing, what you checked.',
      max: 5000,
    }),
  },
  subject: async (context) => askedOf(context),
  begins: (asked) => asAsked(asked),
  options: ({ today }) => ({ quarters: endedQuarters(today).map(quarterOption) }),
  rules: ({ quarter, definition }) => [
    ...(quarter === null ? [{ field: 'quarter', message: 'Choose a quarter that has ended' }] : []),
    ...(definition === null ? [{ field: 'definition', message: 'Choose the definition' }] : []),
  ],
  save: async ({ tx, actor }, _asked, { quarter, definition, note }) => {
    const id = await freezeFigures(tx, actor, {
      quarter: quarterOf(quarter ?? ''),
      definition: definition === 'first' ? 'first' : 'newer',
      note,
    });
    return id ? { kind: 'saved', id } : [atOnce];
  },
  view: ({ shell, form: { F, ...form } }) => (
    <Page
      title="Freeze a quarter"
      shell={shell}
      errors={form.faults}
      back={{ href: urls.figures.snapshots, text: 'Back to frozen figures' }}
    >
      <h1 class="govuk-heading-l">Freeze a quarter</h1>
      <p class="govuk-body">
        Every figure is kept as it stands now, with each row that was counted and why. You sign it
        by freezing it, and then the head of service signs it or sends it back. Whatever is entered,
        corrected or merged later changes our own figures and never these: the page of each says
        what has changed since, child by child.
      </p>
      <FormBox form={form} button="Freeze and sign">
        <F.quarter />
        <F.definition />
        <F.note />
      </FormBox>
    </Page>
  ),
  done: (_asked, { quarter }, _context, id) => ({
    to: urls.figures.snapshot(id),
    message: `Frozen and signed by you: ${quarterWords(quarterOf(quarter ?? ''))}. The head of service will read it, and sign it or send it back`,
  }),
});
