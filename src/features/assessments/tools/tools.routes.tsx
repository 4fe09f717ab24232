import { can } from '../../../domain/access/can.ts';
import type { ToolFault } from '../../../domain/assessments/load-template.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { serviceList } from '../../../record/list-page.tsx';
import { Button, FileUpload } from '../../../ui/govuk/components.tsx';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { errorOf } from '../../../ui/layout/fields.tsx';
import { Page, type PageShell } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import { takeTool } from './take-tool.ts';
import { toolRoutes } from './tool.routes.tsx';
import { standingOf, toolsOf } from './tools.queries.ts';

const list = serviceList({
  path: urls.admin.tools,
  tab: { section: 'account', text: 'Assessment tools' },
  permission: 'rules.read',
  subject: async ({ tx, actor, today }) => ({
    tools: await toolsOf(tx, actor.serviceId),
    today,
  }),
  caption: 'Assessment tools, each with its versions',
  empty: () => 'There is no tool.',
  file: 'assessment-tools',
  rows: async (_context, { tools }, { offset, limit }) => tools.slice(offset, offset + limit),
  columns: ({ tools, today }) => [
    {
      heading: 'Tool',
      text: ({ title }) => title,
      cell: ({ id, version, title }) => (
        <a class="govuk-link" href={urls.admin.tool(id, version)}>
          {title}
        </a>
      ),
    },
    { heading: 'Version', text: ({ version }) => version, numeric: true },
    { heading: 'How it stands', text: (tool) => standingOf(tool, tools, today) },
    {
      heading: 'Where it is from',
      text: ({ isOurs, loadedAt, loadedBy }) =>
        isOurs
          ? `Loaded ${formatInstant(loadedAt)}, ${loadedBy ?? 'at the command line'}`
          : 'Comes with Foothold',
    },
  ],
  view: ({ context: { shell }, list: drawn }) => (
    <Page title="Assessment tools" shell={shell}>
      <h1 class="govuk-heading-l">Assessment tools</h1>
      <p class="govuk-body">
        A new assessment is begun with the newest version that is in use on its day, and keeps that
        version for good.
      </p>
      {can(shell.actor, 'rules.manage') ? (
        <div class="fh-actions fh-no-print">
          <Button text="Load a tool" href={urls.admin.addTool} />
        </div>
      ) : null}
      {drawn}
    </Page>
  ),
});

const upload: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.admin.addTool,
    tab: { under: urls.admin.tools },
    permission: 'rules.manage',
    audit: 'none',
    handle: ({ shell, page }) => page(<Upload shell={shell} message={null} faults={[]} />),
  }),
  pageRoute({
    method: 'post',
    path: urls.admin.addTool,
    permission: 'rules.manage',
    audit: 'change',
    handle: async ({ tx, actor, shell, page, form, redirect }) => {
      const wrong = (message: string, faults: readonly ToolFault[] = []) =>
        page(<Upload shell={shell} message={message} faults={faults} />, 422);
      const sent = (await form()).file('file');
      if (!sent) return wrong('Choose the file with the tool');
      const taken = await takeTool(tx, actor, new Uint8Array(await sent.arrayBuffer()));
      if (taken.kind === 'refused') {
        const many = taken.faults.length;
        return wrong(
          `Nothing was loaded: ${many === 1 ? 'one thing is' : `${many} things are`} wrong in the file`,
          taken.faults,
        );
      }
      return redirect(
        urls.admin.tool(taken.id, taken.template.version),
        taken.isKnown
          ? 'This version is held already, word for word. Nothing has changed.'
          : 'Loaded. Nobody uses it before you say from which day.',
      );
    },
  }),
];

const Upload = ({
  shell,
  message,
  faults,
}: {
  readonly shell: PageShell;
  readonly message: string | null;
  readonly faults: readonly ToolFault[];
}) => {
  const errors = message ? [{ field: 'file', message }] : [];
  return (
    <Page
      title="Load an assessment tool"
      shell={shell}
      errors={errors}
      back={{ href: urls.admin.tools, text: 'Assessment tools' }}
    >
      <h1 class="govuk-heading-l">Load an assessment tool</h1>
      <p class="govuk-body">
        A tool that your service has the right to use, as a JSON file in the form of the one that
        comes with Foothold. It is checked whole, and nobody uses it before you have seen it and
        said from which day.
      </p>
      {faults.length > 0 ? (
        <DataTable
          caption="What is wrong"
          captionShown
          columns={[
            { heading: 'Where', cell: ({ where }) => where },
            { heading: 'What', cell: ({ what }) => what },
            { heading: 'How to mend it', cell: ({ mend }) => mend },
          ]}
          rows={faults.slice(0, 100)}
        />
      ) : null}
      {faults.length > 100 ? (
        <p class="govuk-body">And {faults.length - 100} more, once these are mended.</p>
      ) : null}
      <PostForm action={urls.admin.addTool} enctype="multipart/form-data" class="fh-form">
        <FileUpload
          id="file"
          name="file"
          label={{ text: 'The file of the tool', classes: 'govuk-label--m' }}
          hint={{ text: 'JSON in UTF-8, up to 500 KB' }}
          attributes={{ accept: '.json' }}
          {...errorOf(errors, 'file')}
        />
        <div class="fh-actions">
          <Button text="Check and load it" />
        </div>
      </PostForm>
    </Page>
  );
};

/** Assessment tools of a service: what is held, what is loaded, and from which day it is used. */
export const toolsRoutes: readonly Route[] = [...list, ...upload, ...toolRoutes];
