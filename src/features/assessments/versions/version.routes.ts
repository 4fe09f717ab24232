import { namedParts } from '../../../domain/assessments/part-words.ts';
import { contentOfParts, partsOf } from '../../../domain/assessments/parts.ts';
import { differencesOf } from '../../../domain/assessments/since-signed.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { pageAsked } from '../../../platform/http/page-asked.ts';
import { versionOf } from '../../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../../platform/http/route.ts';
import { urls } from '../../../urls.ts';
import type { OpenAssessment } from '../assessment.queries.ts';
import { saveContent } from '../writing/save-content.ts';
import {
  afterSave,
  isOpen,
  mayWrite,
  theAssessment,
  versionRead,
  writing,
} from '../writing/writing.ts';
import { ComparePage } from './compare.view.tsx';
import { contentAt, twoVersions, versionsOf, versionsPerPage } from './version.queries.ts';
import { VersionsPage } from './versions.view.tsx';

const { assessments } = urls;
const comparePath = assessments.compare(':childId', ':assessmentId', ':from', ':to');

export const versionRoutes: readonly Route[] = [
  childRoute({
    method: 'get',
    path: assessments.versions(':childId', ':assessmentId'),
    permission: 'assessment.view',
    audit: 'view',
    handle: (context) => drawVersions(context),
  }),
  childRoute({
    method: 'get',
    path: comparePath,
    permission: 'assessment.view',
    audit: 'view',
    handle: async (context) => {
      const open = await theAssessment(context);
      return open ? compare(context, open) : context.notFound();
    },
  }),
  childRoute({
    method: 'post',
    path: comparePath,
    permission: 'assessment.write',
    audit: 'change',
    handle: (context) => writing(context, (open) => restore(context, open)),
  }),
];

async function drawVersions(context: ChildContext): Promise<Response> {
  const { tx, child, param, query, page, redirect, notFound } = context;
  const id = param('assessmentId');
  if (query('from') && query('to')) {
    return redirect(assessments.compare(child.id, id, query('from'), query('to')));
  }
  const open = await theAssessment(context);
  if (!open) return notFound();
  const number = pageAsked(query('page'));
  const rows = await versionsOf(tx, open.id, number);
  return page(
    VersionsPage({
      context,
      id: open.id,
      rows: rows.slice(0, versionsPerPage),
      pages: {
        number,
        hasNext: rows.length > versionsPerPage,
        href: (wanted) => assessments.versions(child.id, open.id, wanted),
      },
    }),
  );
}

async function compare(context: ChildContext, open: OpenAssessment): Promise<Response> {
  const { tx, param, page, notFound } = context;
  const numbers = [param('from'), param('to')].map(versionOf);
  const sides = await twoVersions(tx, open.id, numbers);
  const [from, to] = numbers.map((number) => sides.find(({ version }) => version === number));
  if (!from || !to) return notFound();
  return page(
    ComparePage({
      context,
      id: open.id,
      from,
      to,
      differences: differencesOf(open.template, from.content, to.content),
      version: mayWrite(context) && isOpen(open) ? open.version : null,
    }),
  );
}

/** Puts one older answer back; what it replaces stays in the versions. */
async function restore(context: ChildContext, open: OpenAssessment): Promise<Response> {
  const { tx, actor, child, form, param, notFound } = context;
  const posted = await form();
  const from = versionOf(param('from'));
  const older = await contentAt(tx, open.id, from);
  const key = posted.text('key');
  const words = older ? partsOf(older)[key] : undefined;
  if (!words) return notFound();
  const result = await saveContent(tx, actor, open, {
    version: versionRead(open, posted),
    change: (content) => contentOfParts({ ...partsOf(content), [key]: words }),
    event: 'restore',
    comment: `From version ${from}: ${namedParts(open.template, [key])[0]?.label ?? key}`,
  });
  return afterSave(context, open, result, {
    next: assessments.versions(child.id, open.id),
    saved: `The words of version ${from} are back in the draft`,
  });
}
