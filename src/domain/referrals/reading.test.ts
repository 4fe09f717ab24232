import { describe, expect, it, test } from 'vitest';
import { chooseSheet, type Sheet } from './choose-sheet.ts';
import { dataRows } from './data-rows.ts';
import { findHeader, LOOK_DOWN } from './find-header.ts';
import type { Finding } from './finding.ts';
import { urnKey } from './known-people.ts';
import { listOf, outcomeWordings, today } from './list.fixture.ts';
import { columnsByHeading } from './map-columns.ts';
import { notReadOf, someOf } from './not-read.ts';
import { readList } from './read-list.ts';
import { isForenameFirst, readNames } from './read-names.ts';
import { readReference } from './read-reference.ts';
import type { Cells } from './row-cells.ts';

const row = (line: number, ...cells: string[]) => ({ line, cells });
const heading = row(1, 'URN', 'Surname', 'Forename', 'Date of birth');
const child = (line: number) => row(line, '40/1/25', 'Smith', 'Kit', '04/05/2011');

it('a list that lacks one needed column, or has one twice, is not read before somebody says which it is', () => {
  const kindOf = (change: (cells: readonly string[]) => readonly string[]) =>
    readList(
      listOf({}).map(({ line, cells }) => ({ line, cells: [...change(cells)] })),
      { today, outcomeWordings },
    ).kind;
  expect(kindOf((cells) => cells)).toBe('read');
  expect(kindOf((cells) => cells.filter((_, at) => at !== 8))).toBe('columns-unclear');
  expect(kindOf((cells) => [...cells, cells[0] ?? ''])).toBe('columns-unclear');
});

describe('a reference from a spreadsheet', () => {
  it.each(['40EM/1/25', '440001', '123456789012345'])('%s is what police wrote', (text) =>
    expect(readReference(` ${text} `)).toEqual({ kind: 'read', value: text }),
  );

  it.each(['4.40001E+11', '4,4e11', '1234567890123450', '440001000000', '440001000000.0'])(
    '%s was shortened',
    (text) => {
      const found = readReference(text);
      expect(found.kind === 'damaged' && found.reason).toContain(
        'a long number that a spreadsheet has shortened',
      );
    },
  );

  it.each([
    '12-May',
    '12-May-25',
    '12 May',
    'May-25',
    '2025-05-12',
    '2025-05-12T00:00',
    '12/05/2025',
  ])('%s was made a date', (text) => {
    const found = readReference(text);
    expect(found.kind === 'damaged' && found.reason).toContain(
      'a date that a spreadsheet has made of it',
    );
  });

  it.each(['Pending allocation', 'see log', 'X'])('%s has no figure and is none', (text) =>
    expect(readReference(text).kind).toBe('damaged'),
  );

  it.each(['07zz/01001/26', '07ZZ-1001-26', '07ZZ/1001/2026', '07ZZ / 1001 / 26'])(
    '%s is one with 07ZZ/1001/26',
    (text) => expect(urnKey(text)).toBe(urnKey('07ZZ/1001/26')),
  );

  it('words for none are none', () => expect(readReference('N/A')).toEqual({ kind: 'missing' }));
});

describe('the rows of a list', () => {
  const mapping = columnsByHeading(row(3, ...heading.cells));
  const read = (...rows: ReturnType<typeof row>[]) => {
    const { rows: told, passedOver } = dataRows(rows, mapping);
    return [told.map(({ line }) => line), passedOver.map(({ line }) => line)];
  };

  it('begin below the header, and blank ones are neither read nor told', () => {
    expect(read(child(2), child(3), child(4), row(5, '', ' ', '', ''))).toEqual([[4], []]);
  });

  it('a title, the headings again and a sum are passed over; a lone number is a child', () => {
    expect(
      read(
        row(4, 'Page 2 of 3'),
        row(5, 'RESTRICTED'),
        row(6, '40/1/25'),
        row(7, ...heading.cells),
      ),
    ).toEqual([[6], [4, 5, 7]]);
    expect(read(row(4, 'Total', '12'), row(5, 'Total', 'Kit', '', '04/05/2011'))).toEqual([
      [5],
      [4],
    ]);
  });

  it('a closing line has few cells', () => {
    const wide = columnsByHeading(row(3, ...heading.cells, 'Sex', 'Postcode'));
    const lines = (cells: string[]) => dataRows([row(4, ...cells)], wide).rows.length;
    expect(lines(['Total', 'a', 'b', '', 'c', ''])).toBe(0);
    expect(lines(['Total', 'a', 'b', '', 'c', 'd'])).toBe(1);
  });

  it('what is passed over is told in at most sixty letters', () => {
    const [over] = dataRows([row(4, `Note: ${'a'.repeat(90)}`)], mapping).passedOver;
    expect(over?.text).toHaveLength(60);
  });
});

