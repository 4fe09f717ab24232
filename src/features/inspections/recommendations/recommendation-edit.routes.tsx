import { can } from '../../../domain/access/can.ts';
import { usualAddressees } from '../../../domain/inspections/workspace.data.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { movedOn } from '../../../platform/http/moved-on.ts';
import { ticks } from '../../../record/choice-fields.tsx';
import type { ValuesOf } from '../../../record/field.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { addRow, changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { oneInspection } from '../inspections.queries.ts';
import { writesIn } from '../may-write.ts';
import { recommendationsOf } from './recommendations.queries.ts';

const fields = {
  recommendation: longText({
    label: 'What is recommended?',
    hint: 'An outcome that somebody can bring about: “make sure that every assessment weighs the safety of other people.”',
    required: 'Write what is recommended',
    max: 4000,
    rows: 3,
  }),
  addressees: ticks(
    usualAddressees.map((name) => ({ value: name, text: name })),
    { label: 'Who is it addressed to?' },
  ),
  others: longText({ label: 'Anybody else', hint: 'One a line', max: 1000, rows: 2 }),
  measure: longText({
    label: 'How will we see that it was met?',
    hint: 'A measure with where it stands now and where it should be by when: “two in three audited plans have a contingency; nine in ten by June.”',
    max: 2000,
    rows: 2,
  }),
};
type Written = ValuesOf<typeof fields>;

const addresseesIn = ({ addressees, others }: Written) => {
  const typed = (others ?? '').split('\n').map((line) => line.trim());
  return [...new Set([...addressees, ...typed])].filter((line) => line !== '');
};

async function subject({ tx, actor, param }: PageContext) {
  const inspection = await oneInspection(tx, param('inspectionId'));
  const isPublished = inspection?.state === 'published';
  // Once it is published the service says how it will see what was recommended.
  const mayWrite =
    inspection && (isPublished ? can(actor, 'inspection.edit') : writesIn(actor, inspection));
  if (!inspection || !mayWrite) return undefined;
  const all = await recommendationsOf(tx, inspection.id);
  const id = param('recommendationId');
  const one = id === '' ? null : all.find((each) => each.id === id);
  if (one === undefined) return undefined;
  if (one === null && isPublished)
    movedOn('The inspection was published meanwhile: nothing is added to what it recommends', {
      href: urls.inspections.recommendations(inspection.id),
      text: 'See what is recommended',
    });
  const number = one?.number ?? (all.at(-1)?.number ?? 0) + 1;
  return { inspectionId: inspection.id, one, isPublished, number };
}

const isUsual = (name: string) => (usualAddressees as readonly string[]).includes(name);

/** Writing a recommendation. Once published its words stand, and only its measure is changed. */
export const recommendationEditRoutes = serviceForm({
  path: [
    urls.inspections.recommendationNew(':inspectionId'),
    urls.inspections.recommendationEdit(':inspectionId', ':recommendationId'),
  ],
  reads: 'inspection.lead',
  fields,
  subject,
  asks: ({ isPublished }) =>
    isPublished ? ['measure'] : ['recommendation', 'addressees', 'others', 'measure'],
  stored: ({ one }) =>
    one && {
      id: one.id,
      version: one.version,
      recommendation: one.text,
      addressees: one.addressees.filter(isUsual),
      others: one.addressees.filter((name) => !isUsual(name)).join('\n'),
      measure: one.measure,
    },
  rules: (form, { isPublished }) =>
    isPublished || addresseesIn(form).length > 0
      ? []
      : [{ field: 'addressees', message: 'Choose or type who it is addressed to' }],
  save: async ({ tx, actor }, { inspectionId, one, isPublished, number }, form) => {
    const { recommendation, measure } = form;
    const columns = isPublished
      ? { measure }
      : { recommendation, measure, addressees: addresseesIn(form) };
    if (one) return changeRow(tx, 'inspection_recommendation', one, columns);
    const about = { inspection_id: inspectionId, number };
    const written = { recommendation, measure, addressees: addresseesIn(form) };
    const id = await addRow(tx, actor, 'inspection_recommendation', { ...about, ...written });
    return { kind: 'saved', id };
  },
  view: ({ shell, subject: { inspectionId, one, isPublished }, form: { F, ...form } }) => {
    const title = one ? `Change recommendation ${one.number}` : 'Add a recommendation';
    return (
      <Page
        title={title}
        shell={shell}
        errors={form.faults}
        back={{
          href: urls.inspections.recommendations(inspectionId),
          text: 'Back to the recommendations',
        }}
      >
        <h1 class="govuk-heading-l">{title}</h1>
        <FormBox form={form} button="Save the recommendation">
          {isPublished ? (
            <p class="govuk-body-l">{one?.text}</p>
          ) : (
            <>
              <F.recommendation />
              <F.addressees />
              <F.others />
            </>
          )}
          <F.measure />
        </FormBox>
      </Page>
    );
  },
  done: ({ inspectionId, one, number }, _form, _context, id) => ({
    to: urls.inspections.recommendation(inspectionId, one?.id ?? id),
    message: `Saved: recommendation ${number}`,
  }),
});
