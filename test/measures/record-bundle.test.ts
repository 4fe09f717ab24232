import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { measures } from '../../src/domain/measures/measures.data.ts';
import { setClaims, type Tx } from '../../src/platform/db/as-actor.ts';
import { openDatabase } from '../../src/platform/db/connect.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { ownMeasures } from '../../src/platform/measures/own-measures.ts';
import { notKeptFor, writeBundle } from '../../src/platform/measures/record-bundle.ts';
import { makeChild } from '../support/children.ts';
import { actorOf, demoSnapshot, serviceId, sharedDatabase, trial } from '../support/database.ts';
import { layOrder } from '../support/orders.ts';
import { layPanel } from '../support/panel-rows.ts';

const place = mkdtempSync(join(tmpdir(), 'foothold-case-level-'));
const data = join(place, 'data');
beforeAll(() => cpSync(demoSnapshot, data, { recursive: true }));
afterAll(() => rmSync(place, { recursive: true }));

async function foothold(...words: string[]) {
  const answer: string[] = [];
  const notes: string[] = [];
  const status = await runCommand(commands, words, {
    out: (text) => answer.push(text),
    note: (text) => notes.push(text),
    env: { FOOTHOLD_DATA: data },
    now: () => new Date('2026-10-06T10:00:00Z'),
    readLine: async () => '',
    readAll: async () => new Uint8Array(),
  });
  return { status, answer: answer.join('\n'), notes: notes.join('\n') };
}
const days = { from: '2026-07-01', to: '2026-09-30' };
const told = measures.map(({ id }) => id).filter((id) => !notKeptFor(id));
const quarter = ['--from', '2026-07-01', '--to', '2026-09-30', '--definition', 'newer', '--json'];

describe('the record as a case-level bundle', () => {
  const folder = join(place, 'bundle');

  it('is written to a folder that is new, and figures from it are those from the record', async () => {
    const written = await foothold('export', 'case-level', folder, '--json');
    expect(written.status).toBe(0);
    const { files } = JSON.parse(written.answer);
    expect(files.find(({ file }: { file: string }) => file === 'people').rows).toBeGreaterThan(20);
    const ids = 'kpi1,kpi2,kpi3,kpi6,kpi6a,kpi7,kpi9,fte,custody,reoffending';
    const own = await foothold('measure', ids, '--rows', ...quarter);
    const fromFiles = await foothold('measure', ids, '--rows', '--bundle', folder, ...quarter);
    expect(own.status).toBe(0);
    expect(JSON.parse(own.answer)[0].denominator).toBeGreaterThan(0);
    expect(own.answer).toBe(fromFiles.answer);
  });

  it('gives the rows that the pages of figures show, to the last of them', async () => {
    const { answer } = await foothold(
      'measure',
      told.join(','),
      '--rows',
      '--bundle',
      folder,
      ...quarter,
    );
    const database = await openDatabase({ copyOf: demoSnapshot });
    try {
      const rows = await database.owner.transaction().execute(async (tx) => {
        await setClaims(tx, await actorOf(tx, 'cleo-abacus'));
        return (await ownMeasures(tx, told, { ...days, definition: 'newer' })).rows;
      });
      const byUnit = (a: { unit: string }, b: { unit: string }) => (a.unit < b.unit ? -1 : 1);
      for (const each of JSON.parse(answer))
        expect(
          rows
            .get(each.measure)
            ?.map(({ counted, hit, unit, person, reason, breakdowns }) => ({
              unit,
              person,
              in: counted,
              numerator: hit,
              reason,
              breakdowns,
            }))
            .toSorted(byUnit),
          each.measure,
        ).toEqual(each.rows.toSorted(byUnit));
    } finally {
      await database.close();
    }
  });

  it('is not written over what is there', async () => {
    const { status, notes } = await foothold('export', 'case-level', folder);
    expect(status).not.toBe(0);
    expect(notes).toContain('is not empty: name a new folder');
  });

  it('has no file of what the record does not keep, and says so of a figure that would count its absence', async () => {
    expect(readdirSync(folder)).not.toContain('board_attendance.csv');
    const { status, notes } = await foothold('measure', 'kpi1,kpi8', ...quarter);
    expect(status).not.toBe(0);
    expect(notes).toContain(
      'kpi8 cannot be told from the record, which does not keep who came to the management board',
    );
  });
});

