import { type Day, formatShortDay } from '../../../domain/calendar/day.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import { type WeekColumn, weekColumns } from '../../../domain/needs/education-week.ts';
import type { Html } from '../../../ui/html.ts';
import type { Choice } from '../../../ui/layout/fields.tsx';
import { errorOf, type Typed } from '../../../ui/layout/fields.tsx';
import { urls } from '../../../urls.ts';
import type { Week, WeekRules } from '../weeks.queries.ts';
import { boxOf, expectedOf, nameOf, readAs, sameBox, shownOf, versionBox } from './read-round.ts';
import type { RoundChild } from './round.queries.ts';

type Props = {
  readonly child: RoundChild;
  readonly week: Day;
  readonly rules: WeekRules;
  readonly typed: Typed;
  readonly faults: readonly FormFault[];
  readonly isOvertaken: boolean;
};

/** One child of the round. Plain boxes: fifty rows of drawn components would be a slow page. */
export function RoundRow({ child, week, rules, typed, faults, isOvertaken }: Props): Html {
  const name = nameOf(child);
  const barriers = rules.options.education_barrier ?? [];
  const expected = expectedOf(rules, child, week);
  const textOf = (column: WeekColumn) =>
    [typed[boxOf(column, child.id)] ?? shownOf(child, column)].flat()[0] ?? '';
  const box = (column: WeekColumn) => ({
    column,
    id: boxOf(column, child.id),
    label: `${weekColumns[column]}, ${name}`,
    value: textOf(column),
    fault: errorOf(faults, boxOf(column, child.id)).errorMessage?.text,
  });
  const isSame = [typed[sameBox] ?? []].flat().includes(child.id);
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <input type="hidden" name={versionBox(child.id)} value={readAs(child)} />
        <a class="govuk-link" href={urls.needs.weeks(child.id)} tabindex={-1}>
          {name}
        </a>
        <div class="fh-quiet">
          {expected ? `${expected.hours} hours expected` : 'No hours expected'}
          {child.now ? '. Saved' : ''}
        </div>
        {isOvertaken && child.now ? (
          <div class="govuk-error-message" id={`overtaken-${child.id}`}>
            Saved meanwhile: {heldBy(child.now, barriers)}
          </div>
        ) : null}
      </th>
      <td class="govuk-table__cell" data-label="Last week">
        {child.before ? (
          <>
            {heldBy(child.before, barriers)}
            <div class="fh-quiet">Week of {formatShortDay(child.before.week)}</div>
          </>
        ) : (
          'Nothing yet'
        )}
      </td>
      <td class="govuk-table__cell" data-label="As last week">
        {child.before && !child.now ? <Same child={child} isOn={isSame} /> : null}
      </td>
      <td class="govuk-table__cell" data-label="Offered">
        <Box {...box('offered')} isHours />
      </td>
      <td class="govuk-table__cell" data-label="Attended">
        <Box {...box('attended')} isHours />
      </td>
      <td class="govuk-table__cell" data-label="In the way">
        <Pick {...box('barrier')} choices={barriers} />
      </td>
      <td class="govuk-table__cell" data-label="Next action">
        <Box {...box('next')} />
      </td>
    </tr>
  );
}

const figure = (hours: string | null) => (hours === null ? '?' : String(Number(hours)));

/** A week in a few words: 10 of 25 attended, what was in the way, what was next. */
function heldBy(week: Week, barriers: readonly Choice[]): string {
  const barrier = barriers.find(({ value }) => value === week.barrier)?.text ?? null;
  return [
    `${figure(week.attended_hours)} attended of ${figure(week.offered_hours)} offered`,
    barrier,
    week.next_action,
  ]
    .filter(Boolean)
    .join('. ');
}

const Same = ({ child, isOn }: { readonly child: RoundChild; readonly isOn: boolean }) => (
  <div class="govuk-checkboxes govuk-checkboxes--small">
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        id={`${sameBox}-${child.id}`}
        name={sameBox}
        type="checkbox"
        value={child.id}
        checked={isOn}
        data-round="same"
      />
      <label class="govuk-label govuk-checkboxes__label" for={`${sameBox}-${child.id}`}>
        <span class="govuk-visually-hidden">As last week, {nameOf(child)}</span>
      </label>
    </div>
  </div>
);

type BoxProps = {
  readonly column: WeekColumn;
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly fault: string | undefined;
};

const faultId = (id: string) => `${id}-error`;
const Fault = ({ id, fault }: Pick<BoxProps, 'id' | 'fault'>) =>
  fault ? (
    <p class="govuk-error-message" id={faultId(id)}>
      <span class="govuk-visually-hidden">Error:</span> {fault}
    </p>
  ) : null;

const Box = ({
  column,
  id,
  label,
  value,
  fault,
  isHours,
}: BoxProps & { readonly isHours?: boolean }) => (
  <>
    <label class="govuk-visually-hidden" for={id}>
      {label}
    </label>
    <Fault id={id} fault={fault} />
    <input
      class={`govuk-input${isHours ? ' govuk-input--width-3' : ''}${fault ? ' govuk-input--error' : ''}`}
      id={id}
      name={id}
      type="text"
      value={value}
      autocomplete="off"
      data-round={column}
      {...(isHours ? { inputmode: 'decimal' as const } : {})}
      {...(fault ? { 'aria-describedby': faultId(id) } : {})}
    />
  </>
);

const Pick = ({
  column,
  id,
  label,
  value,
  fault,
  choices,
}: BoxProps & { readonly choices: readonly Choice[] }) => (
  <>
    <label class="govuk-visually-hidden" for={id}>
      {label}
    </label>
    <Fault id={id} fault={fault} />
    <select
      class={`govuk-select${fault ? ' govuk-select--error' : ''}`}
      id={id}
      name={id}
      data-round={column}
      {...(fault ? { 'aria-describedby': faultId(id) } : {})}
    >
      <option value="">Nothing</option>
      {choices.map((choice) => (
        <option value={choice.value} selected={choice.value === value}>
          {choice.text}
        </option>
      ))}
    </select>
  </>
);
