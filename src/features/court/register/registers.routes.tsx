import { can } from '../../../domain/access/can.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import { TABLE_LIMITS } from '../../../platform/files/table-limits.data.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { choice } from '../../../record/choice-fields.tsx';
import { serviceList } from '../../../record/list-page.tsx';
import { Button, FileUpload } from '../../../ui/govuk/components.tsx';
import { errorOf } from '../../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import { entryRoutes } from './entry.routes.tsx';
import { entryColumns } from './entry-words.tsx';
import { entriesOf, type Register, registersOf } from './register.queries.ts';
import { registerRoutes } from './register.routes.tsx';
import { readRegisterFile, takeRegister } from './take-register.ts';

const standing = ({ putAsideAt, total, counts: { held = 0, ready = 0 } }: Register): string => {
  if (putAsideAt) return 'Put aside';
  if (ready > 0) return 'Not brought in yet';
  if (held > 0)
    return held === 1 ? '1 entry waits for a person' : `${held} entries wait for a person`;
  return total > 0 ? 'All of it is decided' : 'Decided, and emptied after three months';
};

const list = serviceList({
  path: urls.court.registers,
  tab: { section: 'intake', text: 'Court registers', place: 4 },
  permission: 'register.view',
  audit: 'view',
  caption: 'Registers, the newest first',
  file: 'court-registers',
  subject: () => null,
  empty: () =>
    'No register has been brought in yet. When the court sends one, upload its table here.',
  rows: ({ tx, actor }, _subject, page) => registersOf(tx, actor.serviceId, page),
  columns: () => [
    {
      heading: 'File',
      text: ({ fileName }) => fileName,
      cell: ({ id, fileName }) => (
        <a class="govuk-link" href={urls.court.register(id)}>
          {fileName}
        </a>
      ),
    },
    {
      heading: 'Came in',
      text: ({ createdAt, by }) => `${formatInstant(createdAt)}, ${by ?? 'at the command line'}`,
    },
    { heading: 'How it stands', text: standing },
    { heading: 'Entries', text: ({ total }) => total, numeric: true },
  ],
  view: ({ context: { shell }, list: drawn }) => (
    <Page title="Court registers" shell={shell}>
      <h1 class="govuk-heading-l">Court registers</h1>
      <p class="govuk-body">
        What a court did with each child on a day. It is laid beside the record entry by entry;
        nothing is made until you have seen it.
      </p>
      <div class="fh-actions fh-no-print">
        {can(shell.actor, 'register.import') ? (
          <Button text="Bring in a register" href={urls.court.addRegister} />
        ) : null}
        <a class="govuk-link" href={urls.court.heldEntries}>
          Entries that wait for a person
        </a>
      </div>
      {drawn}
    </Page>
  ),
});

const held = serviceList({
  path: urls.court.heldEntries,
  tab: { under: urls.court.registers },
  permission: 'register.view',
  audit: 'view',
  caption: 'Entries of court registers',
  file: 'held-entries',
  subject: () => null,
  filters: {
    show: choice(
      [
        { value: 'held', text: 'Entries that wait' },
        { value: 'not-ours', text: 'Entries that are not ours' },
      ],
      { label: 'Show', as: 'select' },
    ),
  },
  usual: () => ({ show: 'held' }),
  empty: () =>
    'No entry to show here. When a register leaves it open which child is meant, or says something else than the record, its entry waits here.',
  rows: ({ tx, actor }, _subject, { filters: { show }, limit, offset }) =>
    entriesOf(tx, actor.serviceId, {
      states: show ? [show] : ['held', 'not-ours'],
      limit,
      offset,
    }),
  columns: () => entryColumns(true),
  view: ({ context: { shell }, list: drawn }) => (
    <Page
      title="Entries that wait"
      shell={shell}
      back={{ href: urls.court.registers, text: 'Court registers' }}
    >
      <h1 class="govuk-heading-l">Entries of court registers that wait</h1>
      {drawn}
    </Page>
  ),
});

const mostMegabytes = TABLE_LIMITS.bytes / 1024 / 1024;

const upload: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.court.addRegister,
    tab: { under: urls.court.registers },
    permission: 'register.import',
    audit: 'none',
    handle: ({ shell, page }) => page(<Upload shell={shell} errors={[]} />),
  }),
  pageRoute({
    method: 'post',
    path: urls.court.addRegister,
    permission: 'register.import',
    audit: 'change',
    handle: async ({ tx, actor, shell, page, form, redirect, today }) => {
      const wrong = (message: string) =>
        page(<Upload shell={shell} errors={[{ field: 'file', message }]} />, 422);
      const sent = (await form()).file('file');
      if (!sent) return wrong('Choose the file with the register');
      const file = { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
      const read = await readRegisterFile(tx, file, today);
      if (read.kind === 'unreadable') return wrong(read.reason);
      const { id, isKnown } = await takeRegister(tx, actor.serviceId, file, read);
      return redirect(
        urls.court.register(id),
        isKnown ? 'This is the very same file as before. Nothing has changed.' : undefined,
      );
    },
  }),
];

const Upload = ({
  shell,
  errors,
}: {
  readonly shell: PageShell;
  readonly errors: readonly FormFault[];
}) => (
  <Page
    title="Bring in a register"
    shell={shell}
    errors={errors}
    back={{ href: urls.court.registers, text: 'Court registers' }}
  >
    <h1 class="govuk-heading-l">Bring in a register</h1>
    <p class="govuk-body">
      The court sends its register as a PDF. Copy its table into a spreadsheet, one row for each
      result, with a heading over each column: name, date of birth, court, hearing date, offence,
      result code, result. Nothing is made until you have seen, entry by entry, what will happen.
    </p>
    <PostForm action={urls.court.addRegister} enctype="multipart/form-data" class="fh-form">
      <FileUpload
        id="file"
        name="file"
        label={{ text: 'The register', classes: 'govuk-label--m' }}
        hint={{ text: `CSV or Excel workbook (.xlsx), up to ${mostMegabytes} MB` }}
        attributes={{ accept: '.csv,.txt,.xlsx' }}
        {...errorOf(errors, 'file')}
      />
      <div class="fh-actions">
        <Button text="Read the register" />
      </div>
    </PostForm>
  </Page>
);

/** Registers that courts send: read, laid beside the record, and brought in. */
export const registersRoutes: readonly Route[] = [
  ...list,
  ...held,
  ...upload,
  ...registerRoutes,
  ...entryRoutes,
];
