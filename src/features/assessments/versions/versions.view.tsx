import { formatInstant } from '../../../domain/calendar/british-time.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { Button, Select } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Pager, type Pages } from '../../../ui/layout/pager.tsx';
import { urls } from '../../../urls.ts';
import { eventNames } from '../names.ts';
import type { versionsOf } from './version.queries.ts';

type Row = Awaited<ReturnType<typeof versionsOf>>[number];
type Props = {
  readonly context: ChildContext;
  readonly id: string;
  readonly rows: readonly Row[];
  readonly pages: Pages;
};

export function VersionsPage({ context, id, rows, pages }: Props): Html {
  const childId = context.child.id;
  const [newest, before] = rows;
  return (
    <ChildFrame
      context={context}
      title="Earlier versions"
      back={{ href: urls.assessments.one(childId, id), text: 'The assessment' }}
    >
      <p class="govuk-body">Every save is kept. Compare any two, word by word.</p>
      {newest && before ? (
        <form method="get" action={urls.assessments.versions(childId, id)} class="fh-actions">
          <Pick name="from" label="Compare" rows={rows} chosen={before.version} />
          <Pick name="to" label="with" rows={rows} chosen={newest.version} />
          <Button text="Show what changed" classes="govuk-button--secondary" />
        </form>
      ) : null}
      <DataTable
        caption="Every save"
        rows={rows}
        columns={[
          { heading: 'Version', cell: ({ version }) => version },
          {
            heading: 'What',
            cell: ({ event, comment }) => (
              <>
                {eventNames[event] ?? event}
                {comment ? <div class="fh-quiet fh-written">{comment}</div> : null}
              </>
            ),
          },
          { heading: 'When', cell: ({ savedAt }) => formatInstant(savedAt) },
          { heading: 'Who', cell: ({ savedBy }) => savedBy ?? 'Somebody who has left' },
          { heading: 'Compare', cell: ({ version }) => withBefore(childId, id, version) },
        ]}
      />
      <Pager pages={pages} />
    </ChildFrame>
  );
}

const withBefore = (childId: string, id: string, version: number) =>
  version > 1 ? (
    <a
      class="govuk-link"
      href={urls.assessments.compare(childId, id, String(version - 1), String(version))}
    >
      with the one before
      <span class="govuk-visually-hidden"> version {version}</span>
    </a>
  ) : null;

function Pick(props: {
  readonly name: string;
  readonly label: string;
  readonly rows: readonly Row[];
  readonly chosen: number;
}): Html {
  return (
    <Select
      id={props.name}
      name={props.name}
      label={{ text: props.label }}
      formGroup={{ classes: 'govuk-!-margin-bottom-0' }}
      items={props.rows.map(({ version, savedAt, savedBy }) => ({
        value: String(version),
        text: `${version}: ${formatInstant(savedAt)}, ${savedBy ?? 'somebody who has left'}`,
        selected: version === props.chosen,
      }))}
    />
  );
}
