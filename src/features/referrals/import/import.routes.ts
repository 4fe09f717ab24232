import { can } from '../../../domain/access/can.ts';
import { TABLE_LIMITS } from '../../../platform/files/table-limits.data.ts';
import { writeCsv } from '../../../platform/files/write-csv.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { pageAsked } from '../../../platform/http/page-asked.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import { acknowledgementHeader, acknowledgementRow } from './acknowledgement.ts';
import { keptMappings } from './import.queries.ts';
import { importState, putAside, queueImport } from './imports.queries.ts';
import { emptyOldLists, reportRows } from './kept-rows.queries.ts';
import { isVerdict, PreviewPage } from './preview.view.tsx';
import { ProgressPage } from './progress.view.tsx';
import { readFile } from './read-file.ts';
import { csvHeader, csvRow } from './report-csv.ts';
import { importJob } from './run-import-job.ts';
import { takeFile } from './take-file.ts';
import { UploadPage } from './upload.view.tsx';

const mostMegabytes = TABLE_LIMITS.bytes / 1024 / 1024;
const pageSize = 50;

/** One list: uploading, looking at what would be made, making it, and what became of it. */
export const importRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.referrals.upload,
    permission: 'referral.import',
    audit: 'none',
    handle: ({ shell, page }) => page(UploadPage({ shell, mostMegabytes, errors: [] })),
  }),
  pageRoute({
    method: 'post',
    path: urls.referrals.upload,
    permission: 'referral.import',
    audit: 'change',
    handle: async ({ tx, actor, server, shell, page, form, redirect, now }) => {
      const wrong = (message: string) =>
        page(UploadPage({ shell, mostMegabytes, errors: [{ field: 'file', message }] }), 422);
      const file = (await form()).file('file');
      if (!file) return wrong('Choose the file with the list');
      const bytes = new Uint8Array(await file.arrayBuffer());
      await emptyOldLists(tx, actor.serviceId, now);
      const kept = await keptMappings(tx, actor.serviceId);
      const list = await readFile(bytes, file.name, kept);
      if (list.kind === 'unreadable') return wrong(list.reason);
      const taken = await takeFile(tx, actor, { name: file.name, bytes, list, kept }, server.jobs);
      if (taken.next === 'columns') return redirect(urls.referrals.mapping(taken.id));
      if (taken.next === 'judging') return redirect(urls.referrals.progress(taken.id));
      return redirect(
        urls.referrals.preview(taken.id),
        'This is the very same file as before. Nothing has changed.',
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.referrals.preview(':importId'),
    permission: 'referral.inbox',
    audit: 'view',
    handle: async (context) => {
      const { tx, actor, shell, query, page, redirect, notFound } = context;
      const state = await stateOf(context);
      if (!state) return notFound();
      const mayImport = can(actor, 'referral.import');
      if (!state.counts)
        return state.status === 'previewed'
          ? redirect(urls.referrals.mapping(state.id))
          : page(ProgressPage({ shell, state, mayImport }));
      const verdict = isVerdict(query('show')) ? query('show') : null;
      const pageNumber = pageAsked(query('page'));
      const rows = await reportRows(tx, actor.serviceId, state.id, {
        verdict,
        heldFirst: state.status !== 'done',
        limit: pageSize,
        offset: (pageNumber - 1) * pageSize,
      });
      return page(PreviewPage({ shell, state, rows, verdict, pageNumber, pageSize, mayImport }));
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.referrals.preview(':importId'),
    permission: 'referral.import',
    audit: 'change',
    handle: async ({ tx, actor, param, form, redirect, notFound }) => {
      const id = param('importId');
      if (!isId(id) || (await form()).text('do') !== 'put-aside') return notFound();
      if (!(await putAside(tx, actor.serviceId, id))) return redirect(urls.referrals.progress(id));
      return redirect(
        urls.referrals.imports,
        'The list is put aside and emptied. Nothing was made.',
      );
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.referrals.start(':importId'),
    permission: 'referral.import',
    audit: 'change',
    handle: async ({ tx, actor, server, param, redirect, notFound }) => {
      const id = param('importId');
      if (!isId(id)) return notFound();
      const { serviceId, staffId } = actor;
      if (await queueImport(tx, serviceId, id))
        await server.jobs.enqueue(tx, importJob, { importId: id, serviceId, staffId });
      return redirect(urls.referrals.progress(id));
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.referrals.progress(':importId'),
    permission: 'referral.inbox',
    audit: 'none',
    handle: async (context) => {
      const { actor, shell, page, notFound } = context;
      const state = await stateOf(context);
      if (!state) return notFound();
      return page(ProgressPage({ shell, state, mayImport: can(actor, 'referral.import') }));
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.referrals.report(':importId'),
    permission: 'referral.inbox',
    audit: 'export',
    handle: async (context) => {
      const state = await stateOf(context);
      if (!state?.counts) return context.notFound();
      const isDone = state.status === 'done';
      const rows = await reportRows(context.tx, context.actor.serviceId, state.id);
      return csv(context, {
        name: isDone ? 'report' : 'preview',
        text: writeCsv(csvHeader, rows.map(csvRow)),
      });
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.referrals.acknowledgement(':importId'),
    permission: 'referral.inbox',
    audit: 'export',
    handle: async (context) => {
      const state = await stateOf(context);
      if (state?.status !== 'done') return context.notFound();
      const rows = await reportRows(context.tx, context.actor.serviceId, state.id);
      return csv(context, {
        name: 'acknowledgement',
        text: writeCsv(acknowledgementHeader, rows.map(acknowledgementRow)),
      });
    },
  }),
];

async function stateOf({ tx, actor, param }: PageContext) {
  const id = param('importId');
  return isId(id) ? importState(tx, actor.serviceId, id) : null;
}

const csv = (
  { c }: PageContext,
  { name, text }: { readonly name: string; readonly text: string },
) =>
  c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="referrals-${name}.csv"`,
  });
