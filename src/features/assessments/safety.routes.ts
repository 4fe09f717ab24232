import { missingForSignature, risksOf } from '../../domain/assessments/completeness.ts';
import type { Content } from '../../domain/assessments/content.ts';
import { draftOf } from '../../domain/assessments/content.ts';
import { choicesOf } from '../../domain/reference/codes.ts';
import type { ContingencyFor } from '../../domain/safety/contingency.ts';
import { codeLists } from '../../platform/db/codes.ts';
import { newId } from '../../platform/db/new-id.ts';
import type { ChildContext, Form } from '../../platform/http/context.ts';
import { type FormError, parseForm, versionOf } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import type { OpenAssessment } from './assessment.queries.ts';
import { SafetyPage } from './safety.view.tsx';
import {
  contingencyForm,
  safetyLineForm,
  withContingencyRow,
  withSafetyRow,
} from './safety-form.ts';
import { ContingencyPage, SafetyLinePage } from './safety-row.view.tsx';
import { saveContent } from './save-content.ts';
import { afterSave, writing } from './writing.ts';

const { assessments } = urls;
const linePath = assessments.safetyLine(':childId', ':assessmentId', ':rowId');
const contingencyPath = assessments.contingency(':childId', ':assessmentId', ':rowId');
const write = { permission: 'assessment.write' } as const;

export const safetyRoutes: readonly Route[] = [
  childRoute({
    ...write,
    method: 'get',
    path: assessments.safety(':childId', ':assessmentId'),
    audit: 'view',
    handle: (context) =>
      writing(context, (open) => {
        const { child, shell, today, page } = context;
        const anchors = missingForSignature(draftOf(open.template, open.content));
        const absent = (['safety', 'harm', 'exploitation'] as const).filter((about) =>
          anchors.some(({ field }) => field === `contingency-${about}`),
        );
        const bare = risksOf(open.template, open.content.answers).flatMap((risk, index) =>
          isCovered(open.content, risk) ? [] : [{ risk, index }],
        );
        return page(SafetyPage({ shell, child, today, open, bare, absent }));
      }),
  }),
  childRoute({
    ...write,
    method: 'get',
    path: linePath,
    audit: 'view',
    handle: (context) => writing(context, (open) => drawLine(context, open)),
  }),
  childRoute({
    ...write,
    method: 'post',
    path: linePath,
    audit: 'change',
    handle: (context) => writing(context, (open) => saveLine(context, open)),
  }),
  childRoute({
    ...write,
    method: 'get',
    path: contingencyPath,
    audit: 'view',
    handle: (context) => writing(context, (open) => drawContingency(context, open)),
  }),
  childRoute({
    ...write,
    method: 'post',
    path: contingencyPath,
    audit: 'change',
    handle: (context) => writing(context, (open) => saveContingency(context, open)),
  }),
];

const folded = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');
const isCovered = (content: Content, risk: string) =>
  content.safetyRows.some((row) => folded(row.risk) === folded(risk));

type Refused = {
  readonly errors: readonly FormError[];
  readonly typed: Readonly<Record<string, string | string[]>>;
  readonly version: number;
};

const refusedOf = (open: OpenAssessment, form: Form, errors: readonly FormError[]): Refused => ({
  errors,
  typed: form.values,
  version: versionOf(form.text('version')) || open.version,
});

async function drawLine(
  { tx, child, shell, today, page, param, query, notFound }: ChildContext,
  open: OpenAssessment,
  refused?: Refused,
): Promise<Response> {
  const row = open.content.safetyRows.find(({ id }) => id === param('rowId'));
  const isNew = param('rowId') === 'new';
  if (!row && !isNew) return notFound();
  const named = query('risk')
    ? risksOf(open.template, open.content.answers)[Number(query('risk'))]
    : undefined;
  const { agency } = await codeLists(tx, ['agency']);
  const view = SafetyLinePage({
    shell,
    child,
    today,
    assessmentId: open.id,
    version: refused?.version ?? open.version,
    isNew,
    errors: refused?.errors ?? [],
    text: refused?.typed ?? (row ? { ...row, reviewOn: '' } : { risk: named ?? '' }),
    reviewOn: row?.reviewOn ?? null,
    agencies: choicesOf(agency),
  });
  return page(view, refused ? 422 : 200);
}

async function saveLine(context: ChildContext, open: OpenAssessment): Promise<Response> {
  const posted = await context.form();
  const given = context.param('rowId');
  const id = given === 'new' ? newId() : given;
  if (posted.text('do') === 'remove') {
    return keep(context, open, withSafetyRow(id, null), 'Removed; earlier versions still have it');
  }
  const parsed = parseForm(safetyLineForm, posted);
  if (!parsed.ok) {
    return drawLine(context, open, refusedOf(open, posted, parsed.errors));
  }
  const { 'review-on': reviewOn, ...row } = parsed.value;
  return keep(context, open, withSafetyRow(id, { id, ...row, reviewOn }), 'Saved: safety line');
}

async function drawContingency(
  { child, shell, today, page, param, query, notFound }: ChildContext,
  open: OpenAssessment,
  refused?: Refused,
): Promise<Response> {
  const row = open.content.contingencyRows.find(({ id }) => id === param('rowId'));
  const isNew = param('rowId') === 'new';
  if (!row && !isNew) return notFound();
  const view = ContingencyPage({
    shell,
    child,
    today,
    assessmentId: open.id,
    version: refused?.version ?? open.version,
    isNew,
    errors: refused?.errors ?? [],
    text: refused?.typed ?? row ?? { about: query('about') satisfies ContingencyFor | string },
  });
  return page(view, refused ? 422 : 200);
}

async function saveContingency(context: ChildContext, open: OpenAssessment): Promise<Response> {
  const posted = await context.form();
  const given = context.param('rowId');
  const id = given === 'new' ? newId() : given;
  if (posted.text('do') === 'remove') {
    const change = withContingencyRow(id, null);
    return keep(context, open, change, 'Removed; earlier versions still have it');
  }
  const parsed = parseForm(contingencyForm, posted);
  if (!parsed.ok) {
    return drawContingency(context, open, refusedOf(open, posted, parsed.errors));
  }
  return keep(
    context,
    open,
    withContingencyRow(id, { id, ...parsed.value }),
    'Saved: what is done if things change',
  );
}

async function keep(
  context: ChildContext,
  open: OpenAssessment,
  change: (content: Content) => Content,
  saved: string,
): Promise<Response> {
  const { tx, actor, child, form } = context;
  const version = versionOf((await form()).text('version')) || open.version;
  const result = await saveContent(tx, actor, open, { version, change, event: 'save' });
  const next = assessments.safety(child.id, open.id);
  return afterSave(context, open, result, { next, saved });
}
