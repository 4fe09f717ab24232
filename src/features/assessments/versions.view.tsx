import { formatInstant } from '../../domain/calendar/british-time.ts';
import { Button, Select } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { urls } from '../../urls.ts';
import type { Frame } from './frame.view.tsx';
import { eventNames } from './names.ts';
import type { versionsOf } from './version.queries.ts';

type Row = Awaited<ReturnType<typeof versionsOf>>[number];
type Props = Frame & {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly page: number;
  readonly hasOlder: boolean;
};

export function VersionsPage({ id, rows, page, hasOlder, ...frame }: Props): Html {
  const childId = frame.child.id;
  const [newest, before] = rows;
  return (
    <ChildPage
      title="Earlier versions"
      {...frame}
      back={{ href: urls.assessments.one(childId, id), text: 'The assessment' }}
    >
      <h1 class="govuk-heading-l">Earlier versions</h1>
      <p class="govuk-body">Every save is kept. Compare any two, word by word.</p>
      {newest && before ? (
        <form method="get" action={urls.assessments.versions(childId, id)} class="fh-actions">
          <Pick name="from" label="Compare" rows={rows} chosen={before.version} />
          <Pick name="to" label="with" rows={rows} chosen={newest.version} />
          <Button text="Show what changed" classes="govuk-button--secondary" />
        </form>
      ) : null}
      <table class="govuk-table fh-stack-table">
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {['Version', 'What', 'When', 'Who', 'Compare'].map((heading) => (
              <th scope="col" class="govuk-table__header">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map((row) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {row.version}
              </th>
              <td class="govuk-table__cell" data-label="What">
                {eventNames[row.event] ?? row.event}
                {row.comment ? <div class="fh-quiet fh-written">{row.comment}</div> : null}
              </td>
              <td class="govuk-table__cell" data-label="When">
                {formatInstant(row.savedAt)}
              </td>
              <td class="govuk-table__cell" data-label="Who">
                {row.savedBy ?? 'Somebody who has left'}
              </td>
              <td class="govuk-table__cell">
                {row.version > 1 ? (
                  <a
                    class="govuk-link"
                    href={urls.assessments.compare(
                      childId,
                      id,
                      String(row.version - 1),
                      String(row.version),
                    )}
                  >
                    with the one before
                    <span class="govuk-visually-hidden"> version {row.version}</span>
                  </a>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="govuk-body">
        {page > 1 ? (
          <a class="govuk-link" href={urls.assessments.versions(childId, id, page - 1)}>
            Newer versions
          </a>
        ) : null}{' '}
        {hasOlder ? (
          <a class="govuk-link" href={urls.assessments.versions(childId, id, page + 1)}>
            Older versions
          </a>
        ) : null}
      </p>
    </ChildPage>
  );
}

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
