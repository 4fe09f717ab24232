import type { Permission } from '../domain/access/permissions.data.ts';
import type { Tab } from '../domain/navigation/menu.ts';
import type { ChildContext, PageContext } from '../platform/http/context.ts';
import { namesAs } from '../platform/http/draw.ts';
import { askedInAddress } from '../platform/http/form.ts';
import { pageAsked } from '../platform/http/page-asked.ts';
import { type Audit, childRoute, pageRoute, type Route } from '../platform/http/route.ts';
import type { Html } from '../ui/html.ts';
import { urls } from '../urls.ts';
import type { FieldSet, Options, ValuesOf } from './field.ts';
import { listsOf, readFields, tagsOf } from './fields.ts';
import { ListBox } from './list-box.tsx';
import { type ListColumn, listFile } from './list-file.ts';
import { optionsFor } from './options.ts';

/** What is asked of a list: its filters, which part of it, and in which order. */
export type ListAsked<F extends FieldSet> = {
  readonly filters: Partial<ValuesOf<F>>;
  readonly sort: string;
  readonly limit: number;
  readonly offset: number;
};

export type ListPage<C extends PageContext, S, R, F extends FieldSet> = {
  readonly path: string;
  readonly tab?: Tab | undefined;
  readonly permission: Permission;
  readonly audit?: Exclude<Audit, 'none'>;
  /** What the list is of; undefined when it is not there. */
  readonly subject: (context: C) => Promise<S | undefined> | S;
  readonly caption: string | ((subject: S) => string);
  /** Said when nothing is in it; `filtered` is true when a filter may be the reason. */
  readonly empty: (filtered: boolean, subject: S) => string;
  readonly columns: (subject: S, options: Options) => readonly ListColumn<R>[];
  readonly filters?: F;
  /** What a filter is when the address does not say. */
  readonly usual?: (context: C) => Readonly<Record<string, string>>;
  /** Orders that may be asked for; the first is the usual one. */
  readonly sorts?: readonly { readonly value: string; readonly text: string }[];
  readonly options?: (context: C, subject: S) => Promise<Options> | Options;
  /** Up to `limit` rows from `offset` on. */
  readonly rows: (context: C, subject: S, asked: ListAsked<F>) => Promise<readonly R[]>;
  readonly size?: number;
  /** The name of its files; left out, there are none. */
  readonly file?: string;
  readonly view: (page: { readonly context: C; readonly subject: S; readonly list: Html }) => Html;
};

const usualSize = 25;
const mostInFile = 10_000;

/** A list of the service: its page, and its CSV and Excel files, all from the same columns. */
export const serviceList = <S, R, F extends FieldSet>(
  list: ListPage<PageContext, S, R, F>,
): readonly Route[] =>
  handlersOf(list).map(({ path, tab, audit, handle }) =>
    pageRoute({
      method: 'get',
      path,
      tab,
      permission: list.permission,
      audit: audit ?? 'none',
      handle,
    }),
  );

/** A list of a child's record. */
export const childList = <S, R, F extends FieldSet>(
  list: ListPage<ChildContext, S, R, F>,
): readonly Route[] =>
  handlersOf(list).map(({ path, tab, audit, handle }) =>
    childRoute({
      method: 'get',
      path,
      tab,
      permission: list.permission,
      audit: audit ?? 'view',
      handle,
    }),
  );

function handlersOf<C extends PageContext, S, R, F extends FieldSet>(list: ListPage<C, S, R, F>) {
  const page = {
    path: list.path,
    tab: list.tab,
    audit: list.audit,
    handle: (context: C) => show(list, context),
  };
  if (!list.file) return [page];
  const file = (kind: 'csv' | 'xlsx') => ({
    path: `${list.path}.${kind}`,
    tab: list.tab && { under: list.path },
    audit: 'export' as const,
    handle: (context: C) => download(list, context, kind),
  });
  return [page, file('csv'), file('xlsx')];
}

async function show<C extends PageContext, S, R, F extends FieldSet>(
  list: ListPage<C, S, R, F>,
  context: C,
): Promise<Response> {
  const subject = await list.subject(context);
  if (subject === undefined) return context.notFound();
  const size = list.size ?? usualSize;
  const number = pageAsked(context.query('page'));
  const { asked, options, shown } = await askedOf(list, context, subject);
  const found = await list.rows(context, subject, {
    ...asked,
    limit: size + 1,
    offset: (number - 1) * size,
  });
  const address = (page: number) => urls.onPage(context.c.req.url, page);
  const box = (
    <ListBox
      caption={captionOf(list, subject)}
      empty={list.empty(Object.keys(asked.filters).length > 0, subject)}
      columns={list
        .columns(subject, options)
        .filter(({ only }) => only !== 'file')
        .map(({ text, cell, ...column }) => ({ ...column, cell: cell ?? text }))}
      rows={found.slice(0, size)}
      pages={{
        number,
        hasNext: found.length > size,
        href: address,
      }}
      filters={Object.values(tagsOf(list.filters ?? {}, { faults: [], shown, options }))}
      sorts={list.sorts ?? []}
      sort={asked.sort}
      action={context.shell.path}
      files={
        list.file ? { csv: fileOf(address(1), 'csv'), xlsx: fileOf(address(1), 'xlsx') } : null
      }
    />
  );
  return context.page(list.view({ context, subject, list: box }));
}

async function download<C extends PageContext, S, R, F extends FieldSet>(
  list: ListPage<C, S, R, F>,
  context: C,
  kind: 'csv' | 'xlsx',
): Promise<Response> {
  const subject = await list.subject(context);
  if (subject === undefined) return context.notFound();
  const { asked, options } = await askedOf(list, context, subject);
  const rows = await list.rows(context, subject, { ...asked, limit: mostInFile, offset: 0 });
  const named = { name: list.file ?? '', caption: captionOf(list, subject), kind };
  const columns = list.columns(subject, options);
  const file = await listFile(context, named, columns, rows);
  const cells = columns.flatMap(({ cell, only }) => (cell && only !== 'file' ? [cell] : []));
  const drawn = rows.map((row) => <li>{cells.map((cell) => cell(row))}</li>);
  return namesAs(file, drawn.join(''));
}

const captionOf = <S,>(
  { caption }: { readonly caption: string | ((subject: S) => string) },
  subject: S,
) => (typeof caption === 'string' ? caption : caption(subject));

// A filter that cannot be read asks for nothing: the address may be anybody's.
async function askedOf<C extends PageContext, S, R, F extends FieldSet>(
  list: ListPage<C, S, R, F>,
  context: C,
  subject: S,
) {
  const fields: FieldSet = list.filters ?? {};
  const options = await optionsFor(
    context.tx,
    listsOf(fields),
    await list.options?.(context, subject),
  );
  const form = askedInAddress(context.c, list.usual?.(context));
  const filters = Object.entries(fields).flatMap(([name, field]) => {
    const read = readFields({ [name]: field }, form, { today: context.today, options });
    const value = read.ok ? read.value[name] : null;
    return value === null || (Array.isArray(value) && value.length === 0) ? [] : [[name, value]];
  });
  const sorts = list.sorts ?? [];
  const sort = (sorts.find(({ value }) => value === form.text('sort')) ?? sorts[0])?.value ?? '';
  return {
    asked: { filters: Object.fromEntries(filters) as Partial<ValuesOf<F>>, sort },
    options,
    shown: form.values,
  };
}

const fileOf = (address: string, kind: 'csv' | 'xlsx') => address.replace(/(?=\?|$)/, `.${kind}`);
