import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { typed } from '../support/typed-command.ts';

/** A quarter that can be counted on fingers: Ann's referral order and Bo's caution ended in it, Bo was sentenced in it. */
const quarter = {
  service: `service,name,population_year,population_10_17
EM,Eastmarsh,2023,26092
EM,Eastmarsh,2022,25205`,
  people: `person,surname,forename,date_of_birth,sex,ethnicity,deleted
p1,Ash,Ann,2009-05-01,female,W1,no
p2,Birch,Bo,2008-01-01,male,B1,
p3,Cedar,Cy,,male,NS,`,
  residences: `person,residence,type,suitability,from,to
p1,r1,AT_HOME,SUITABLE,2020-01-01,
p2,r2,FOSTER_CARE_LA,SUITABLE,2020-01-01,
p2,r3,OTHER,UNKNOWN,2025-01-10,`,
  offences: `person,offence,offence_on,first_hearing_on,description,category,seriousness
p1,o1,2024-06-01,2024-08-01,Assault,VIOLENCE_AGAINST_THE_PERSON,5
p2,o2,2024-07-01,,Theft,THEFT_AND_HANDLING_STOLEN_GOODS,3
p2,o3,2025-02-01,2025-02-20,Robbery,ROBBERY,6
p3,o4,2024-07-01,,Theft,THEFT_AND_HANDLING_STOLEN_GOODS,3`,
  outcomes: `outcome,offence,outcome_on,legal_outcome,appeal,residence
u1,o1,2024-08-01,REFERRAL_ORDER,none,own
u2,o2,2024-09-01,YOUTH_CAUTION,,
u3,o3,2025-03-01,DETENTION_AND_TRAINING_ORDER,none,own
u4,o4,2024-09-01,YOUTH_CAUTION,none,own`,
  involvements: `involvement,person,disposal,from,to,completed,successful
i1,p1,REFERRAL_ORDER,2024-08-01,2025-02-01,yes,yes
i2,p2,YOUTH_CAUTION,2024-09-01,2025-01-10,yes,no
i4,p3,YOUTH_CAUTION,2024-09-01,2025-01-10,yes,no`,
  outcome_involvements: `outcome,involvement
u1,i1
u2,i2
u4,i4`,
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function bundle(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, `${name}.csv`), text);
}

const measured = (ids: string, ...more: string[]) =>
  typed(
    '',
    'measure',
    ids,
    '--bundle',
    folder,
    '--from',
    '2025-01-01',
    '--to',
    '2025-03-31',
    '--definition',
    'newer',
    ...more,
  );

