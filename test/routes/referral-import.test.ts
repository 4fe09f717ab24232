import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { testApp, type Visitor } from '../support/app.ts';
import { serviceId, testDatabase } from '../support/database.ts';
import { headings, listFile, listText } from '../support/police-list.ts';
import { readAsOwner } from '../support/read-as-owner.ts';
import { importEnded, previewAfter, sendList } from '../support/send-list.ts';

const database = testDatabase();
let site: Awaited<ReturnType<typeof testApp>>;
let annie: Visitor;

beforeAll(async () => {
  // A rule that only one invented child breaks, to make an import fail at its last row.
  await database().runScript(
    `alter table child add constraint no_such_child check (surname <> 'Failsworth')`,
  );
  site = await testApp(database());
  annie = await site.as('annie-twelvetrees');
  return () => site.jobs.stop();
});

const locationOf = (answer: Response) => answer.headers.get('location') ?? '';

async function importAll(visitor: Visitor, at: string): Promise<string> {
  const answer = await visitor.post(`${at}/start`, {});
  expect(locationOf(answer)).toBe(`${at}/progress`);
  return importEnded(visitor, at);
}

/** Counts as the owner, whatever the policies let anyone see. */
async function count(
  table: 'child' | 'referral' | 'offence' | 'referral_hold' | 'victim_involvement',
) {
  return database()
    .app.transaction()
    .execute(async (tx) => {
      await sql`select set_config('app.service', ${serviceId}, true), set_config('app.scope', 'service', true),
        set_config('app.read', ',RC1S,RC1,RC2S,RC2,RC11S,', true), set_config('app.may', ',referral.inbox,victim.view,', true), set_config('role', 'foothold_staff', true)`.execute(
        tx,
      );
      const { rows } = await sql<{
        n: number;
      }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx);
      return rows[0]?.n ?? 0;
    });
}

const three = [
  {
    URN: '07ZZ/2001/26',
    Surname: 'MOONFLEET',
    'Forename(s)': 'Isla',
    Offence: 'Possession of knife blade; Robbery (personal)',
  },
  {
    URN: '07ZZ/2002/26',
    Surname: 'Rushbrook',
    'Forename(s)': 'Corin',
    'D.O.B': '2011-03-02',
    Address: '4 Quay Close, Eastmarsh',
    Postcode: '',
  },
  {
    URN: '07ZZ/2003/26',
    Surname: 'Thornaby',
    'Forename(s)': '',
    'D.O.B': '01/02/2012',
    Address: '9 Quay Close, Eastmarsh',
  },
];

