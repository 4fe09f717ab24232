import { can } from '../../../domain/access/can.ts';
import { permissionNames } from '../../../domain/access/permissions.data.ts';
import { type RecordClass, recordClasses } from '../../../domain/access/record-classes.data.ts';
import { type RoleRow, roleNames, roles } from '../../../domain/access/roles.data.ts';
import { capitalised } from '../../../domain/text/capitalised.ts';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';

const accessWords: readonly (readonly [string, string])[] = [
  ['W', 'reads and writes'],
  ['R', 'reads'],
  ['A', 'reads and approves'],
  ['S', 'sees only what is meant for sharing'],
  ['P', 'sees the panel’s papers while its window is open'],
  ['*', 'only for a child they work with'],
];
const scopeWords: Readonly<Record<RoleRow['scope'], string>> = {
  service: 'The service’s children, restricted records aside',
  related: 'Only children they work with',
  none: 'No child’s record',
};

/** What each role may see and do: the same tables that the server and the database ask. */
export function PermissionsPage({ shell }: { readonly shell: PageShell }): Html {
  return (
    <Page title="What each role may see and do" shell={shell}>
      <h1 class="govuk-heading-l">What each role may see and do</h1>
      <p class="govuk-body">
        A role is only the first question. A restricted record also needs a place on its list, a
        partner needs work with the child, and everyone’s access ends with their last day.
      </p>
      <h2 class="govuk-heading-m">Kinds of information</h2>
      <ul class="govuk-list">
        {accessWords.map(([letter, words]) => (
          <li>
            <strong>{letter}</strong> {words}
          </li>
        ))}
      </ul>
      <Grid
        caption="What each role may do with each kind of information"
        rows={[
          { name: 'Whose records', cells: roleNames.map((role) => scopeWords[roles[role].scope]) },
          ...(Object.entries(recordClasses) as [RecordClass, string][]).map(([id, name]) => ({
            name,
            cells: roleNames.map(
              (role) => (roles[role] satisfies RoleRow as RoleRow).classes[id] ?? '',
            ),
          })),
        ]}
      />
      <h2 class="govuk-heading-m">Things to do</h2>
      <Grid
        caption="What each role may do"
        rows={permissionNames.map((name) => ({
          name: capital(name),
          cells: roleNames.map((role) => (can({ role }, name) ? 'Yes' : '')),
        }))}
      />
    </Page>
  );
}

type GridProps = {
  readonly caption: string;
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
};

const Grid = ({ caption, rows }: GridProps) => (
  <DataTable
    wide
    caption={caption}
    columns={[
      { heading: 'What', cell: ({ name }) => name },
      ...roleNames.map((role, at) => ({
        heading: roles[role].title,
        cell: ({ cells }: GridProps['rows'][number]) =>
          cells[at] || <span class="fh-quiet">No</span>,
      })),
    ]}
    rows={rows}
  />
);

function capital(name: string): string {
  const words = name.replace(/[.-]/g, ' ');
  return capitalised(words);
}