describe('the headings of a list', () => {
  it('stand in the first forty rows, three of them at least, and the row with most is taken', () => {
    const blank = (lines: number) =>
      Array.from({ length: lines }, (_, at) => row(at + 1, 'A title'));
    const at = (line: number) => findHeader([...blank(line - 1), row(line, ...heading.cells)]).kind;
    expect([at(LOOK_DOWN), at(LOOK_DOWN + 1)]).toEqual(['found', 'not-found']);
    expect(findHeader([row(1, 'URN', 'Surname')]).kind).toBe('not-found');
    expect(findHeader([row(1, 'URN', 'Surname', 'Forename')]).kind).toBe('found');
    const two = findHeader([
      row(1, 'URN', 'Surname', 'Forename'),
      row(2, ...heading.cells),
      row(3, ...heading.cells),
    ]);
    expect(two.kind === 'found' && two.mapping.headerLine).toBe(2);
  });

  it('that stand twice or are missing make a list unclear', () => {
    const options = { today: '2026-01-01', outcomeWordings: [] };
    expect(readList([row(1, ...heading.cells, 'Surname'), child(2)], options).kind).toBe(
      'columns-unclear',
    );
    expect(readList([row(1, 'Forename', 'Sex', 'Postcode'), child(2)], options).kind).toBe(
      'columns-unclear',
    );
    expect(readList([row(1, 'A title')], options).kind).toBe('no-header');
  });
});

