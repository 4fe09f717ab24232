import { risksOf } from '../../../domain/assessments/completeness.ts';
import type { Content } from '../../../domain/assessments/content.ts';
import { newId } from '../../../platform/db/new-id.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import type { Route } from '../../../platform/http/route.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import type { FieldSet, RowOf, ValuesOf } from '../../../record/field.ts';
import { listsOf, readFields, shownOf, tagsOf } from '../../../record/fields.ts';
import { FormBox } from '../../../record/form-box.tsx';
import { readKeptSafe, WhoIsKeptSafe } from '../../../record/kept-safe.tsx';
import { optionsFor } from '../../../record/options.ts';
import { laidOut } from '../../../record/rows-page.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import { urls } from '../../../urls.ts';
import type { OpenAssessment } from '../assessment.queries.ts';
import {
  contingencyFields,
  safetyLineFields,
  withContingencyRow,
  withSafetyRow,
} from './safety-form.ts';
import { saveContent } from './save-content.ts';
import { afterSave, type Refused, refusedOf, versionRead, writingRoutes } from './writing.ts';

type SafetyRowPage<F extends FieldSet> = {
  readonly path: string;
  readonly title: string;
  readonly saved: string;
  readonly fields: F;
  /** The row as its boxes hold it; what a new one begins with. */
  row(open: OpenAssessment, id: string): RowOf<F> | undefined;
  begins(open: OpenAssessment, context: ChildContext): RowOf<F>;
  /** Puts the row in its place, or takes it out. */
  change(id: string, value: ValuesOf<F> | null): (content: Content) => Content;
};

/** The page of one row of an assessment: written, changed or removed, and joined with what others write meanwhile. */
const rowRoutes = <F extends FieldSet>(of: SafetyRowPage<F>): readonly Route[] =>
  writingRoutes(
    of.path,
    (context, open) => draw(of, context, open),
    (context, open) => save(of, context, open),
  );

async function draw<F extends FieldSet>(
  of: SafetyRowPage<F>,
  context: ChildContext,
  open: OpenAssessment,
  refused?: Refused,
): Promise<Response> {
  const id = context.param('rowId');
  const isNew = id === 'new';
  const row = isNew ? of.begins(open, context) : of.row(open, id);
  if (!row) return context.notFound();
  const options = await optionsFor(context.tx, listsOf(of.fields));
  const faults = refused?.errors ?? [];
  const shown = refused?.typed ?? shownOf(of.fields, row);
  const form = {
    action: context.shell.path,
    version: refused?.version ?? open.version,
    faults,
    conflict: null,
    mayWrite: true,
    options,
  };
  const keptSafe = await readKeptSafe(context.tx, context.child.id);
  const view = (
    <ChildFrame
      context={context}
      title={of.title}
      faults={faults}
      back={{
        href: urls.assessments.safety(context.child.id, open.id),
        text: 'Safety, and if things change',
      }}
    >
      <WhoIsKeptSafe people={keptSafe} />
      <FormBox
        form={form}
        buttons={
          <div class="fh-actions">
            <Button text="Save" name="do" value="save" preventDoubleClick={true} />
            {isNew ? null : (
              <Button text="Remove" name="do" value="remove" classes="govuk-button--warning" />
            )}
          </div>
        }
      >
        {laidOut({}, tagsOf(of.fields, { faults, options, shown }))}
      </FormBox>
    </ChildFrame>
  );
  return context.page(view, refused ? 422 : 200);
}

async function save<F extends FieldSet>(
  of: SafetyRowPage<F>,
  context: ChildContext,
  open: OpenAssessment,
): Promise<Response> {
  const { tx, actor, child, today, param } = context;
  const posted = await context.form();
  const id = param('rowId') === 'new' ? newId() : param('rowId');
  const isRemoved = posted.text('do') === 'remove';
  const options = await optionsFor(tx, listsOf(of.fields));
  const read = readFields(of.fields, posted, { today, options });
  if (!isRemoved && !read.ok) return draw(of, context, open, refusedOf(open, posted, read.faults));
  const result = await saveContent(tx, actor, open, {
    version: versionRead(open, posted),
    change: of.change(id, !isRemoved && read.ok ? read.value : null),
    event: 'save',
  });
  return afterSave(context, open, result, {
    next: urls.assessments.safety(child.id, open.id),
    saved: isRemoved ? 'Removed; earlier versions still have it' : of.saved,
  });
}

const inWords = <K extends string>(row: Readonly<Record<K, string | null>>) =>
  Object.fromEntries(
    Object.entries<string | null>(row).map(([name, words]) => [name, words ?? '']),
  ) as Record<K, string>;

/** What is done about one risk, and what is done if things change. */
export const safetyRowRoutes: readonly Route[] = [
  ...rowRoutes({
    path: urls.assessments.safetyLine(':childId', ':assessmentId', ':rowId'),
    title: 'A safety line',
    saved: 'Saved: safety line',
    fields: safetyLineFields,
    row: ({ content }, id) => {
      const row = content.safetyRows.find((each) => each.id === id);
      return row && { ...row, 'review-on': row.reviewOn };
    },
    begins: ({ template, content }, { query }) => ({
      risk: query('risk')
        ? (risksOf(template, content.answers)[Number(query('risk'))] ?? null)
        : null,
    }),
    change: (id, value) => {
      if (!value) return withSafetyRow(id, null);
      const { 'review-on': reviewOn, ...words } = value;
      return withSafetyRow(id, { id, ...inWords(words), reviewOn });
    },
  }),
  ...rowRoutes({
    path: urls.assessments.contingency(':childId', ':assessmentId', ':rowId'),
    title: 'If things change',
    saved: 'Saved: what is done if things change',
    fields: contingencyFields,
    row: ({ content }, id) => content.contingencyRows.find((each) => each.id === id),
    begins: (_open, { query }) => ({ about: query('about') || null }),
    change: (id, value) => {
      if (!value) return withContingencyRow(id, null);
      const { about, ...words } = value;
      return withContingencyRow(id, { id, about, ...inWords(words) });
    },
  }),
];