describe('a police list in the browser', () => {
  it('shows what each column was taken to mean, then row by row what will be made, and makes nothing yet', async () => {
    const at = await sendList(annie, listFile(three, 'october.csv'));
    const page = await (await annie.get(at)).text();
    expect(page).toContain('Isla Moonfleet');
    expect(page).toContain('A record and a referral will be made');
    expect(page).toContain('Forename is missing');
    expect(page).toContain('Import these rows');
    expect(await count('child')).toBe(0);
    const held = await (await annie.get(`${at}?show=hold`)).text();
    expect(held).toContain('Thornaby');
    expect(held).not.toContain('Moonfleet');
  });

  it('makes all of it when asked, as a job that says how far it is', async () => {
    const at = await sendList(annie, listFile(three, 'october.csv'));
    const page = await importAll(annie, at);
    expect(page).toContain('2 new records');
    expect(page).toContain('1 row waits for a person');
    expect(await count('child')).toBe(2);
    expect(await count('offence')).toBe(3);
    expect(await count('referral_hold')).toBe(1);
    expect(await count('victim_involvement')).toBe(2);
  });

  it('marks a knife by the offence list, keeps the sender’s words and empties the uploaded file', async () => {
    const marguerite = await site.as('marguerite-oyelaran');
    const page = await (await marguerite.get('/referrals/imports')).text();
    expect(page).toContain('october.csv');
    const { rows } = await ownerRead<{ description: string; is_knife: boolean }>(
      'select description, is_knife from offence order by description',
    );
    expect(rows).toContainEqual({ description: 'Possession of knife blade', is_knife: true });
    const kept = await ownerRead<{ n: number }>(
      'select count(*)::int as n from referral_import where content is not null',
    );
    expect(kept.rows[0]?.n).toBe(0);
    const history = await ownerRead<{ n: number }>(
      `select count(*)::int as n from change_log where table_name = 'referral_import' and after::text like '%Moonfleet%'`,
    );
    expect(history.rows[0]?.n).toBe(0);
  });

  it('knows the very same file again and changes nothing', async () => {
    const answer = await annie.post('/referrals/imports/new', {
      file: listFile(three, 'again.csv'),
    });
    const page = await (await annie.get(locationOf(answer))).text();
    expect(page).toContain('Imported');
    expect(page).not.toContain('Import these rows');
    expect(await count('child')).toBe(2);
  });

  it('finds nothing new in another file with the same rows, and asks nobody twice about a held one', async () => {
    const at = await sendList(annie, listFile([...three].reverse(), 'reversed.csv'));
    const preview = await (await annie.get(at)).text();
    expect(preview).toMatch(/>2<\/span>\s*<p[^>]*>\s*rows that came before/);
    const page = await importAll(annie, at);
    expect(page).toContain('0 new records');
    expect(page).toContain('0 new referrals');
    expect(page).toContain('0 rows wait');
    expect(await count('referral')).toBe(2);
    expect(await count('referral_hold')).toBe(1);
  });

  it('makes nothing at all when the last row fails, and names that row', async () => {
    const rows = [
      ...Array.from({ length: 30 }, (_, index) => ({
        URN: `07ZZ/30${String(index).padStart(2, '0')}/26`,
        Surname: `Wall${'abcdefghijklmnopqrstuvwxyzABCD'[index] ?? ''}er`,
        'Forename(s)': 'Odette',
        'D.O.B': `${(index % 28) + 1}/06/2010`,
        Address: `${index + 200} Long Lane, Eastmarsh`,
      })),
      {
        URN: '07ZZ/3999/26',
        Surname: 'Failsworth',
        'Forename(s)': 'Percy',
        'D.O.B': '09/09/2013',
        Address: '1 Short Street',
      },
    ];
    const before = await count('child');
    const at = await sendList(annie, listFile(rows, 'fails.csv'));
    const page = await importAll(annie, at);
    expect(page).toContain('Nothing was made');
    expect(page).toContain('Row 33');
    expect(page).toContain('no_such_child');
    expect(await count('child')).toBe(before);
    const preview = await (await annie.get(at)).text();
    expect(preview).toContain('Try the import again');
  });

  it('a child with more than twenty-six victims in one list is imported whole', async () => {
    const rows = Array.from({ length: 28 }, (_, index) => ({
      URN: `07ZZ/31${String(index).padStart(2, '0')}/26`,
      Surname: 'Manyharmed',
      'Forename(s)': 'Rowan',
      Address: '3 Long Lane, Eastmarsh',
    }));
    const page = await importAll(annie, await sendList(annie, listFile(rows, 'many.csv')));
    expect(page).toContain('28 new referrals');
    const { rows: labels } = await ownerRead<{ label: string }>(
      `select v.label from victim_involvement v join child c on c.id = v.child_id where c.surname = 'Manyharmed'`,
    );
    expect(labels.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Victim A', 'Victim Z', 'Victim AA', 'Victim AB']),
    );
  });

  it('lets a list be put aside, and empties it', async () => {
    const at = await sendList(
      annie,
      listFile([{ URN: '07ZZ/4001/26', Surname: 'Putaside' }], 'aside.csv'),
    );
    expect(locationOf(await annie.post(at, { do: 'put-aside' }))).toBe('/referrals/imports');
    expect(await (await annie.get(at)).text()).not.toContain('Putaside');
  });
});