describe('what is not read', () => {
  it('twelve things are named, of thirteen the last is counted', () => {
    const things = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}`);
    expect(someOf(things(12))).toBe('1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12');
    expect(someOf(things(13))).toBe('1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 1 more');
  });

  it('columns that mean nothing, columns without a heading that hold something, rows passed over', () => {
    const mapping = columnsByHeading(row(1, ...heading.cells, 'Shoe size', '', ''));
    const rows = [row(2, ...child(2).cells, '7', 'x', ' ', '', 'y')];
    expect(notReadOf(mapping, { rows, passedOver: [{ line: 3, text: 'Total 1' }] })).toEqual([
      'Columns not read: Shoe size (column 5)',
      'Columns without a heading, not read: 6, 9',
      'Rows passed over: row 3 (“Total 1”)',
    ]);
    expect(notReadOf(columnsByHeading(heading), { rows: [child(2)], passedOver: [] })).toEqual([]);
    // The first cell beyond the last heading has none either.
    const beyond = row(2, ...child(2).cells, 'x');
    expect(notReadOf(columnsByHeading(heading), { rows: [beyond], passedOver: [] })).toEqual([
      'Columns without a heading, not read: 5',
    ]);
  });
});

describe('the sheet of a workbook', () => {
  const sheet = (name: string, rows: Sheet['rows'], more: Partial<Sheet> = {}): Sheet => ({
    name,
    isHidden: false,
    rows,
    hiddenRows: [],
    hiddenColumns: [],
    ...more,
  });
  const isList = (rows: Sheet['rows']) => findHeader(rows).kind === 'found';
  const list = sheet('List', [row(1, ''), heading, child(2)]);

  it('is the one that is a list; the others are told, hidden or not', () => {
    const found = chooseSheet(
      [
        sheet('Notes', [row(1, 'Hello')]),
        list,
        sheet('Old', [heading, child(2)], { isHidden: true }),
        sheet('Empty', [row(1, ' ')]),
      ],
      isList,
    );
    expect(found).toEqual({
      kind: 'chosen',
      rows: list.rows,
      notRead: ['Sheet not read: “Notes”, 1 row', 'Sheet not read: “Old”, hidden, 2 rows'],
    });
  });

  it('is the first that holds something where none is a list', () => {
    const notes = sheet('Notes', [row(1, 'Hello')]);
    expect(
      chooseSheet([sheet('Empty', []), notes, sheet('More', [row(1, 'x')])], isList),
    ).toMatchObject({ rows: notes.rows });
  });

  it('is never one of two, never hidden, and never empty', () => {
    const reason = (sheets: Sheet[]) => {
      const found = chooseSheet(sheets, isList);
      return found.kind === 'unclear' ? found.reason : found.kind;
    };
    expect(reason([list, { ...list, name: 'Second' }])).toContain('“List”, “Second”');
    expect(reason([{ ...list, isHidden: true }])).toContain('is hidden (“List”)');
    expect(reason([sheet('Empty', [row(1, '')])])).toContain('The file has no rows');
    expect(reason([])).toContain('The file has no rows');
  });

  it('hidden rows and columns are read and told, columns counted from one', () => {
    expect(
      chooseSheet([{ ...list, hiddenRows: [4], hiddenColumns: [0, 2] }], isList),
    ).toMatchObject({
      notRead: [
        'Rows hidden in the sender’s sheet, read all the same: 4',
        'Columns hidden in the sender’s sheet, read like the others: 1, 3',
      ],
    });
  });
});

describe('names of a row', () => {
  const names = (given: Partial<Record<string, string>>) => {
    const findings: Finding[] = [];
    const cells: Cells = (field) => ({
      text: given[field] ?? '',
      heading: field in given ? field : null,
    });
    return { ...readNames(cells, findings), findings: findings.map(({ rule }) => rule) };
  };
  test.each<[string, string | null, string | null, string[]]>([
    ['SMITH, Tamsin', 'Smith', 'Tamsin', ['name-parted']],
    ['SMITH Tamsin', 'Smith', 'Tamsin', ['name-parted']],
    ['Tamsin SMITH', 'Smith', 'Tamsin', ['name-parted']],
    ['Tamsin DE SMITH', 'De Smith', 'Tamsin', ['name-parted']],
    ['Jack Smith', 'Smith', 'Jack', ['name-parted']],
    ['Smith Jack', 'Smith', 'Jack', ['name-order']],
    ['Pellow Tamsin', 'Tamsin', 'Pellow', ['name-order']],
    ['Jack Ali', 'Ali', 'Jack', ['name-order']],
    ['Smith,', 'Smith', null, ['name-order']],
    ['Smith, Tamsin, Kit', 'Smith', 'Tamsin Kit', ['name-order']],
    ['TAMSIN SMITH', 'Smith', 'Tamsin', ['name-order']],
    ['Tamsin Kit Smith', 'Smith', 'Tamsin Kit', ['name-order']],
    ['DE Tamsin SMITH', 'Smith', 'DE Tamsin', ['name-order']],
    ['SMITH, Tamsin (female)', 'Smith', 'Tamsin (female)', ['name-unreadable', 'name-parted']],
  ])('“%s” in one column', (text, surname, forename, findings) => {
    expect(names({ wholeName: text })).toEqual({ surname, forename, findings });
  });

  test('a name that may be read both ways is read as its column is written, where that is written one way', () => {
    expect(isForenameFirst(['Tamsin Pellow', 'Jack Smith', 'Mohammed Khan-Dale'])).toBe(true);
    expect(isForenameFirst(['Pellow Tamsin', 'Jack Smith'])).toBe(false);
    expect(isForenameFirst(['Jack Smith', 'Callum Dale', 'Pellow Jack'])).toBe(false);
  });

  test('a column each is read where the one for both is missing or says nothing', () => {
    const each = { surname: 'SMITH', forename: 'n/k' };
    expect(names(each)).toMatchObject({ surname: 'Smith', forename: null });
    expect(names({ ...each, wholeName: 'Not known' })).toMatchObject({ surname: 'Smith' });
    expect(names({ ...each, wholeName: 'Kit Jones' })).toMatchObject({
      surname: 'Jones',
      forename: 'Kit',
    });
  });

  test('signs that no name has are told, and so is a spelling that was damaged', () => {
    expect(names({ surname: 'Sm!th', forename: 'Kit' }).findings).toEqual(['name-unreadable']);
    expect(names({ surname: 'O’Brien-Ó Néill', forename: 'Zoë' }).findings).toEqual([]);
    expect(names({ surname: 'O‛Hara', forename: 'Ann‐Marie' })).toMatchObject({
      surname: "O'Hara",
      forename: 'Ann-Marie',
      findings: [],
    });
    expect(names({ surname: 'XXX', forename: 'Unknown male' })).toMatchObject({
      surname: null,
      forename: null,
    });
    expect(names({ surname: 'BronteÃ«', forename: 'Kit' }).findings).toEqual(['name-unreadable']);
  });
});

describe('columns of two people', () => {
  const doubled = (...headings: string[]) =>
    columnsByHeading(row(1, ...headings)).doubled.map(({ field }) => field);

  it.each([
    ['Surname', 'Offender surname'],
    ['Surname', 'Surname2'],
    ['Surname', 'Surname.1'],
    ['Surname', 'Surname of the accused'],
    ['Suspect 1 surname', 'Suspect 2 surname'],
  ])('%s and %s are never chosen between', (one, other) =>
    expect(doubled('URN', one, 'Forename', 'DOB', other)).toEqual(['surname']),
  );

  it('what is said of victims, officers and parents is not the suspect’s', () => {
    const others = ['Complainant', 'IP', 'Aggrieved', 'Witness', 'Officer', 'Parent', 'Victim'];
    for (const who of others)
      expect(doubled(`${who} surname`, `${who} DOB`, 'URN', 'Surname', 'Forename', 'DOB')).toEqual(
        [],
      );
  });

  it('a second forename is the same person’s', () =>
    expect(doubled('URN', 'Surname', 'Forename', 'Forename 2', 'DOB')).toEqual([]));
});
