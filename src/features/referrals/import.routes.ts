import { can } from '../../domain/access/can.ts';
import { TABLE_LIMITS } from '../../platform/files/table-limits.data.ts';
import { writeCsv } from '../../platform/files/write-csv.ts';
import { isId } from '../../platform/http/is-id.ts';
import { pageRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { acknowledgementHeader, acknowledgementRow } from './acknowledgement.ts';
import { keptMappings } from './import.queries.ts';
import { importState, importStates, reportRows } from './imports.queries.ts';
import { ImportsPage } from './imports.view.tsx';
import { isVerdict, PreviewPage } from './preview.view.tsx';
import { ProgressPage } from './progress.view.tsx';
import { readFile } from './read-file.ts';
import { csvHeader, csvRow } from './report-csv.ts';
import { importJob } from './run-import-job.ts';
import { takeFile } from './take-file.ts';
import { UploadPage } from './upload.view.tsx';

const mostMegabytes = TABLE_LIMITS.bytes / 1024 / 1024;
const pageSize = 50;
const pageOf = (text: string) => Math.max(1, Math.trunc(Number(text) || 1));

/** Lists: uploading, looking at what would be made, making it, and what became of it. */
export const importRoutes: readonly Route[] = [
  pageRoute({
    method: 'get',
    path: urls.referrals.imports,
    permission: 'referral.inbox',
    audit: 'view',
    handle: async ({ tx, actor, shell, page, query }) => {
      const pageNumber = pageOf(query('page'));
      const found = await importStates(tx, actor.serviceId, {
        limit: 26,
        offset: (pageNumber - 1) * 25,
      });
      const mayImport = can(actor, 'referral.import');
      return page(
        ImportsPage({
          shell,
          imports: found.slice(0, 25),
          pageNumber,
          hasMore: found.length > 25,
          mayImport,
        }),
      );
    },
  }),
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
    handle: async ({ tx, actor, shell, page, form, redirect, now, today }) => {
      const wrong = (message: string) =>
        page(UploadPage({ shell, mostMegabytes, errors: [{ field: 'file', message }] }), 422);
      const file = (await form()).file('file');
      if (!file) return wrong('Choose the file with the list');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const kept = await keptMappings(tx, actor.serviceId);
      const list = await readFile(bytes, file.name, kept);
      if (list.kind === 'unreadable') return wrong(list.reason);
      const taken = await takeFile(tx, actor, { name: file.name, bytes, list, kept }, now, today);
      if (taken.next === 'columns') return redirect(urls.referrals.mapping(taken.id));
      return redirect(
        urls.referrals.preview(taken.id),
        taken.next === 'known'
          ? 'This is the very same file as before. Nothing has changed.'
          : undefined,
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.referrals.preview(':importId'),
    permission: 'referral.inbox',
    audit: 'view',
    handle: async ({ tx, actor, shell, param, query, page, redirect, notFound }) => {
      const id = param('importId');
      const state = isId(id) ? await importState(tx, actor.serviceId, id) : null;
      if (!state) return notFound();
      if (!state.counts) {
        return state.status === 'previewed'
          ? redirect(urls.referrals.mapping(id))
          : page(ProgressPage({ shell, state, mayImport: can(actor, 'referral.import') }));
      }
      const verdict = isVerdict(query('show')) ? query('show') : null;
      const pageNumber = pageOf(query('page'));
      const rows = await reportRows(tx, actor.serviceId, id, {
        verdict,
        limit: pageSize,
        offset: (pageNumber - 1) * pageSize,
      });
      const mayImport = can(actor, 'referral.import');
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
      const result = await tx
        .updateTable('referral_import')
        .set({
          status: 'failed',
          content: null,
          report: null,
          error: 'Put aside before it was imported. Nothing was made',
        })
        .where('service_id', '=', actor.serviceId)
        .where('id', '=', id)
        .where('status', 'in', ['previewed', 'failed'])
        .executeTakeFirst();
      if (result.numUpdatedRows === 0n) return redirect(urls.referrals.progress(id));
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
      // Only the first of two presses moves it on.
      const result = await tx
        .updateTable('referral_import')
        .set({ status: 'queued', done: 0, error: null })
        .where('service_id', '=', actor.serviceId)
        .where('id', '=', id)
        .where('status', 'in', ['previewed', 'failed'])
        .where('content', 'is not', null)
        .where('report', 'is not', null)
        .executeTakeFirst();
      if (result.numUpdatedRows === 1n)
        await server.jobs.enqueue(tx, importJob, {
          importId: id,
          serviceId: actor.serviceId,
          staffId: actor.staffId,
        });
      return redirect(urls.referrals.progress(id));
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.referrals.progress(':importId'),
    permission: 'referral.inbox',
    audit: 'none',
    handle: async ({ tx, actor, shell, param, page, notFound }) => {
      const id = param('importId');
      const state = isId(id) ? await importState(tx, actor.serviceId, id) : null;
      if (!state) return notFound();
      return page(ProgressPage({ shell, state, mayImport: can(actor, 'referral.import') }));
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.referrals.report(':importId'),
    permission: 'referral.inbox',
    audit: 'export',
    handle: async ({ c, tx, actor, param, notFound }) => {
      const id = param('importId');
      const state = isId(id) ? await importState(tx, actor.serviceId, id) : null;
      if (!state?.counts) return notFound();
      const rows = await reportRows(tx, actor.serviceId, id, {
        verdict: null,
        limit: null,
        offset: 0,
      });
      const isDone = state.status === 'done';
      return c.body(
        writeCsv(
          csvHeader,
          rows.map((row) => csvRow(row, isDone)),
        ),
        200,
        {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="referrals-${isDone ? 'report' : 'preview'}.csv"`,
        },
      );
    },
  }),
  pageRoute({
    method: 'get',
    path: urls.referrals.acknowledgement(':importId'),
    permission: 'referral.inbox',
    audit: 'export',
    handle: async ({ c, tx, actor, param, notFound }) => {
      const id = param('importId');
      const state = isId(id) ? await importState(tx, actor.serviceId, id) : null;
      if (state?.status !== 'done') return notFound();
      const rows = await reportRows(tx, actor.serviceId, id, {
        verdict: null,
        limit: null,
        offset: 0,
      });
      return c.body(writeCsv(acknowledgementHeader, rows.map(acknowledgementRow)), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="referrals-acknowledgement.csv"',
      });
    },
  }),
];