describe('working measures out from a case-level bundle', () => {
  it('prints each figure with its numerator, denominator and exact value, in the order asked', async () => {
    bundle(quarter);
    const { status, answer, notes } = await measured('kpi9,kpi1,kpi3', '--json');
    expect({ status, notes }).toEqual({ status: 0, notes: '' });
    const asked = { definition: 'newer', from: '2025-01-01', to: '2025-03-31' };
    expect(JSON.parse(answer)).toEqual([
      {
        measure: 'kpi9',
        ...asked,
        value: '0.38',
        numerator: 1,
        denominator: 26092,
        unit: 'per 10,000',
        exact: '2500/6523',
      },
      {
        measure: 'kpi1',
        ...asked,
        value: '50',
        numerator: 1,
        denominator: 2,
        unit: '%',
        exact: '50/1',
      },
      {
        measure: 'kpi3',
        ...asked,
        value: null,
        numerator: 0,
        denominator: 0,
        unit: '%',
        exact: null,
      },
    ]);
  });

  it('opens a figure to its rows, in and out, each with the reason', async () => {
    bundle(quarter);
    const { answer } = await measured('kpi1', '--rows', '--json');
    const rows: { unit: string; reason: string; breakdowns: unknown }[] = JSON.parse(answer).rows;
    expect(rows.map(({ unit, reason }) => `${unit}: ${reason}`)).toEqual([
      'i1: suitable',
      'i2: not all suitable; appeal blank, taken as none; residence blank, taken as own',
      'i4: no date of birth',
    ]);
    expect(rows[0]).toMatchObject({
      person: 'p1',
      in: true,
      numerator: true,
      breakdowns: { order: 'referral-order', ethnicity: 'White', sex: 'female', age: '15-17' },
    });
  });

  it('breaks a figure down, and says which ways there are', async () => {
    bundle(quarter);
    const { answer } = await measured('kpi1', '--by', 'sex');
    expect(answer).toBe('kpi1: 50 % (1 of 2)\n  female: 100 % (1 of 1)\n  male: 0 % (0 of 1)');
    expect((await measured('kpi1', '--by', 'ward')).notes).toContain(
      'not broken down by “ward”, but by order,',
    );
  });

  it('has no rate where the population of the year is not recorded', async () => {
    bundle({
      ...quarter,
      service: 'service,name,population_year,population_10_17\nEM,Eastmarsh,2024,26092',
    });
    const { answer } = await measured('fte', '--json');
    expect(JSON.parse(answer)).toMatchObject({
      value: null,
      exact: null,
      numerator: 0,
      denominator: null,
    });
  });

  it('takes a service’s own labels by its mapping', async () => {
    bundle({
      ...quarter,
      residences: 'person,residence,type,suitability,from\np1,r1,With mum,SUITABLE,2020-01-01',
      mapping: 'file,column,label,code\nresidences,type,with mum,LIVING_WITH_PARENT_S',
    });
    expect((await measured('kpi1')).answer).toBe('kpi1: 50 % (1 of 2)');
  });

  it.each([
    [
      'a day that does not exist',
      { offences: 'person,offence,offence_on,description\np1,o1,2025-02-30,Theft' },
      'offences.csv, line 2, offence_on: “2025-02-30” is not a day that exists',
    ],
    [
      'a code that is not in its list',
      { outcomes: 'outcome,offence,outcome_on,legal_outcome\nu1,o1,2025-01-01,CAUTION' },
      'outcomes.csv, line 2, legal_outcome: “CAUTION” is not a code of the list',
    ],
    [
      'a column that is not of the file',
      { send: 'person,need,from,colour\np1,yes,2024-01-01,red' },
      'send.csv, line 1, colour: is not a column of this file',
    ],
    [
      'a needed column that is missing',
      { send: 'person,need\np1,yes' },
      'send.csv, line 1, from: is needed and missing',
    ],
    [
      'a needed value that is missing',
      { send: 'person,need,from\np1,,2024-01-01' },
      'send.csv, line 2, need: must have a value',
    ],
    [
      'a row of somebody who is not there',
      { send: 'person,need,from\n\np9,yes,2024-01-01' },
      'send.csv, line 3, person: “p9” is not in people.csv',
    ],
    [
      'an id that stands twice',
      { people: 'person,surname,forename\np1,Ash,Ann\np1,Ash,Bo' },
      'people.csv, line 3, person: “p1” stands twice',
    ],
    [
      'a formula',
      { people: 'person,surname,forename\np1,=1+1,Ann' },
      'people.csv, line 2, surname: “=1+1” is a formula',
    ],
    [
      'too few columns',
      { send: 'person,need,from\np1,yes' },
      'send.csv, line 2: has 2 columns and the header 3',
    ],
    [
      'a quotation mark that is never closed',
      { send: 'person,need,from\np1,"yes,2024-01-01\np1,yes,2024-01-01' },
      'send.csv, line 2: the row does not end',
    ],
    [
      'another encoding',
      { people: Buffer.from('person,surname,forename\np1,Ren\xe9,Ann', 'latin1') },
      'people.csv: is not UTF-8',
    ],
    [
      'a file that is not of a bundle',
      { orders: 'person\np1' },
      'orders.csv: is not a file of a bundle',
    ],
    [
      'a number that is none',
      { service: 'service,name,population_year,population_10_17\nEM,E,2023,"26,092"' },
      'service.csv, line 2, population_10_17: “26,092” must be a whole number',
    ],
  ])('names %s by file, line and column, and works nothing out', async (_, files, said) => {
    bundle({ ...quarter, ...files });
    const { status, answer, notes } = await measured('kpi1');
    expect({ status, answer }).toEqual({ status: 1, answer: '' });
    expect(notes).toContain(said);
  });

  it.each([
    [['kpi99'], 'There is no measure “kpi99”'],
    [['kpi1', '--from', '2025-02-30'], '--from “2025-02-30” is not a day'],
    [['kpi1', '--to', '2024-12-31'], '--from 2025-01-01 is after --to 2024-12-31'],
    [['kpi1', '--definition', 'old'], '--definition must be first or newer'],
    [['kpi10g', '--definition', 'first'], 'kpi10g has no first definition'],
    [['kpi1', '--bundle', '/nowhere'], 'There is no folder /nowhere'],
  ])('says what to mend in %j', async ([ids = '', ...more], said) => {
    const { status, notes } = await measured(ids, ...more);
    expect(status).toBe(1);
    expect(notes).toContain(said);
  });

  it('lists every measure with its definitions, unit, places and breakdowns', async () => {
    const { answer } = await typed('', 'measure', '--list', '--json');
    expect(JSON.parse(answer)).toContainEqual({
      id: 'custody',
      title: 'Custody',
      definitions: ['first', 'newer'],
      unit: 'per 1,000',
      places: 2,
      breakdowns: ['tier', 'category', 'ethnicity', 'sex', 'age'],
    });
  });
});
