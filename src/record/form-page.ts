import { type Actor, can } from '../domain/access/can.ts';
import type { Permission } from '../domain/access/permissions.data.ts';
import type { FormFault } from '../domain/form-fault.ts';
import type { Tab } from '../domain/navigation/menu.ts';
import { logLook } from '../platform/audit/access-log.ts';
import { lastSaved } from '../platform/db/last-saved.ts';
import type { ChildContext, Form, PageContext } from '../platform/http/context.ts';
import { movedOn } from '../platform/http/moved-on.ts';
import { versionOf } from '../platform/http/parse-form.ts';
import { type Audit, childRoute, pageRoute, type Route } from '../platform/http/route.ts';
import type { Html } from '../ui/html.ts';
import type { Conflict, TwoVersions } from '../ui/layout/conflict.tsx';
import type { Typed } from '../ui/layout/fields.tsx';
import type { FieldSet, Options, RowOf, ValuesOf } from './field.ts';
import { listsOf, readFields, shownOf, tagsOf, wordsOf } from './fields.ts';
import type { FormView } from './form-box.tsx';
import { optionsFor } from './options.ts';

/** What became of a save: done, with the id of what is new; overtaken by somebody else's, with that of the row; or refused with what to mend. */
export type Outcome =
  | { readonly kind: 'saved' | 'moved-on'; readonly id?: string }
  | readonly FormFault[];

/** The row that a form changes: which it is, its version, and the values it has of the form's fields. */
export type Stored<F extends FieldSet> = RowOf<F> & {
  readonly id: string;
  readonly version: number;
};

export type FormPage<C extends PageContext, S, F extends FieldSet> = {
  /** One address, or that of a new row and that of a row that is there. */
  readonly path: string | readonly string[];
  readonly tab?: Tab | undefined;
  /** Who may open the page; who may save, when that is not the same. */
  readonly reads: Permission;
  readonly writes?: Permission;
  readonly audit?: Exclude<Audit, 'none'>;
  /** The child whom a page of the service is about: the look stands in the log as one at their record. */
  childOf?(subject: S): string;
  /** Its fields, or those of what the form is about, where each kind has its own. */
  readonly fields: F | ((subject: S) => F);
  /** The fields that are asked of what the form is about, if not all; the others are read as undefined. */
  asks?(subject: S): readonly (keyof F & string)[];
  /** What the form is about; undefined when it is not there, or not for this person: the page is then not found. */
  subject(context: C): Promise<S | undefined>;
  /** The row that is changed; left out, or null, the form makes a new one. */
  stored?(subject: S): Stored<F> | null;
  /** What a new form begins with. */
  begins?(subject: S, context: C): RowOf<F>;
  mayWrite?(context: C, subject: S): boolean;
  /** Code lists that the view reads beside those of the fields. */
  readonly lists?: readonly string[];
  /** Why nobody changes this any more, and how to go on: the page says it in place of its form, and what is sent anyway is refused with it. */
  closed?(subject: S): string | null;
  /** Why this person may not save here, whatever they write. */
  refuses?(subject: S, context: C): readonly FormFault[];
  /** What may be chosen that no code list holds. */
  options?(context: C, subject: S): Promise<Options> | Options;
  /** Rules across fields. */
  rules?(value: ValuesOf<F>, subject: S, context: C): readonly FormFault[];
  /** What the page is drawn from when its form asks only to look first; nothing is saved then. */
  looks?(context: C, subject: S, value: ValuesOf<F>): Promise<S | undefined>;
  save(context: C, subject: S, value: ValuesOf<F>): Promise<Outcome>;
  view(page: PageOf<C, S, F>): Html;
  done(
    subject: S,
    value: ValuesOf<F>,
    context: C,
    /** The id of what is new, if the save gave one. */
    id: string,
  ): { readonly to: string; readonly message: string };
};

/** What a form page's view is drawn from. */
export type PageOf<C extends PageContext, S, F extends FieldSet> = {
  readonly shell: C['shell'];
  readonly today: C['today'];
  readonly actor: Actor;
  readonly subject: S;
  readonly form: FormView<F>;
  readonly context: C;
};

