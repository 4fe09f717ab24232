import { can } from '../../domain/access/can.ts';
import { canWriteFor } from '../../domain/access/can-write-for.ts';
import { type RecordClass, recordClasses } from '../../domain/access/record-classes.data.ts';
import { formatInstant } from '../../domain/calendar/british-time.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import {
  type FileType,
  fileTypeOf,
  fileTypes,
  mostFileBytes,
} from '../../domain/documents/file-type.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import type { ChildContext, PostedForm } from '../../platform/http/context.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { readFields, tagsOf } from '../../record/fields.ts';
import { type Item, Items } from '../../record/items.tsx';
import { addRow } from '../../record/rows.ts';
import { Button, FileUpload } from '../../ui/govuk/components.tsx';
import { ChildPage } from '../../ui/layout/child-page.tsx';
import { errorOf, type Typed } from '../../ui/layout/fields.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { fileRoutes } from './file.routes.tsx';
import { fileFields, fileKinds } from './file-fields.ts';
import { type ChildFile, filesOf, hasRoomFor } from './files.queries.ts';

const classNames = Object.keys(recordClasses) as RecordClass[];

/** Whose files this person may put on this child's record. */
const optionsFor = ({ actor, child }: ChildContext) => ({
  classes: can(actor, 'document.add')
    ? classNames
        .filter((name) => canWriteFor(actor, name, child))
        .map((name) => ({ value: name, text: recordClasses[name] }))
    : [],
});

const itemOf = (file: ChildFile, childId: string): Item => ({
  title: file.name,
  badges: file.withdrawn_on ? [{ text: 'Taken off', tone: 'neutral' }] : [],
  lines: [
    `${fileKinds.find(({ value }) => value === file.kind)?.text ?? file.kind}, from ${file.source}${file.dated_on ? `, of ${formatDay(file.dated_on)}` : ''}`,
    `${fileTypes[file.type as FileType].text}, ${Math.ceil(file.bytes / 1024).toLocaleString('en-GB')} KB. Seen by those who read: ${recordClasses[file.record_class as RecordClass]}`,
    `Put here by ${file.by ?? 'a person who has left'}, ${formatInstant(file.created_at)}`,
    file.withdrawn_on
      ? `Taken off on ${formatDay(file.withdrawn_on)}: ${file.withdrawn_reason}`
      : '',
  ],
  action: file.withdrawn_on
    ? undefined
    : { href: urls.documents.one(childId, file.id), text: 'Open or take off' },
});

async function filesPage(
  context: ChildContext,
  shown: Typed = {},
  faults: readonly FormFault[] = [],
) {
  const { tx, child, page } = context;
  const files = await filesOf(tx, child.id);
  const options = optionsFor(context);
  const F = tagsOf(fileFields, { faults, options, shown });
  return page(
    <ChildPage {...context} title="Files" errors={faults}>
      <h1 class="govuk-heading-l">Files</h1>
      <p class="govuk-body">
        Papers that came from elsewhere, as they came. You see those of the kinds of information
        that your role may read.
      </p>
      {files.length > 0 ? (
        <Items items={files.map((file) => itemOf(file, child.id))} />
      ) : (
        <p class="govuk-body">There is no file here that you may see.</p>
      )}
      {options.classes.length > 0 ? (
        <section aria-labelledby="add" class="fh-no-print">
          <h2 class="govuk-heading-m" id="add">
            Add a file
          </h2>
          <PostForm
            action={urls.documents.list(child.id)}
            enctype="multipart/form-data"
            class="fh-form"
          >
            <FileUpload
              id="file"
              name="file"
              label={{ text: 'The file' }}
              hint={{ text: 'PDF, Word, or a picture (JPEG or PNG), up to 5 MB' }}
              attributes={{ accept: '.pdf,.docx,.jpg,.jpeg,.png' }}
              {...errorOf(faults, 'file')}
            />
            <F.name />
            <F.kind />
            <F.source />
            <F.dated_on />
            <F.record_class />
            <Button text="Add the file" preventDoubleClick />
          </PostForm>
        </section>
      ) : null}
    </ChildPage>,
    faults.length > 0 ? 422 : 200,
  );
}

type Chosen = { readonly content: Uint8Array; readonly type: FileType } | FormFault;

/** The file that was sent, if it is what may be kept. */
async function chosenIn({ tx, child }: ChildContext, form: PostedForm): Promise<Chosen> {
  const refuse = (message: string) => ({ field: 'file', message });
  const file = form.file('file');
  if (!file) return refuse('Choose a file');
  if (file.size > mostFileBytes) return refuse('The file must be 5 MB or smaller');
  const content = await file.bytes();
  if (!(await hasRoomFor(tx, child.id, content.length)))
    return refuse('This record has no room for the file: it holds up to 200 files, and 250 MB');
  const type = fileTypeOf(content);
  return type
    ? { content, type }
    : refuse('The file must be a PDF, a Word document without macros, or a picture (JPEG or PNG)');
}

async function add(context: ChildContext) {
  const { tx, actor, child, today, redirect, notFound } = context;
  const options = optionsFor(context);
  if (options.classes.length === 0) return notFound();
  const form = await context.form();
  const read = readFields(fileFields, form, { today, options });
  const chosen = await chosenIn(context, form);
  const faults = [...('content' in chosen ? [] : [chosen]), ...(read.ok ? [] : read.faults)];
  if (!read.ok || !('content' in chosen)) return filesPage(context, form.values, faults);
  const { content, type } = chosen;
  const row = { child_id: child.id, type, bytes: content.length, ...read.value };
  const id = await addRow(tx, actor, 'child_file', row);
  await tx
    .insertInto('child_file_content')
    .values({
      service_id: actor.serviceId,
      file_id: id,
      child_id: child.id,
      record_class: read.value.record_class,
      content,
    })
    .execute();
  return redirect(urls.documents.list(child.id), `Saved: ${read.value.name}`);
}

export const documentsRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: urls.documents.list(':childId'),
    tab: { room: 'papers', text: 'Files', place: 5 },
    permission: 'child.view',
    audit: 'view',
    handle: (context) => filesPage(context),
  }),
  childRoute({
    method: 'post',
    path: urls.documents.list(':childId'),
    permission: 'document.add',
    audit: 'change',
    handle: add,
  }),
  ...fileRoutes,
];