type Row = Readonly<Record<string, string>>;
async function written(tx: Tx) {
  const folder = mkdtempSync(join(place, 'rows-'));
  const { leftOut } = await writeBundle(tx, serviceId, folder);
  const rows = (file: string): readonly Row[] =>
    parse(readFileSync(join(folder, `${file}.csv`)), { bom: true, columns: true });
  return { rows, leftOut: new Map(leftOut.map((each) => [each.what, each.rows])) };
}

describe('what goes into the files', () => {
  const database = sharedDatabase();
  const isOf = (id: string) => (row: Row) => Object.values(row).some((value) => value.includes(id));

  it('an outcome given out of court is one of each offence whose day is known, and the first has the main one', () =>
    trial(database(), async ({ tx }) => {
      const { disposal, childId: child, referral } = await layPanel(tx);
      await tx
        .updateTable('disposal')
        .set({ outcome: 'youth-caution', given_on: '2026-08-03' })
        .where('id', '=', disposal)
        .execute();
      const before = (await written(tx)).leftOut.get('offences whose day is not known') ?? 0;
      const [first, second] = [newId(), newId()];
      const row = { service_id: serviceId, child_id: child, referral_id: referral };
      await tx
        .insertInto('offence')
        .values([
          { ...row, id: second, description: 'Theft from shop', offence_on: '2026-06-02' },
          { ...row, id: first, description: 'Criminal damage', offence_on: '2026-06-01' },
          {
            ...row,
            id: newId(),
            description: 'Nobody knows when',
            offence_on: null,
            offence_on_status: 'unknown',
          },
        ])
        .execute();
      const { rows, leftOut } = await written(tx);
      expect(
        rows('outcomes')
          .filter(isOf(disposal))
          .map(({ offence, main, legal_outcome, outcome_on }) => [
            offence,
            main,
            legal_outcome,
            outcome_on,
          ]),
      ).toEqual([
        [first, 'yes', 'YOUTH_CAUTION', '2026-08-03'],
        [second, 'no', 'YOUTH_CAUTION', '2026-08-03'],
      ]);
      expect(leftOut.get('offences whose day is not known')).toBe(before + 1);
    }));

  it('an outcome that nobody has given yet is none, and work that came of one has its own code', () =>
    trial(database(), async ({ tx }) => {
      const { disposal, childId: child, referral } = await layPanel(tx);
      await tx
        .insertInto('offence')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: child,
          referral_id: referral,
          description: 'Theft from shop',
          offence_on: '2026-06-02',
        })
        .execute();
      const set = (more: object) =>
        tx.updateTable('disposal').set(more).where('id', '=', disposal).execute();
      await set({ outcome: 'outcome-22', given_on: null });
      expect((await written(tx)).rows('outcomes').filter(isOf(disposal))).toEqual([]);
      const work = newId();
      await tx
        .insertInto('involvement')
        .values({
          service_id: serviceId,
          id: work,
          child_id: child,
          type: 'outcome-22',
          started_on: '2026-08-03',
        })
        .execute();
      await set({ given_on: '2026-08-03', involvement_id: work });
      const { rows } = await written(tx);
      expect(rows('outcomes').find(isOf(disposal))?.legal_outcome).toBe(
        'NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT',
      );
      expect(rows('outcome_involvements').find(isOf(work))?.outcome).toBe(disposal);
    }));

  it('an order without an offence is told as left out, and an address that is kept secret goes out without its words', () =>
    trial(database(), async ({ tx }) => {
      const child = await makeChild(tx, { forename: 'Juniper' });
      const what = 'orders that name no charge, or a charge of no offence whose day is known';
      const before = (await written(tx)).leftOut.get(what) ?? 0;
      const order = await layOrder(tx, child);
      await tx
        .insertInto('child_address')
        .values({
          service_id: serviceId,
          id: newId(),
          child_id: child,
          lines: '1 Hidden Row',
          accommodation_type: 'sofa-surfing',
          suitable: 'no',
          non_disclosure: true,
          valid_from: '2026-01-05',
          source: 'child',
        })
        .execute();
      const { rows, leftOut } = await written(tx);
      expect(rows('outcomes').filter(isOf(order))).toEqual([]);
      expect(leftOut.get(what)).toBe(before + 1);
      const { person = '' } = rows('people').find(isOf('Juniper')) ?? {};
      expect(rows('addresses').find(isOf(person))).toMatchObject({
        address: '',
        from: '2026-01-05',
      });
      expect(rows('residences').find(isOf(person))).toMatchObject({
        type: 'LIVING_WITH_FRIENDS',
        suitability: 'UNSUITABLE',
      });
    }));
});
