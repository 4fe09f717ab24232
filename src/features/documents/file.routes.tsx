import { canWriteFor } from '../../domain/access/can-write-for.ts';
import type { RecordClass } from '../../domain/access/record-classes.data.ts';
import { type FileType, fileTypes } from '../../domain/documents/file-type.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { isId } from '../../platform/http/is-id.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { FormBox } from '../../record/form-box.tsx';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { longText } from '../../record/text-fields.tsx';
import { Button } from '../../ui/govuk/components.tsx';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { urls } from '../../urls.ts';
import { fileContent, filesOf } from './files.queries.ts';

/** One file: its content to keep, and the end of it on this record. */
const one = childForm({
  path: urls.documents.one(':childId', ':fileId'),
  reads: 'child.view',
  writes: 'document.add',
  fields: {
    withdrawn_reason: longText({
      label: 'Why is it taken off?',
      hint: 'Good: “It is about another child of the same name.”',
      required: 'Say why it is taken off',
      max: 1000,
      rows: 2,
    }),
  },
  subject: async ({ tx, child, param }: ChildContext) =>
    (await filesOf(tx, child.id)).find(
      ({ id, withdrawn_on }) => id === param('fileId') && withdrawn_on === null,
    ),
  stored: ({ id, version }) => ({ id, version }),
  mayWrite: ({ actor, child }, { record_class }) =>
    canWriteFor(actor, record_class as RecordClass, child),
  save: ({ tx, today }, file, { withdrawn_reason }) =>
    changeRow(tx, 'child_file', file, { withdrawn_reason, withdrawn_on: today }),
  view: ({ context, subject: { id, name }, form: { F, ...form } }) => (
    <ChildPage
      {...context}
      title={name}
      errors={form.faults}
      back={{ href: urls.documents.list(context.child.id), text: 'Back to files' }}
    >
      <h1 class="govuk-heading-l">{name}</h1>
      <p class="govuk-body">
        The file opens on your own computer. Keep no copy there longer than you need it.
      </p>
      <Button text="Download the file" href={urls.documents.content(context.child.id, id)} />
      <FormBox form={form} button="Take it off this record">
        <h2 class="govuk-heading-m">Take it off this record</h2>
        <F.withdrawn_reason />
      </FormBox>
    </ChildPage>
  ),
  done: ({ name }, _value, { child }) => ({
    to: urls.documents.list(child.id),
    message: `Taken off: ${name}`,
  }),
});

/** Letters and figures of a name, for the file that a browser keeps. */
const fileName = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'file';

export const fileRoutes: readonly Route[] = [
  ...one,
  childRoute({
    method: 'get',
    path: urls.documents.content(':childId', ':fileId'),
    permission: 'child.view',
    audit: 'export',
    handle: async ({ c, tx, child, param, notFound }) => {
      const id = param('fileId');
      const file = isId(id) ? await fileContent(tx, child.id, id) : undefined;
      if (!file) return notFound();
      const { media, extension } = fileTypes[file.type as FileType];
      // An attachment: whatever it holds, the browser keeps it and never shows it as a page of ours.
      return c.body(new Uint8Array(file.content), 200, {
        'content-type': media,
        'content-disposition': `attachment; filename="${fileName(file.name)}.${extension}"`,
        'x-content-type-options': 'nosniff',
      });
    },
  }),
];
