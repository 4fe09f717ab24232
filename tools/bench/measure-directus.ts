import type { Visit } from './ask.ts';
import type { Cast } from './cast.ts';
import { onCopy } from './copies.ts';
import { withDirectus } from './directus.ts';
import { type Load, underLoad } from './load.ts';
import type { Shape } from './measure-page.ts';
import type { BenchPage } from './pages.ts';

export type Rival = {
  readonly name: string;
  readonly like: NonNullable<BenchPage['like']>;
  /** How many times as fast the page has to be. */
  readonly bar: number;
  readonly full: Load;
};

type Asked = { readonly name: string; readonly like: Rival['like']; readonly bar: number } & {
  visits(child: Cast['workers'][number]['children'][number]): readonly Visit[];
};

// Each box of an overview: which rows of a child's, in which order, how many, and what of them is shown.
const boxes = [
  ['warning', { ended_on: { _null: true } }, 'review_on', 20, 'id kind detail review_on owner_id'],
  ['involvement', { ended_on: { _null: true } }, 'started_on', 20, 'type started_on expected_end'],
  [
    'relationship',
    { ends_at: { _null: true } },
    'kind',
    20,
    'kind staff_id.name staff_id.job_title',
  ],
  [
    'network_person',
    { valid_to: { _null: true } },
    'name',
    20,
    'name relationship telephone may_be_contacted emergency_contact parental_responsibility',
  ],
  [
    'child_address',
    { valid_to: { _null: true } },
    'valid_from',
    1,
    'lines postcode accommodation_type non_disclosure',
  ],
  [
    'contact',
    { status: { _eq: 'recorded' } },
    '-held_at',
    1,
    'id held_at type place attendance child_words',
  ],
  [
    'assessment',
    { status: { _eq: 'signed' } },
    '-signed_on',
    1,
    'id signed_on likelihood_level safety_level harm_level',
  ],
  ['plan', {}, '-started_on', 1, 'status agreed_on review_on child_words'],
] as const;
const childFields = 'id number forename surname known_as date_of_birth sex';
const listFields =
  'id type place planned_at held_at minutes status attendance absence_reason child_seen with_whom notes child_words next_step';

const items = (collection: string, query: Readonly<Record<string, unknown>>): Visit => ({
  path: `/items/${collection}?${new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  )}`,
});
const commas = (fields: string) => fields.replaceAll(' ', ',');

const asked: readonly Asked[] = [
  {
    name: 'Overview by nine REST calls at once',
    like: 'overview',
    bar: 10,
    visits: ({ id }) => [
      { path: `/items/child/${id}?fields=${commas(childFields)}` },
      ...boxes.map(([table, which, sort, limit, fields]) =>
        items(table, {
          filter: { child_id: { _eq: id }, ...which },
          sort,
          limit,
          fields: commas(fields),
        }),
      ),
    ],
  },
  {
    name: 'Overview by one GraphQL call',
    like: 'overview',
    bar: 2,
    visits: ({ id }) => [graph(id)],
  },
  {
    name: 'Contacts by REST, a page and the count',
    like: 'contacts',
    bar: 1,
    visits: ({ id }) => [
      items('contact', {
        filter: { child_id: { _eq: id } },
        sort: '-held_at',
        limit: 25,
        fields: commas(listFields),
        meta: 'filter_count',
      }),
    ],
  },
  {
    name: 'Search by the start of a surname, REST',
    like: 'search',
    bar: 1,
    visits: ({ surname }) => [
      items('child', {
        filter: { surname: { _starts_with: surname.slice(0, 5) } },
        sort: 'surname,forename',
        limit: 25,
        fields: commas(childFields),
      }),
    ],
  },
];

function graph(id: string): Visit {
  const nested = boxes.map(([table, which, sort, limit, fields]) => {
    const filter = JSON.stringify(which).replaceAll(/"(\w+)":/g, '$1:');
    const shown = fields.replace('staff_id.name staff_id.job_title', 'staff_id { name job_title }');
    return `${table}(filter: ${filter}, sort: ["${sort}"], limit: ${limit}) { ${shown} }`;
  });
  const query = `query { child_by_id(id: "${id}") { ${childFields} ${nested.join(' ')} } }`;
  return {
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  };
}

/** The same children asked for from Directus, at saturation, over a copy of the same database. */
export function measureDirectus(
  server: string,
  template: string,
  home: string,
  { cast, shape }: { readonly cast: Cast; readonly shape: Shape },
): Promise<Rival[]> {
  const children = cast.workers.flatMap((worker) => worker.children);
  const next = () => children[Math.floor(Math.random() * children.length)];
  return onCopy(server, template, (url) =>
    withDirectus(home, url, async (ask, headers) => {
      const rivals: Rival[] = [];
      for (const { name, like, bar, visits } of asked) {
        const once = async () => {
          const child = next();
          if (!child) return;
          const answers = await Promise.all(
            visits(child).map((each) => ask({ ...each, headers: { ...headers, ...each.headers } })),
          );
          for (const { text } of answers)
            if (text.startsWith('{"errors"')) throw new Error(`${name}: ${text.slice(0, 400)}`);
        };
        await underLoad(once, { people: shape.connections, seconds: Math.min(3, shape.seconds) });
        const full = await underLoad(once, { people: shape.connections, seconds: shape.seconds });
        rivals.push({ name, like, bar, full });
      }
      return rivals;
    }),
  );
}
