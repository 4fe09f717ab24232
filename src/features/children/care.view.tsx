import { formatDay } from '../../domain/calendar/day.ts';
import { type Code, choicesOf, labelOf } from '../../domain/reference/codes.ts';
import type { Html } from '../../ui/html.ts';
import { DayField, SelectField, TextField, TickField } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import type { CareEpisode } from './care.queries.ts';
import type { Drawn } from './section.ts';
import { EndPage, type Frame, type Item, SectionPage, spell } from './section.view.tsx';

type Lists = { readonly statuses: readonly Code[]; readonly sources: readonly Code[] };
type Props = Frame & Lists & { readonly drawn: Drawn; readonly episodes: readonly CareEpisode[] };

export function CarePage({ episodes, statuses, sources, ...page }: Props): Html {
  const { drawn, child } = page;
  const lists = { statuses, sources };
  const field = { errors: drawn.errors, typed: drawn.typed };
  return (
    <SectionPage
      {...page}
      title="Social care and early help"
      intro="The child’s status with children’s social care and early help, over time. Social care and early help workers keep it; ask them when it is missing."
      empty="No status is recorded. Ask children’s social care: “not open to them” is an answer to record too."
      now={episodes
        .filter(({ valid_to }) => valid_to === null)
        .map((row) => ({
          ...careItem(row, lists),
          action: drawn.mayWrite
            ? {
                href: urls.child.endCare(child.id, row.id),
                text: `${labelOf(statuses, row.status)} has ended`,
              }
            : undefined,
        }))}
      before={episodes
        .filter(({ valid_to }) => valid_to !== null)
        .map((row) => careItem(row, lists))}
      addTitle="Add a status"
      addButton="Add the status"
    >
      <SelectField name="status" label="Status" choices={choicesOf(statuses)} {...field} />
      <TextField name="authority" label="Which council? (optional)" width="one-half" {...field} />
      <DayField name="from" label="Since when?" {...field} />
      <SelectField name="source" label="Who told us?" choices={choicesOf(sources)} {...field} />
      <TickField
        name="flags"
        label="About this"
        choices={[
          { value: 'replaces', text: 'It replaces the status recorded now' },
          { value: 'verified', text: 'I have checked it in social care’s record' },
        ]}
        small
        {...field}
      />
    </SectionPage>
  );
}

export function EndCarePage({
  row,
  statuses,
  sources,
  ...page
}: Frame & Lists & { readonly drawn: Drawn; readonly row: CareEpisode }): Html {
  return (
    <EndPage
      {...page}
      title="The status has ended"
      item={careItem(row, { statuses, sources })}
      version={row.version}
      question="What was the last day?"
      stored={row.valid_to}
      back={{ href: urls.child.care(page.child.id), text: 'Back to social care' }}
    />
  );
}

const careItem = (row: CareEpisode, { statuses, sources }: Lists): Item => ({
  title: labelOf(statuses, row.status),
  badges: row.verified_on ? [{ text: 'Checked', tone: 'good' }] : [],
  lines: [
    [row.authority, spell(row.valid_from, row.valid_to)].filter(Boolean).join('. '),
    `Source: ${labelOf(sources, row.source)}${row.verified_on ? `, checked on ${formatDay(row.verified_on)}` : ''}`,
  ],
});
