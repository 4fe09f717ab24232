import type { Day } from '../../domain/calendar/day.ts';
import { gravityScores } from '../../domain/panels/gravity.data.ts';
import type { GravityFactor } from '../../domain/panels/gravity.ts';
import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import {
  ChoiceField,
  LongText,
  TickField,
  type Typed,
  VersionField,
} from '../../ui/layout/fields.tsx';
import type { FieldError, PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import type { ItemOne } from './items.queries.ts';

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: Day;
  readonly item: ItemOne;
  readonly factors: readonly GravityFactor[];
  readonly movedOn: boolean;
  readonly errors: readonly FieldError[];
  readonly typed: Typed;
};

/** Scores how serious the matter is, 1 to 5, and what moved the score. */
export function GravityPage({
  shell,
  child,
  today,
  item,
  factors,
  movedOn,
  errors,
  typed,
}: Props): Html {
  const starting = Math.max(0, ...item.offences.map(({ gravity }) => gravity ?? 0));
  const choices = (step: number) =>
    factors
      .filter((factor) => Math.sign(factor.step) === step)
      .map(({ code, label }) => ({ value: code, text: label }));
  // Both lists post the same name; each is drawn with what was ticked before.
  const ticked = { stored: item.gravity_factors };
  return (
    <ChildPage
      title="Gravity"
      shell={shell}
      child={child}
      today={today}
      errors={errors}
      back={{ href: urls.panels.item(child.id, item.id), text: item.panel_name }}
    >
      <h1 class="govuk-heading-l">How serious is it?</h1>
      {movedOn ? (
        <div class="govuk-inset-text">
          <p class="govuk-body">
            Somebody else saved this score while you had it open. It now stands at gravity{' '}
            {item.gravity ?? 'not scored'} (offence {item.gravity_base ?? 'not scored'}), with{' '}
            {labelsOf(item.gravity_factors, factors)}
            {item.gravity_note ? ` and the note “${item.gravity_note}”` : ''}.
          </p>
          <p class="govuk-body">
            What you chose is below. Save to replace theirs, or go back to keep it.
          </p>
        </div>
      ) : null}
      <p class="govuk-body">
        A guide for two agencies to talk about the same thing, not an answer. However many factors
        there are, together they move the score by one at most. The factors are Foothold’s words
        (check locally).
      </p>
      <PostForm class="fh-form">
        <VersionField version={item.version} />
        <ChoiceField
          name="base"
          label="Score of the most serious offence"
          hint={
            starting > 0
              ? `The offence list starts it at ${starting} (check locally).`
              : 'No offence on this referral carries a starting score: choose one together with police.'
          }
          choices={gravityScores.map(({ score, usual }) => ({
            value: String(score),
            text: `${score}`,
            hint: usual,
          }))}
          small
          stored={String(item.gravity_base ?? (starting || ''))}
          errors={errors}
          typed={typed}
        />
        <TickField
          name="factors"
          label="More serious because"
          choices={choices(1)}
          small
          {...ticked}
          errors={errors}
          typed={typed}
        />
        <div id="less">
          <LessSerious choices={choices(-1)} item={item} typed={typed} />
        </div>
        <LongText
          name="note"
          label="What else the panel should know about the score (optional)"
          rows={4}
          stored={item.gravity_note}
          errors={errors}
          typed={typed}
        />
        <Button text="Save the score" />
      </PostForm>
    </ChildPage>
  );
}

function LessSerious({
  choices,
  item,
  typed,
}: {
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly item: ItemOne;
  readonly typed: Typed;
}): Html {
  const chosen = 'factors' in typed ? [typed.factors ?? []].flat() : item.gravity_factors;
  return (
    <fieldset class="govuk-fieldset govuk-form-group">
      <legend class="govuk-fieldset__legend">Less serious because</legend>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        {choices.map(({ value, text }) => (
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              id={`less-${value}`}
              name="factors"
              value={value}
              checked={chosen.includes(value)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={`less-${value}`}>
              {text}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function labelsOf(codes: readonly string[], factors: readonly GravityFactor[]): string {
  const labels = codes.map((code) => factors.find((each) => each.code === code)?.label ?? code);
  return labels.length === 0 ? 'no factors' : `these factors: ${labels.join('; ')}`;
}
