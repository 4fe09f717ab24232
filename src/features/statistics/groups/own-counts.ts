import { z } from 'zod';
import { readCount } from '../../../domain/figures/read-count.ts';
import type { FormFault } from '../../../domain/form-fault.ts';
import { ALL, type GroupBy } from '../../../domain/statistics/group-names.ts';
import { groupRates, type RateRow } from '../../../domain/statistics/group-rates.ts';
import type { GroupShown } from '../../../domain/statistics/group-shares.ts';
import { publishGroups, type Shown } from '../../../domain/statistics/publish-groups.ts';
import type { Form } from '../../../platform/http/context.ts';
import { parseForm } from '../../../platform/http/parse-form.ts';
import type { RatesOf } from './disproportionality-page.ts';

/** The groups that counts can be typed for. */
export const ownGroups = {
  ethnicity: ['White', 'Asian', 'Black', 'Mixed', 'Other'],
  sex: ['Girls', 'Boys'],
} as const satisfies Record<GroupBy, readonly string[]>;

/** Among whom the events are counted: it names the comparator and sets the unit of the rate. */
export const ownBases = {
  residents: { title: 'Residents aged 10 to 17', per: 1000 },
  before: { title: 'Children at the stage before, such as all children sentenced', per: 100 },
} as const;

export type OwnResult = {
  readonly reference: string;
  readonly per: 1000 | 100;
  readonly comparator: string;
  /** From the counts as typed, for the person who typed them. */
  readonly exact: readonly RateRow[];
  /** What may go further: small numbers hidden. Null with the reason where nothing may. */
  readonly toPublish: RatesOf | null;
  readonly problems: readonly string[];
};

const count = (what: string) =>
  z
    .string()
    .default('')
    .transform((typed, context): number | null => {
      const text = typed.replace(/[\s,]/g, '');
      if (text === '') return null;
      const found = readCount(text, 999_999_999n);
      if (typeof found === 'bigint') return Number(found);
      context.addIssue({ code: 'custom', message: `${what}: “${typed}” ${found}` });
      return z.NEVER;
    });

/** Works out rates from typed counts, or says what is wrong with them and where. Nothing is kept. */
export function workOut(
  form: Form,
  by: GroupBy,
): { readonly result: OwnResult } | { readonly errors: readonly FormFault[] } {
  const groups: readonly string[] = ownGroups[by];
  const fields = groups.flatMap((group) => [
    [`events-${group}`, count(`Events, ${group}`)] as const,
    [`among-${group}`, count(`Children, ${group}`)] as const,
  ]);
  const given = parseForm(z.object(Object.fromEntries(fields)), form);
  if (!given.ok) return { errors: given.errors };
  const of = (name: string) => given.value[name] ?? null;
  const reference = groups.find((group) => group === form.text('reference')) ?? groups[0] ?? '';
  const base = ownBases[form.text('base') === 'before' ? 'before' : 'residents'];
  const errors = groups.flatMap((group) =>
    pairProblems(group, of(`events-${group}`), of(`among-${group}`)),
  );
  const rows = groups.flatMap((group) => {
    const [events, among] = [of(`events-${group}`), of(`among-${group}`)];
    return events === null || among === null ? [] : [{ group, events, among }];
  });
  if (errors.length === 0 && rows.length < 2)
    errors.push({
      field: `events-${groups.find((group) => !rows.some((row) => row.group === group))}`,
      message: 'Enter both counts of at least two groups',
    });
  if (errors.length === 0 && !rows.some(({ group }) => group === reference))
    errors.push({
      field: `events-${reference}`,
      message: `Enter both counts of ${reference}, or choose another reference group`,
    });
  if (errors.length > 0) return { errors };
  return { result: { ...ratesOfOwn(rows, by, reference, base), reference, per: base.per } };
}

type Row = { readonly group: string; readonly events: number; readonly among: number };

function ratesOfOwn(
  rows: readonly Row[],
  by: GroupBy,
  reference: string,
  { title, per }: { readonly title: string; readonly per: number },
) {
  const how = { reference, per: BigInt(per), comparator: title };
  const none: Shown = { value: null, mark: null };
  const isWhole = rows.length === ownGroups[by].length;
  const typed = (value: number): Shown => ({ value, mark: null });
  const exact = groupRates(
    rows.map(
      ({ group, events, among }): GroupShown => ({
        group,
        events: typed(events),
        among: typed(among),
      }),
    ),
    { ...how, whole: { isWhole, notKnown: none, all: none } },
  );
  const found = publishGroups(
    rows.map((row) => ({ ...row, by, period: '' })),
    true,
  );
  if (found.kind === 'refused')
    return { exact, comparator: title, toPublish: null, problems: found.problems };
  const shown = (what: 'events' | 'among', group: string) => found.shown(what, by, group, '');
  const all = found.shown('events', 'all', ALL, '');
  const toPublish: RatesOf = {
    period: '',
    rows: groupRates(
      rows.map(({ group }) => ({
        group,
        events: shown('events', group),
        among: shown('among', group),
      })),
      { ...how, whole: { isWhole, notKnown: none, all } },
    ),
    notKnown: none,
    all,
  };
  return { exact, comparator: title, toPublish, problems: [] };
}

function pairProblems(group: string, events: number | null, among: number | null): FormFault[] {
  if (events === null) return [];
  if (among === null)
    return [{ field: `among-${group}`, message: `Enter among how many children, ${group}` }];
  if (events > among)
    return [
      {
        field: `events-${group}`,
        message: `Events, ${group}, cannot be more than the ${among.toLocaleString('en-GB')} children among whom they are counted`,
      },
    ];
  return [];
}
