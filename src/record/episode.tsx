import type { FormFault } from '../domain/form-fault.ts';
import type { Tab } from '../domain/navigation/menu.ts';
import type { ChildContext } from '../platform/http/context.ts';
import type { Route } from '../platform/http/route.ts';
import type { Html } from '../ui/html.ts';
import { code, ticks } from './choice-fields.tsx';
import { day } from './day-field.tsx';
import type { EpisodeOf, EpisodeTable } from './episode-rows.ts';
import { addEpisode, episodesOf, unlessTaken } from './episode-rows.ts';
import type { FieldSet, Options, RowOf, TagsOf, ValuesOf } from './field.ts';
import { listsOf, wordsOf } from './fields.ts';
import type { Item } from './items.tsx';
import { rowPage } from './row-page.tsx';
import { changeRow } from './rows.ts';
import { backTo, rowsPage, type Writes } from './rows-page.tsx';

type SaidOf<F extends FieldSet> = { readonly [K in keyof F | 'source']: string };

export type EpisodeDefinition<F extends FieldSet> = {
  readonly table: EpisodeTable;
  /** Its own fields; since when, who told us and whether it was checked are every episode's. */
  readonly fields: F;
  /** Whether several stand at a time, or one that names the field and the words of a clash with another. */
  readonly beside: 'several' | { readonly clashes: keyof F & string; readonly says: string };
  readonly writes: Writes;
  readonly address: (childId: string) => string;
  readonly tab?: Tab | undefined;
  readonly end: (childId: string, rowId: string) => string;
  readonly words: {
    readonly title: string;
    readonly intro: string;
    readonly empty: string;
    readonly addTitle: string;
    readonly verified: string;
    /** The page that ends one. */
    readonly ended: string;
    /** The link that leads to it. */
    readonly endThis: (row: EpisodeOf<F>, said: SaidOf<F>) => string;
    readonly saved: string;
  };
  /** Its own fields in the page's own order; left out, as they are defined. */
  readonly layout?: (F: TagsOf<F>) => Html;
  /** One episode in words. */
  readonly item: (row: EpisodeOf<F>, said: SaidOf<F>) => Item;
  /** Rules across its own fields. */
  readonly rules?: (value: ValuesOf<F>) => readonly FormFault[];
  /** What else to know or do about what stands now. */
  readonly beneath?: (context: ChildContext) => Promise<Html | null>;
};

/** Something true of a child from a day to a day: its page with what is now and before, the form that adds one, and the page that ends one. */
export const episode = <F extends FieldSet>(of: EpisodeDefinition<F>): readonly Route[] => [
  ...addPage(of),
  ...endPage(of),
];

function addPage<F extends FieldSet>(of: EpisodeDefinition<F>): readonly Route[] {
  const { table, words } = of;
  const fields: CommonFields = { ...of.fields, ...commonFields(words.verified) };
  return rowsPage({
    address: of.address,
    tab: of.tab,
    writes: of.writes,
    words: { ...words, add: 'Add it' },
    rows: ({ tx, child }) => episodesOf<F>(tx, table, child.id),
    isPast: ({ valid_to }) => valid_to !== null,
    item: (row, { options, mayWrite, context }) => {
      const said = saidOf(of, row, options);
      const action = { href: of.end(context.child.id, row.id), text: words.endThis(row, said) };
      const item = of.item(row, said);
      return mayWrite && row.valid_to === null ? { ...item, action } : item;
    },
    fields,
    layout: ({ valid_from: Since, source: Source, about: About, ...F }) => (
      <>
        {of.layout?.(F as TagsOf<F>) ?? Object.values<() => Html>(F).map((Field) => <Field />)}
        <Since />
        <Source />
        <About />
      </>
    ),
    ...(of.beneath ? { beneath: of.beneath } : {}),
    rules: (value) => of.rules?.(value as unknown as ValuesOf<F>) ?? [],
    save: async ({ tx, actor, child, today }, _rows, { about, ...columns }) => {
      const [replaces, verified] = [about.includes('replaces'), about.includes('verified')];
      const isAdded = await unlessTaken(tx, () =>
        addEpisode(tx, actor, table, { childId: child.id, columns, replaces, verified, today }),
      );
      if (isAdded || of.beside === 'several') return { kind: 'saved' };
      return [{ field: of.beside.clashes, message: of.beside.says }];
    },
  });
}

const endPage = <F extends FieldSet>(of: EpisodeDefinition<F>): readonly Route[] =>
  rowPage<EpisodeOf<F>, typeof lastDay>({
    path: of.end(':childId', ':rowId'),
    writes: of.writes,
    row: async ({ tx, child, param }) =>
      (await episodesOf<F>(tx, of.table, child.id)).find(({ id }) => id === param('rowId')),
    item: (row, { options }) => of.item(row, saidOf(of, row, options)),
    words: { title: of.words.ended, saved: of.words.saved },
    back: (_row, childId) => backTo(of.words.title, of.address(childId)),
    fields: lastDay,
    lists: [...listsOf(of.fields), 'information_source'],
    rules: endsAfterItBegan,
    save: ({ tx }, row, columns) => changeRow(tx, of.table, row, columns as never),
  });

const saidOf = <F extends FieldSet>(
  of: EpisodeDefinition<F>,
  row: EpisodeOf<F>,
  options: Options,
) =>
  ({
    ...wordsOf(of.fields, row as RowOf<F>, options),
    source: source.words(row.source, options),
  }) as SaidOf<F>;

/** Who said that it is so. */
export const source = code('information_source', {
  label: 'Who told us?',
  says: 'Source',
  required: 'Choose who told us',
});

const commonFields = (verified: string) => ({
  valid_from: day({
    label: 'Since when?',
    says: 'The first day',
    required: 'Enter the first day',
    within: 'past',
  }),
  source,
  about: ticks(
    [
      { value: 'replaces', text: 'It replaces what is recorded now' },
      { value: 'verified', text: verified },
    ],
    { label: 'About this' },
  ),
});
type CommonFields = ReturnType<typeof commonFields>;

const lastDay = {
  valid_to: day({
    label: 'What was the last day?',
    says: 'The last day',
    required: 'Enter the last day',
    within: 'past',
  }),
};

type Spell = { readonly valid_from: string; readonly valid_to: string | null };

/** What was true until a day was true from that day or an earlier one. */
export const endsAfterItBegan = (
  { valid_to }: Pick<Spell, 'valid_to'>,
  { valid_from }: Pick<Spell, 'valid_from'>,
) =>
  valid_to && valid_to < valid_from
    ? [{ field: 'valid_to-day', message: 'The last day must be the first day or later' }]
    : [];
