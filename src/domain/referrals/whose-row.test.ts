import { describe, expect, it } from 'vitest';
import { columnFaults } from './find-header.ts';
import { judgeList } from './judge-list.ts';
import { KNIFE_WORDS } from './offence-words.data.ts';

function judged(...lines: readonly string[]) {
  const rows = lines.map((text, at) => ({ line: at + 1, cells: text.split(',') }));
  return judgeList(rows, [], { today: '2026-06-15', outcomeWordings: [] });
}

function verdicts(...lines: readonly string[]): readonly string[] {
  const found = judged(...lines);
  return found.kind === 'judged'
    ? found.rows.map(({ verdict, reasons }) => `${verdict}: ${reasons.join('; ')}`)
    : [];
}

function faults(header: string): readonly string[] {
  const found = judged(header);
  return found.kind === 'columns-unclear' ? columnFaults(found.mapping) : [];
}

const rest = 'Theft,12/05/2026';
const list = (role: string, ...rows: readonly string[]) =>
  verdicts(`URN,${role},Surname,Forename,DOB,Offence,Offence date`, ...rows);

describe('whose row it is', () => {
  it.each([
    ['Role', 'Victim'],
    ['Involvement', 'VIC'],
    ['Nominal type', 'Agg 1'],
    ['Capacity', 'Witness'],
    ['Classification', 'IP'],
    ['Link', 'Parent'],
    ['', 'Complainant'],
    ['Xyz', 'Victim / witness'],
  ])(
    'where %s says %s it is nobody’s who did it, and the suspect’s own row stands',
    (role, word) => {
      const [victim, suspect] = list(
        role,
        `EM/1/26,${word},Marrack,Loveday,01/01/2012,${rest}`,
        `EM/1/26,Suspect,Pellow,Tamsin,04/03/2011,${rest}`,
      );
      expect(victim).toMatch(/^refuse: .+ says that the row is not of a suspect/);
      expect(suspect).toMatch(/^create/);
    },
  );

  it.each([
    ['Role', 'Suspect'],
    ['Reported by', 'Victim'],
    ['Lives with', 'Parent'],
    ['Consent given by', 'Parent'],
    ['Victim type', 'Witness'],
    ['Beat', 'V'],
  ])('%s: %s says nothing of it', (heading, word) =>
    expect(list(heading, `EM/1/26,${word},Pellow,Tamsin,04/03/2011,${rest}`)[0]).toMatch(/^create/),
  );

  it('a date of birth or an address that stands beside the victim’s columns is asked about', () => {
    expect(
      faults('URN,Surname,Forename,Victim surname,Victim forename,DOB,Sex,Offence,Offence date'),
    ).toEqual([
      'DOB (column 6) stands beside the victim’s columns: say whose it is',
      'Sex (column 7) stands beside the victim’s columns: say whose it is',
    ]);
    expect(faults('URN,Aggrieved,Address,Surname,Forename,DOB,Offence,Offence date')).toHaveLength(
      1,
    );
    expect(
      faults(
        'URN,Victim name,Victim DOB,Suspect surname,Suspect forename,DOB,Address,Offence,Offence date',
      ),
    ).toEqual([]);
    expect(
      faults('URN,Surname,Forename,Victim?,Victim consents,DOB,Address,Offence,Offence date'),
    ).toEqual([]);
  });
});

describe('dates of a column in two orders', () => {
  const header = 'URN,Surname,Forename,DOB,Offence,Offence date';
  const NAMES = [
    'Pellow,Tamsin',
    'Angove,Jory',
    'Bray,Lowen',
    'Daniell,Piran',
    'Eddy,Merryn',
    'Jago,Wella',
    'Kitto,Denzel',
  ];
  const days = (...born: readonly string[]) =>
    verdicts(
      header,
      ...born.map((day, at) => `EM/${at}/26,${NAMES[at]},${day},Theft,12/05/2026`),
    ).map((text) => text.split(':')[0]);

  it('that may be read both ways are sent back, those that may not are read', () => {
    expect(
      days(
        '24/03/2011',
        '25/03/2011',
        '26/03/2011',
        '03/27/2011',
        '03/28/2011',
        '04/03/2011',
        '04/04/2011',
      ),
    ).toEqual(['create', 'create', 'create', 'refuse', 'refuse', 'refuse', 'create']);
  });

  it('one slip among many doubts nothing else', () =>
    expect(days('24/03/2011', '25/03/2011', '03/27/2011', '04/03/2011')).toEqual([
      'create',
      'create',
      'refuse',
      'create',
    ]));

  it('a day before anybody’s time is a slip, not an adult of nine hundred', () =>
    expect(verdicts(header, 'EM/1/26,Pellow,Tamsin,11/11/1111,Theft,12/05/2026')[0]).toContain(
      'is too long ago: ask the sender for the year',
    ));
});

it.each([
  'Sharp/pointed article',
  'Sharp pointed object in school',
  'Robbery at knifepoint',
  'kitchen knifes',
  'S139AA threats',
  'Having a kukri',
  'Article with a blade or point',
])('a knife is known in “%s”', (text) => expect(KNIFE_WORDS.test(text)).toBe(true));
