import { can } from '../../domain/access/can.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { type Code, choicesOf, labelOf } from '../../domain/reference/codes.ts';
import type { Html } from '../../ui/html.ts';
import { DayField, SelectField, TextField, TickField } from '../../ui/layout/fields.tsx';
import { urls } from '../../urls.ts';
import type { AskedOfCare, CareEpisode } from './care.queries.ts';
import type { Drawn } from './section.ts';
import { EndPage, type Frame, type Item, SectionPage, spell } from './section.view.tsx';

type Lists = { readonly statuses: readonly Code[]; readonly sources: readonly Code[] };
type Props = Frame &
  Lists & {
    readonly drawn: Drawn;
    readonly episodes: readonly CareEpisode[];
    readonly asked: AskedOfCare;
  };

export function CarePage({ episodes, asked, statuses, sources, ...page }: Props): Html {
  const { drawn, child } = page;
  const lists = { statuses, sources };
  const field = { errors: drawn.errors, typed: drawn.typed };
  return (
    <SectionPage
      {...page}
      title="Social care and early help"
      intro="The child’s status with children’s social care and early help, over time. Social care and early help workers keep it here; whoever else needs it asks them."
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
      beside={<Asked {...page} asked={asked} />}
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

/** What social care was asked and said, and the way to ask them. */
function Asked({ asked, child, shell }: Pick<Props, 'asked' | 'child' | 'shell'>): Html | null {
  const mayAsk = can(shell.actor, 'information.ask');
  if (!asked && !mayAsk) return null;
  return (
    <p class="govuk-body fh-actions fh-no-print">
      {asked ? (
        <a class="govuk-link" href={urls.information.one(child.id, asked.id)}>
          {asked.answered_on
            ? `Read what social care told us on ${formatDay(asked.answered_on)}`
            : `Social care were asked on ${formatDay(asked.asked_on)} and have not answered`}
        </a>
      ) : null}
      {mayAsk && asked?.status !== 'asked' ? (
        <a class="govuk-link" href={urls.information.ask(child.id, 'social-care')}>
          {asked ? 'Ask social care again' : 'Ask social care'}
        </a>
      ) : null}
    </p>
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
