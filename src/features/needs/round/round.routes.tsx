import { type Day, isDay } from '../../../domain/calendar/day.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import { bornBetween, mondayOf } from '../../../domain/needs/entitlement.ts';
import { logPage } from '../../../platform/audit/access-log.ts';
import { saveDraft } from '../../../platform/db/drafts.ts';
import type { PageContext, PostedForm } from '../../../platform/http/context.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { source as sourceField } from '../../../record/episode.tsx';
import type { Typed } from '../../../ui/layout/fields.tsx';
import { urls } from '../../../urls.ts';
import { keepWeeks, type WeekRules, weekRules } from '../weeks.queries.ts';
import { nameOf, readRow, sameBox, versionBox } from './read-round.ts';
import { type RoundChild, roundOf } from './round.queries.ts';
import { RoundPage } from './round.view.tsx';

const size = 50;
const usualSource = 'school';

type Round = {
  readonly week: Day;
  readonly page: number;
  readonly rules: WeekRules;
  readonly children: readonly RoundChild[];
  readonly hasNext: boolean;
};

/** The round that an address names; undefined when it names no Monday, one to come, or no page. */
async function roundAsked(context: PageContext): Promise<Round | undefined> {
  const { tx, today, param } = context;
  const [week, page] = [param('week') || mondayOf(today), Number(param('page') || '1')];
  if (!isDay(week) || mondayOf(week) !== week || week > today) return undefined;
  if (!Number.isInteger(page) || page < 1 || page > 10_000) return undefined;
  const rules = await weekRules(tx);
  return { week, page, rules, ...(await childrenOf(context, { week, page, rules })) };
}

async function childrenOf(
  { tx }: PageContext,
  { week, page, rules }: Pick<Round, 'week' | 'page' | 'rules'>,
) {
  const born = bornBetween(rules.entitlements, week);
  const found = await roundOf(tx, { week, born, limit: size + 1, offset: (page - 1) * size });
  return { children: found.slice(0, size), hasNext: found.length > size };
}

async function show(context: PageContext): Promise<Response> {
  const round = await roundAsked(context);
  if (!round) return context.notFound();
  return context.page(
    RoundPage({
      ...round,
      shell: context.shell,
      today: context.today,
      typed: {},
      faults: [],
      overtaken: [],
      source: usualSource,
    }),
  );
}

type Read = {
  readonly untouched: readonly RoundChild[];
  readonly faults: readonly FormFault[];
  readonly kept: ReadonlySet<string>;
  /** Whose week somebody else saved first. */
  readonly overtaken: readonly string[];
};

/** Keeps every row that can be kept; the others wait with what was typed. */
async function keepRows(
  context: PageContext,
  round: Round,
  form: PostedForm,
  source: string,
): Promise<Read> {
  const { tx, actor, today } = context;
  const { week, rules } = round;
  const read = round.children.map((child) => ({
    child,
    row: readRow(form, child, { rules, week, today, source }),
  }));
  const toKeep = read.flatMap(({ row }) => (row.kind === 'typed' ? [row.kept] : []));
  const kept =
    toKeep.length > 0 ? await keepWeeks(tx, actor, { week, today }, toKeep) : new Set<string>();
  return {
    kept,
    untouched: read.flatMap(({ child, row }) => (row.kind === 'untouched' ? [child] : [])),
    faults: read.flatMap(({ row }) => (row.kind === 'refused' ? row.faults : [])),
    overtaken: toKeep.flatMap(({ child_id }) => (kept.has(child_id) ? [] : [child_id])),
  };
}

async function save(context: PageContext): Promise<Response> {
  const { tx, actor, now, shell, today } = context;
  const round = await roundAsked(context);
  if (!round) return context.notFound();
  const form = await context.form();
  const source = sourceField.read(form, 'source', { today, options: round.rules.options });
  if (!('value' in source)) {
    const faults = [{ field: 'source', message: 'fault' in source ? source.fault : '' }];
    return context.page(
      RoundPage({ ...round, shell, today, typed: form.values, faults, overtaken: [], source: '' }),
      422,
    );
  }
  const { faults, kept, overtaken } = await keepRows(context, round, form, source.value);
  await logPage(tx, actor, urls.needs.roundOf(':week', ':page'), { kind: null, named: [...kept] });
  const stays = faults.length + overtaken.length > 0;
  if (!stays) {
    const to = urls.needs.roundOf(round.week, round.hasNext ? round.page + 1 : round.page);
    return context.redirect(to, keptWords(kept.size));
  }
  // What is kept stays kept; what waits is drawn with what was typed, over the rows as they are now.
  const latest = { ...round, ...(await childrenOf(context, round)) };
  const typed = withoutKept(form.values, kept);
  const isPartly = kept.size > 0;
  if (isPartly) await saveDraft(tx, actor, form.carried.draft, typed, now);
  const told = [
    ...faults,
    ...latest.children
      .filter(({ id }) => overtaken.includes(id))
      .map((child) => ({
        field: `overtaken-${child.id}`,
        message: `${nameOf(child)}: somebody else saved this week while you were typing. Theirs stands beside yours; save again to put yours in its place`,
      })),
  ];
  const message = isPartly ? `${keptWords(kept.size)}. What is named below is not saved yet` : null;
  return context.page(
    RoundPage({
      ...latest,
      shell: { ...shell, message },
      today,
      typed,
      faults: told,
      overtaken,
      source: source.value,
    }),
    isPartly ? 200 : faults.length > 0 ? 422 : 409,
  );
}

const keptWords = (count: number) =>
  count === 0 ? 'Nothing was typed' : `Saved: ${count} ${count === 1 ? 'child' : 'children'}`;

// The boxes of children whose week is kept are drawn from the record again.
function withoutKept(values: Typed, kept: ReadonlySet<string>): Typed {
  const isKept = (name: string) =>
    [...kept].some((id) => name.endsWith(id) || name === versionBox(id));
  const left = Object.entries(values).filter(([name]) => !isKept(name));
  const same = [values[sameBox] ?? []].flat().filter((id) => !kept.has(id));
  return { ...Object.fromEntries(left), [sameBox]: same };
}

const paths = [urls.needs.round, urls.needs.roundOf(':week', ':page')];

/** The weekly round: every child of age whom this person works with, one row each, and one button for all that is typed. */
export const roundRoutes: readonly Route[] = [
  ...paths.map((path) =>
    pageRoute({
      method: 'get',
      path,
      tab:
        path === urls.needs.round
          ? { section: 'children', text: 'Education round', place: 2 }
          : { under: urls.needs.round },
      permission: 'education.round',
      audit: 'view',
      handle: show,
    }),
  ),
  pageRoute({
    method: 'post',
    path: urls.needs.roundOf(':week', ':page'),
    permission: 'education.round',
    audit: 'change',
    handle: save,
  }),
];
