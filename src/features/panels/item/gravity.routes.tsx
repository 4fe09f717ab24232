import { gravityScores } from '../../../domain/panels/gravity.data.ts';
import { asGravity, gravityFactorFrom, gravityOf } from '../../../domain/panels/gravity.ts';
import type { Code } from '../../../domain/reference/codes.ts';
import { codeLists } from '../../../platform/db/codes.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { choice, ticks } from '../../../record/choice-fields.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { childForm } from '../../../record/form-page.ts';
import { changeRow } from '../../../record/rows.ts';
import { longText } from '../../../record/text-fields.tsx';
import { urls } from '../../../urls.ts';
import type { ItemOne } from './items.queries.ts';
import { openItem } from './open-item.ts';

const fields = {
  gravity_base: choice(
    gravityScores.map(({ score, usual }) => ({ value: `${score}`, text: `${score}`, hint: usual })),
    {
      label: 'Score of the most serious offence',
      required: 'Select the score of the most serious offence',
      as: 'small-radios',
    },
  ),
  more: ticks('more', { label: 'More serious because' }),
  less: ticks('less', { label: 'Less serious because' }),
  gravity_note: longText({
    label: 'What else the panel should know about the score (optional)',
    says: 'What else the panel should know about the score',
    max: 4000,
  }),
};

/** Where the offence list starts the score; 0 when no offence carries one. */
const startOf = ({ offences }: ItemOne) =>
  Math.max(0, ...offences.map((each) => each.gravity ?? 0));

async function subject(context: ChildContext) {
  const found = await openItem(context);
  if (!found) return undefined;
  const { gravity_factor } = await codeLists(context.tx, ['gravity_factor']);
  const categories = new Set(found.offences.map(({ category }) => category));
  const fits = ({ attributes: { applies_to } }: Code) =>
    applies_to === 'all' || categories.has(applies_to ?? '') || found.offences.length === 0;
  const factors = gravity_factor.filter(fits).map(gravityFactorFrom);
  const stepping = (step: number) => factors.filter((factor) => Math.sign(factor.step) === step);
  return { found, factors, more: stepping(1), less: stepping(-1) };
}

type Factors = Awaited<ReturnType<typeof subject>> & object;
const choicesOf = (factors: Factors['more']) =>
  factors.map(({ code, label }) => ({ value: code, text: label }));

/** Scores how serious the matter is, 1 to 5, and what moved the score. */
export const gravityRoutes = childForm({
  path: urls.panels.gravity(':childId', ':itemId'),
  reads: 'panel.prepare',
  fields,
  subject,
  options: (_context, { more, less }) => ({ more: choicesOf(more), less: choicesOf(less) }),
  stored: ({ found, more, less }) => {
    const ticked = (factors: Factors['more']) =>
      factors.map(({ code }) => code).filter((code) => found.gravity_factors.includes(code));
    return {
      ...found,
      gravity_base: String(found.gravity_base ?? (startOf(found) || '')),
      more: ticked(more),
      less: ticked(less),
    };
  },
  save: ({ tx }, { found, factors }, { gravity_base, more, less, gravity_note }) => {
    const chosen = factors.filter(({ code }) => [...more, ...less].includes(code));
    const { base, score } = gravityOf(asGravity(Number(gravity_base)), chosen);
    return changeRow(tx, 'panel_item', found, {
      gravity_base: base,
      gravity_factors: JSON.stringify(chosen.map(({ code }) => code)),
      gravity: score,
      gravity_note,
    });
  },
  view: ({ subject: { found }, form: { F, ...form }, context }) => (
    <ChildFrame
      context={context}
      title="Gravity"
      heading="How serious is it?"
      faults={form.faults}
      back={{ href: urls.panels.item(context.child.id, found.id), text: found.panel_name }}
    >
      <p class="govuk-body">
        A guide for two agencies to talk about the same thing, not an answer. However many factors
        there are, together they move the score by one at most. The factors are Foothold’s words
        (check locally).
      </p>
      <FormBox form={form} button="Save the score">
        <F.gravity_base
          hint={
            startOf(found) > 0
              ? `The offence list starts it at ${startOf(found)} (check locally).`
              : 'No offence on this referral carries a starting score: choose one together with police.'
          }
        />
        <F.more />
        <F.less />
        <F.gravity_note />
      </FormBox>
    </ChildFrame>
  ),
  done: ({ found }, _score, { child }) => ({
    to: urls.panels.item(child.id, found.id),
    message: 'Saved: the gravity score',
  }),
});
