/**
 * Changes one meaning at a time and runs the tests that should notice: `npm run test:mutants -- --where domain --count 100`.
 * What no test notices is a question about the tests, or about the code: answer it with a better test, with less code, or,
 * where the change alters nothing that anybody could see, with a line in accepted.csv that says why. `--only` names a file, or a
 * line of one as the answer does: `--only closure_approved.sql:7`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { openDatabase } from '../../src/platform/db/connect.ts';
import { chooseClock } from '../../test/support/clock.ts';
import { preparedPostgres, snapshot } from '../../test/support/database.ts';
import { setup } from '../../test/support/prepare.ts';
import { type Change, lineOf, nameOf } from './change.ts';
import { doNotCompile } from './compile.ts';
import { draw } from './draw.ts';
import { type Place, places, root } from './places.ts';
import { scriptWith, tryChange } from './try-change.ts';

const { values } = parseArgs({
  options: {
    where: { type: 'string', default: 'all' },
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
    'at-once': { type: 'string', default: '2' },
    list: { type: 'boolean', default: false },
  },
});
const enough = 0.85;
const scratch = join(root, '.tmp/mutants');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const placeOf = (change: Change) => `${change.file}:${lineOf(textOf(change.file), change)}`;
const nameFor = (change: Change) => nameOf(textOf(change.file), change);
const accepted = new Set(
  parse<{ change: string }>(textOf('tools/mutants/accepted.csv'), { columns: true }).map(
    ({ change }) => change,
  ),
);

// The tests' clock, for all that comes of this process.
chooseClock();
mkdirSync(scratch, { recursive: true });
await setup();
let wanting = false;
for (const [name, make] of Object.entries(places))
  if (values.where === 'all' || values.where === name)
    wanting = (await tryPlace(name, make())) || wanting;
process.exit(wanting ? 1 : 0);

async function tryPlace(name: string, place: Place): Promise<boolean> {
  const all = place.files
    .flatMap((file) => place.changesOf(file, textOf(file)))
    .filter((change) => placeOf(change).includes(values.only));
  const drawn = await meaningful(place, draw(all, Number(values.seed)), Number(values.count));
  const notNoticed: Change[] = [];
  const noticedBy = new Set<string>();
  const waiting = [...drawn];
  const work = async (worker: number) => {
    for (let change = waiting.shift(); change; change = waiting.shift()) {
      const { noticed, by } = await tryChange(
        place,
        change,
        place.tests(change.file),
        join(scratch, `${name}-${worker}`),
      );
      if (!noticed) notNoticed.push(change);
      const [test = ''] = by.split(':');
      if (place.tests(change.file).includes(test)) noticedBy.add(test);
      if (!noticed || values.list)
        console.log(
          `${noticed ? 'noticed' : 'NOT NOTICED'} ${placeOf(change)} ${nameFor(change)} ${by}`,
        );
    }
  };
  await Promise.all(Array.from({ length: Number(values['at-once']) }, (_, worker) => work(worker)));
  // A test that fails anyway notices nothing: each that failed passes without a change.
  const sound = await tryChange(place, null, [...noticedBy], join(scratch, name));
  if (sound.noticed && noticedBy.size > 0)
    throw new Error(`The tests do not pass without a change: ${sound.by}`);
  const answered = notNoticed.filter((change) => accepted.has(nameFor(change)));
  const noticed = drawn.length - notNoticed.length;
  console.log(
    `${name}: seed ${values.seed}, of ${all.length} changes ${drawn.length} drawn, ${noticed} noticed, ${answered.length} answered, ${notNoticed.length - answered.length} open`,
  );
  return noticed < enough * drawn.length || answered.length < notNoticed.length;
}

/** The first so many that are a program at all: what does not compile, or cannot be applied, changes nothing that runs. */
async function meaningful(
  place: Place,
  changes: readonly Change[],
  count: number,
): Promise<Change[]> {
  const found: Change[] = [];
  if (!place.sqlFolder) {
    for (let from = 0; found.length < count && from < changes.length; from += count) {
      const next = changes.slice(from, from + count);
      const broken = doNotCompile(next);
      found.push(...next.filter((change) => !broken.has(change)));
    }
    return found.slice(0, count);
  }
  const url = process.env.TEST_DATABASE_URL;
  const prepared = url ? await preparedPostgres(url) : null;
  const database = await openDatabase(
    prepared ? { url: prepared.address, poolSize: 1 } : { copyOf: snapshot },
  );
  for (const change of changes) {
    if (found.length === count) break;
    const script = scriptWith(place.sqlFolder, change, '');
    const applies = await database.runScript(script).then(
      () => true,
      () => false,
    );
    if (applies) found.push(change);
    await database.runScript('rollback');
  }
  await database.close();
  await prepared?.remove();
  return found;
}