/** A form about a child: shown, refused with what was typed, laid beside what somebody else saved, or saved. */
export const childForm = <S, F extends FieldSet>(
  page: FormPage<ChildContext, S, F>,
): readonly Route[] => routesOf(page, childRoute, 'view');

/** A form about something of the service. */
export const serviceForm = <S, F extends FieldSet>(
  page: FormPage<PageContext, S, F>,
): readonly Route[] => routesOf(page, pageRoute, 'none');

type Made<C, A> = {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly tab?: Tab | undefined;
  readonly permission: Permission;
  readonly audit: A | Exclude<Audit, 'none'>;
  readonly handle: (context: C) => Promise<Response>;
};

const routesOf = <C extends PageContext, S, F extends FieldSet, A extends Audit>(
  page: FormPage<C, S, F>,
  route: (made: Made<C, A>) => Route,
  usual: A,
): readonly Route[] =>
  [page.path].flat().flatMap((path) => [
    route({
      method: 'get',
      path,
      tab: page.tab,
      permission: page.reads,
      audit: page.audit ?? usual,
      handle: (context) => show(page, context),
    }),
    route({
      method: 'post',
      path,
      permission: page.writes ?? page.reads,
      audit: page.childOf ? usual : 'change',
      handle: (context) => save(page, context),
    }),
  ]);

async function show<C extends PageContext, S, F extends FieldSet>(
  page: FormPage<C, S, F>,
  context: C,
): Promise<Response> {
  const subject = await page.subject(context);
  if (subject === undefined) return context.notFound();
  await logAtChild(page, context, subject, 'view');
  const options = await optionsOf(page, context, subject);
  return draw(page, context, { subject, options, typed: null });
}

async function save<C extends PageContext, S, F extends FieldSet>(
  page: FormPage<C, S, F>,
  context: C,
): Promise<Response> {
  const subject = await page.subject(context);
  if (subject === undefined || !mayWrite(page, context, subject)) return context.notFound();
  const form = await context.form();
  const options = await optionsOf(page, context, subject);
  // The version that was read goes along with what was typed: whoever mends a fault still meets what was saved meanwhile.
  const version = versionOf(form.text('version'));
  const again = (faults: readonly FormFault[]) =>
    draw(page, context, { subject, options, typed: form.values, faults, version });
  const closed = page.closed?.(subject);
  if (closed) movedOn(closed, { href: context.shell.path, text: 'See how it stands now' });
  const refused = page.refuses?.(subject, context) ?? [];
  if (refused.length > 0) return again(refused);
  const read = readFields(askedOf(page, subject), form, { today: context.today, options });
  if (!read.ok) return again(read.faults);
  const meets = async (latest: S, overtaken = page.stored?.(latest)?.id) => {
    const conflict = {
      fields: bothOf(page, latest, read.value, options),
      saved: overtaken ? await lastSaved(context.tx, overtaken) : null,
    };
    return draw(page, context, { subject: latest, options, typed: form.values, conflict });
  };
  if (isOvertaken(page, subject, form)) return meets(subject);
  const faults = page.rules?.(read.value, subject, context) ?? [];
  if (faults.length > 0) return again(faults);
  const looked = await page.looks?.(context, subject, read.value);
  if (looked !== undefined)
    return draw(page, context, { subject: looked, options, typed: form.values, version });
  const outcome = await page.save(context, subject, read.value);
  if (!('kind' in outcome)) return again(outcome);
  await logAtChild(page, context, subject, 'change');
  if (outcome.kind === 'moved-on') {
    const latest = await page.subject(context);
    return latest === undefined ? context.notFound() : meets(latest, outcome.id);
  }
  const { to, message } = page.done(subject, read.value, context, outcome.id ?? '');
  return context.redirect(to, message);
}

async function logAtChild<C extends PageContext, S, F extends FieldSet>(
  { childOf, path }: FormPage<C, S, F>,
  { tx, actor }: C,
  subject: S,
  kind: 'view' | 'change',
) {
  const page = [path].flat()[0] ?? '';
  if (childOf) await logLook(tx, actor, { kind, page, childId: childOf(subject) });
}

