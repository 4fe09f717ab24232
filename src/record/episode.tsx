import { canWriteFor } from '../domain/access/can-write-for.ts';
import type { Permission } from '../domain/access/permissions.data.ts';
import type { RecordClass } from '../domain/access/record-classes.data.ts';
import type { ChildContext } from '../platform/http/context.ts';
import type { Route } from '../platform/http/route.ts';
import type { Html } from '../ui/html.ts';
import { urls } from '../urls.ts';
import { code, ticks } from './choice-fields.tsx';
import { day } from './day-field.tsx';
import { EpisodePage, EpisodesPage } from './episode.view.tsx';
import type { EpisodeOf, EpisodeTable } from './episode-rows.ts';
import { addEpisode, episodesOf, unlessOverlapping } from './episode-rows.ts';
import type { FieldSet, Options, RowOf, TagsOf } from './field.ts';
import { wordsOf } from './fields.ts';
import { childForm } from './form-page.ts';
import type { Item } from './items.tsx';
import { changeRow } from './rows.ts';

type SaidOf<F extends FieldSet> = { readonly [K in keyof F | 'source']: string };

export type EpisodeDefinition<F extends FieldSet> = {
  readonly table: EpisodeTable;
  /** Its own fields; since when, who told us and whether it was checked are every episode's. */
  readonly fields: F;
  /** Whether several stand at a time, or one that names the field and the words of a clash with another. */
  readonly beside: 'several' | { readonly clashes: keyof F & string; readonly says: string };
  readonly writes: { readonly permission: Permission; readonly recordClass: RecordClass };
  readonly address: (childId: string) => string;
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
  /** What else to know or do about what stands now. */
  readonly beneath?: (context: ChildContext) => Promise<Html | null>;
};

/** Something true of a child from a day to a day: its page with what is now and before, the form that adds one, and the page that ends one. */
export const episode = <F extends FieldSet>(of: EpisodeDefinition<F>): readonly Route[] => [
  ...addPage(of),
  ...endPage(of),
];

function addPage<F extends FieldSet>(of: EpisodeDefinition<F>): readonly Route[] {
  const { table, words, writes } = of;
  const fields: CommonFields = { ...of.fields, ...commonFields(words.verified) };
  return childForm({
    path: of.address(':childId'),
    reads: 'child.view',
    writes: writes.permission,
    fields,
    mayWrite: ({ actor, child }) => canWriteFor(actor, writes.recordClass, child),
    subject: async (context: ChildContext) => ({
      rows: await episodesOf<F>(context.tx, table, context.child.id),
      beneath: (await of.beneath?.(context)) ?? null,
    }),
    save: async ({ tx, actor, child, today }, _subject, { about, ...columns }) => {
      const [replaces, verified] = [about.includes('replaces'), about.includes('verified')];
      const isAdded = await unlessOverlapping(tx, () =>
        addEpisode(tx, actor, table, { childId: child.id, columns, replaces, verified, today }),
      );
      if (isAdded || of.beside === 'several') return { kind: 'saved' };
      return [{ field: of.beside.clashes, message: of.beside.says }];
    },
    view: ({ subject: { rows, beneath }, form, context }) => {
      const items = rows.map((row) => {
        const said = saidOf(of, row, form.options);
        const link = { href: of.end(context.child.id, row.id), text: words.endThis(row, said) };
        return { row, item: of.item(row, said), link: form.mayWrite ? link : undefined };
      });
      const F = form.F as TagsOf<F>;
      return (
        <EpisodesPage
          {...context}
          {...words}
          form={form}
          button="Add it"
          back={{ href: urls.child.details(context.child.id), text: 'Back to details' }}
          now={items
            .filter(({ row }) => row.valid_to === null)
            .map(({ item, link }) => ({ ...item, action: link }))}
          before={items.filter(({ row }) => row.valid_to !== null).map(({ item }) => item)}
          beside={beneath}
        >
          {of.layout?.(F) ?? Object.keys(of.fields).map((name) => F[name]?.({}))}
          <form.F.valid_from />
          <form.F.source />
          <form.F.about />
        </EpisodesPage>
      );
    },
    done: (_subject, _value, { child }) => ({ to: of.address(child.id), message: words.saved }),
  });
}

function endPage<F extends FieldSet>(of: EpisodeDefinition<F>): readonly Route[] {
  const { table, words, writes } = of;
  return childForm({
    path: of.end(':childId', ':rowId'),
    reads: 'child.view',
    writes: writes.permission,
    fields: lastDay,
    lists: Object.values(of.fields)
      .flatMap(({ list }) => list ?? [])
      .concat('information_source'),
    mayWrite: ({ actor, child }) => canWriteFor(actor, writes.recordClass, child),
    subject: async ({ tx, child, param }: ChildContext) =>
      (await episodesOf<F>(tx, table, child.id)).find(({ id }) => id === param('rowId')),
    stored: (row) => row,
    rules: ({ valid_to }, row) =>
      valid_to < row.valid_from
        ? [{ field: 'valid_to-day', message: 'The last day must be the first day or later' }]
        : [],
    save: ({ tx }, row, columns) => changeRow(tx, table, row, columns as never),
    view: ({ subject: row, form, context }) => (
      <EpisodePage
        {...context}
        form={form}
        title={words.ended}
        item={of.item(row, saidOf(of, row, form.options))}
        back={{ href: of.address(context.child.id), text: `Back to ${lowerFirst(words.title)}` }}
      >
        <form.F.valid_to />
      </EpisodePage>
    ),
    done: (_subject, _value, { child }) => ({ to: of.address(child.id), message: words.saved }),
  });
}

const saidOf = <F extends FieldSet>(
  of: EpisodeDefinition<F>,
  row: EpisodeOf<F>,
  options: Options,
) =>
  ({
    ...wordsOf(of.fields, row as RowOf<F>, options),
    source: source.words(row.source, options),
  }) as SaidOf<F>;

const source = code('information_source', {
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

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