describe('columns under other headings', () => {
  const names = { URN: 'Log', Surname: 'Who', 'D.O.B': 'Cake day' };
  const rows = [
    {
      URN: '07ZZ/5001/26',
      Surname: 'Cakebread',
      'Forename(s)': 'Miro',
      'D.O.B': '05/05/2011',
      Address: '77 Mill Row',
    },
  ];

  it('are asked for once, with the fault named when a needed one is missing', async () => {
    const answer = await annie.post('/referrals/imports/new', {
      file: listFile(rows, 'odd.csv', names),
    });
    const at = locationOf(answer);
    const wrong = await annie.post(at, { header: '2', 'column-0': 'urn' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Say which column is Surname');
    const order = [
      'urn',
      'surname',
      'forename',
      'dateOfBirth',
      'sex',
      'ethnicity',
      'address',
      'postcode',
      'offence',
      'offenceDate',
    ];
    const said = await annie.post(at, {
      header: '2',
      ...Object.fromEntries(order.map((field, index) => [`column-${index}`, field])),
    });
    expect(said.status).toBe(303);
    expect(await previewAfter(annie, said)).toContain('Miro Cakebread');
  });

  it('and never again: the next file of that sender goes straight to its preview', async () => {
    const more = [{ ...rows[0], URN: '07ZZ/5002/26', Surname: 'Loafer', Address: '78 Mill Row' }];
    const answer = await annie.post('/referrals/imports/new', {
      file: listFile(more, 'odd-2.csv', names),
    });
    expect(locationOf(answer)).not.toContain('columns');
    expect(await previewAfter(annie, answer)).toContain('Miro Loafer');
  });
});

describe('two columns under one heading', () => {
  const text = (urn: string, name: string) =>
    [
      'Surname,Forename,DOB,URN,Surname,Forename,DOB,Offence,Offence date,Shoe size',
      `Marrack,Loveday,01/01/2012,${urn},${name},Tamsin,04/03/2011,Theft from shop,05/01/2026,4`,
    ].join('\r\n');
  const said = [
    ...Array(3).fill('leave-out'),
    ...['urn', 'surname', 'forename', 'dateOfBirth', 'offence', 'offenceDate', 'leave-out'],
  ];

  it('are never chosen between: the person says by their place which is the suspect', async () => {
    const answer = await annie.post('/referrals/imports/new', {
      file: new File([text('07ZZ/8001/26', 'Pellow')], 'doubled.csv'),
    });
    const at = locationOf(answer);
    expect(at).toContain('/columns');
    const page = await (await annie.get(at)).text();
    expect(page).toContain('Surname stands twice (columns 1 and 5): say which is the suspect');
    const saved = await annie.post(at, {
      header: '1',
      ...Object.fromEntries(said.map((field, index) => [`column-${index}`, field])),
    });
    const preview = await previewAfter(annie, saved);
    expect(preview).toContain('Tamsin Pellow');
    expect(preview).not.toContain('Marrack');
    expect(preview).toContain('Columns not read: Surname (column 1)');
    expect(preview).toContain('Shoe size (column 10)');
    const again = await (await annie.get(at)).text();
    expect(again.match(/<option value="surname" selected/g)).toHaveLength(1);
    expect(again).not.toContain('stands twice');
  });

  it('what was said is kept for the sender’s next file', async () => {
    const answer = await annie.post('/referrals/imports/new', {
      file: new File([text('07ZZ/8002/26', 'Carlyon')], 'doubled-2.csv'),
    });
    expect(locationOf(answer)).not.toContain('columns');
    expect(await previewAfter(annie, answer)).toContain('Tamsin Carlyon');
  });
});

describe('files of every kind', () => {
  it('reads an Excel workbook, with real dates in its cells', async () => {
    const [, header = [], row = []] = listText([
      { URN: '07ZZ/6001/26', Surname: 'Sheetwell', Address: '5 Cell Row' },
    ])
      .split('\r\n')
      .map(
        (line) =>
          line
            .match(/("([^"]|"")*"|[^,]*)(,|$)/g)
            ?.map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '')) ?? [],
      );
    const cells = row
      .slice(0, headings.length)
      .map((value, index) =>
        headings[index] === 'D.O.B'
          ? { value: new Date('2012-05-14T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' }
          : { value, type: String },
      );
    const blob = await writeXlsxFile([
      header.slice(0, headings.length).map((value) => ({ value, type: String })),
      cells,
    ]).toBuffer();
    const at = await sendList(annie, new File([new Uint8Array(blob)], 'list.xlsx'));
    const page = await (await annie.get(at)).text();
    expect(page).toContain('Tegan Sheetwell');
    expect(page).toContain('14 May 2012');
  });

  it.each([
    ['list.pdf', '%PDF-1.7', 'neither .csv nor .xlsx'],
    ['list.xlsx', 'not a workbook', 'not an Excel workbook'],
    ['list.csv', '', 'empty'],
    ['list.csv', 'URN,Surname\n"07ZZ/1,Open', 'never closed'],
  ])('says what is wrong with %s (%s) and how to mend it', async (name, text, words) => {
    const answer = await annie.post('/referrals/imports/new', {
      file: new File([text || new Uint8Array()], name),
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(text === '' ? 'Choose the file' : words);
  });

  it('gives a report that starts no formula in a spreadsheet', async () => {
    const at = await sendList(
      annie,
      listFile(
        [{ URN: '=HYPERLINK("http://x")', Surname: '+44Kowal', 'Forename(s)': '@sum' }],
        'formula.csv',
      ),
    );
    const csv = await (await annie.get(`${at}/report.csv`)).text();
    expect(csv).toContain('Refused');
    for (const cell of csv.split(/\r\n|,(?=")|(?<="),/))
      expect(cell.replace(/^"/, '')).not.toMatch(/^[=+@-]/);
  });
});

describe('what goes back', () => {
  it('is a list of what became of each row, and nothing that they did not write', async () => {
    const at = await sendList(
      annie,
      listFile(
        [
          { URN: '07ZZ/2101/26', Surname: 'Moonfleet', 'Forename(s)': 'Isla' },
          {
            URN: '07ZZ/2102/26',
            Surname: 'Moonfleet',
            'Forename(s)': 'Isla',
            Address: 'Elsewhere',
            Postcode: '',
          },
          {
            URN: '07ZZ/2103/26',
            Surname: 'Latecomer',
            'D.O.B': '01/02/1990',
            Address: '1 Far Row',
          },
        ],
        'acknowledged.csv',
      ),
    );
    expect((await annie.get(`${at}/acknowledgement.csv`)).status).toBe(404);
    await importAll(annie, at);
    const csv = await (await annie.get(`${at}/acknowledgement.csv`)).text();
    expect(csv).toContain('3,07ZZ/2101/26,Received,');
    expect(csv).toContain('4,07ZZ/2102/26,Held,We may ask you about this row');
    expect(csv).toMatch(/5,07ZZ\/2103\/26,Refused,.*an adult/);
    expect(csv).not.toMatch(/on record|Moonfleet/);
    expect((await (await site.as('ama-lovelock')).get(`${at}/acknowledgement.csv`)).status).toBe(
      403,
    );
  });
});

describe('who cannot', () => {
  it('a case manager and a police officer may not upload or see lists', async () => {
    for (const code of ['ama-lovelock', 'quentin-larkin']) {
      const visitor = await site.as(code);
      expect((await visitor.get('/referrals/imports/new')).status).toBe(403);
      expect((await visitor.post('/referrals/imports/new', { file: listFile(three) })).status).toBe(
        403,
      );
      expect((await visitor.get('/referrals/imports')).status).toBe(403);
    }
  });

  it('a head of service sees what came in and imports nothing', async () => {
    const philippa = await site.as('philippa-standfast');
    expect((await philippa.get('/referrals/imports')).status).toBe(200);
    expect((await philippa.get('/referrals/imports/new')).status).toBe(403);
  });
});

const ownerRead = <Row>(text: string) => readAsOwner<Row>(database(), text);