type Drawn<S> = {
  readonly subject: S;
  readonly options: Options;
  /** What was typed; null when nothing was, and what is stored is shown. */
  readonly typed: Typed | null;
  readonly faults?: readonly FormFault[];
  readonly conflict?: Conflict;
  /** The version that the form was read at; left out, the one that stands now. */
  readonly version?: number;
};

function draw<C extends PageContext, S, F extends FieldSet>(
  page: FormPage<C, S, F>,
  context: C,
  { subject, options, typed, faults = [], conflict, version }: Drawn<S>,
): Response | Promise<Response> {
  const stored = page.stored?.(subject) ?? null;
  const begun = stored ?? page.begins?.(subject, context) ?? {};
  const fields = fieldsOf(page, subject);
  const beside = typed && shownOf(notAskedOf(page, subject), begun);
  const view = page.view({
    shell: context.shell,
    today: context.today,
    actor: context.actor,
    subject,
    context,
    form: {
      F: tagsOf(fields, {
        faults,
        options,
        shown: typed ? { ...beside, ...typed } : shownOf(fields, begun),
      }),
      action: context.shell.path,
      version: stored && (version ?? stored.version),
      faults,
      conflict: conflict ?? null,
      mayWrite: mayWrite(page, context, subject),
      closed: page.closed?.(subject) ?? null,
      options,
    },
  });
  return context.page(view, conflict ? 409 : faults.length > 0 ? 422 : 200);
}

const optionsOf = async <C extends PageContext, S, F extends FieldSet>(
  page: FormPage<C, S, F>,
  context: C,
  subject: S,
) =>
  optionsFor(
    context.tx,
    [...listsOf(fieldsOf(page, subject)), ...(page.lists ?? [])],
    await page.options?.(context, subject),
  );

const mayWrite = <C extends PageContext, S, F extends FieldSet>(
  page: FormPage<C, S, F>,
  context: C,
  subject: S,
) => can(context.actor, page.writes ?? page.reads) && (page.mayWrite?.(context, subject) ?? true);

const isOvertaken = <C extends PageContext, S, F extends FieldSet>(
  page: FormPage<C, S, F>,
  subject: S,
  form: Form,
) => {
  const stored = page.stored?.(subject);
  return (
    stored !== undefined && stored !== null && versionOf(form.text('version')) !== stored.version
  );
};

function fieldsOf<C extends PageContext, S, F extends FieldSet>(
  { fields }: FormPage<C, S, F>,
  subject: S,
): F {
  return typeof fields === 'function' ? fields(subject) : fields;
}

/** The fields that this subject's form has. */
function askedOf<C extends PageContext, S, F extends FieldSet>(
  page: FormPage<C, S, F>,
  subject: S,
): F {
  const fields = fieldsOf(page, subject);
  const asked = page.asks?.(subject);
  if (!asked) return fields;
  return Object.fromEntries(asked.map((name) => [name, fields[name]])) as unknown as F;
}

// A page may hold several forms: the fields of those that were not sent keep what is stored.
const notAskedOf = <C extends PageContext, S, F extends FieldSet>(
  page: FormPage<C, S, F>,
  subject: S,
) => {
  const asked = Object.keys(askedOf(page, subject));
  const beside = Object.entries(fieldsOf(page, subject)).filter(([name]) => !asked.includes(name));
  return Object.fromEntries(beside) as F;
};

/** Each field as it stands now beside what this person wrote. */
function bothOf<C extends PageContext, S, F extends FieldSet>(
  page: FormPage<C, S, F>,
  subject: S,
  value: ValuesOf<F>,
  options: Options,
): readonly TwoVersions[] {
  const fields = askedOf(page, subject);
  const theirs = wordsOf(fields, page.stored?.(subject) ?? {}, options);
  const yours = wordsOf(fields, value as RowOf<F>, options);
  return Object.entries(fields).map(([name, { label }]) => ({
    label,
    theirs: theirs[name] ?? '',
    yours: yours[name] ?? '',
  }));
}
