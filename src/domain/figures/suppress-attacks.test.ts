import { describe, expect, it } from 'vitest';
import { suppress } from './suppress.ts';
import { tableKey, tablesPublication } from './table-publication.ts';

/** Tables as they are typed, one below the other; then as they are printed, or why not. */
function printed(...texts: readonly string[]): string {
  const tables = texts.map((text) => text.split('\n').map((row) => row.split(',')));
  const publication = tablesPublication(tables);
  if ('problems' in publication) return publication.problems.join('\n');
  const found = suppress(publication);
  if (found.kind === 'refused') return found.problems.join('\n');
  const rows = tables.map((table, at) =>
    table.map((cells, row) =>
      cells.map((text, column) => found.marks.get(tableKey(row, column, at + 1)) ?? text).join(','),
    ),
  );
  return rows.map((lines) => lines.join('\n')).join('\n\n');
}

describe('a total of one row', () => {
  it.each([
    'Everybody counted',
    'Swm',
    'Y cyfan',
    'Total number of children',
    'Total (all)',
    'All children aged 10 to 17',
    'Zz',
  ])('called %s gives no small count away', (name) =>
    expect(printed(`,Boys,Girls,${name}\nWhite,12,3,15`)).toBe(
      `,Boys,Girls,${name}\nWhite,x,<6,15`,
    ),
  );

  it('nor do sub-totals and the total of those', () => {
    expect(printed(',Q1,Q2,H1,Q3,Q4,H2,Year\nA,3,9,12,8,7,15,27')).toBe(
      ',Q1,Q2,H1,Q3,Q4,H2,Year\nA,<6,x,12,8,7,15,27',
    );
    expect(printed(',Q1,H1,Q3,Q4,H2,Year\nA,9,9,8,2,10,19')).toContain(',x,<6,10,19');
  });

  it('a total with a part hidden already is still of its parts, in Welsh too', () => {
    const found = printed(',Bechgyn,Merched,Is-gyfanswm\nGwyn,<6,x,15\nDu,3,9,12');
    expect(found).toContain('Du,<6,x,12');
  });

  it('“All other” is a part like any', () => {
    expect(printed(',White,All other,Total\nA,10,20,30\nB,7,8,15')).toBe(
      ',White,All other,Total\nA,10,20,30\nB,7,8,15',
    );
  });
});

describe('a part that nothing says is one', () => {
  it.each([
    ['Children', 'Girls', ',A\nChildren,15\nGirls,12'],
    ['Plant', 'Merched', ',Plant,Merched\nA,15,12\nB,30,20'],
    ['Boys', 'Boys in care', ',A,B\nBoys,15,30\nBoys in care,12,20'],
    ['All', 'In care', ',A\nWhite,10\nBlack,5\nAll,15\nIn care,12'],
  ])('is asked about: %s and %s', (whole, part, table) =>
    expect(printed(table)).toContain(
      `“${part}” may be a part of “${whole}”, and what is left of it would give a small count away`,
    ),
  );

  it.each([
    ['its rest is a line', ',A\nChildren,15\nGirls,12\nBoys,3', /Boys,<6/],
    ['its rest is no small count', ',A\nChildren,30\nGirls,12', /Girls,12/],
    ['it is more somewhere', ',A,B\nNorth,15,30\nNorth East,12,31', /North East,12,31/],
  ])('is not asked about where %s', (_why, table, says) => expect(printed(table)).toMatch(says));
});

describe('figures that are no counts', () => {
  it.each([
    'Boys pct',
    'per 1000',
    'Cyfradd',
    'Newid',
    'Change since last year',
    'Difference',
    'Canran',
    'Median',
  ])('are refused by their name: %s', (name) =>
    expect(printed(`,Boys,${name}\nA,12,80\nB,8,47`)).toContain(
      `“${name}” is not of counts and would give them away`,
    ),
  );

  it('are refused by their numbers, whatever they are called: shares, rates, differences', () => {
    expect(printed(',Boys,Girls,Total,Zz\nWhite,12,3,15,80\nBlack,8,9,17,47')).toContain('“Zz”');
    expect(printed(',Children,People,Zz\nA,3,400,8\nB,9,450,20')).toContain('“Zz”');
    expect(printed('Zz,A,B\nBoys,12,8\nAll,15,17\nOdd,80,47')).toContain('“Odd”');
    expect(printed(',Before,After,Zz\nA,15,3,12\nB,9,17,8\nC,30,10,20')).toContain('“Zz”');
  });

  it('are refused as a table of their own', () => {
    expect(
      printed(',Boys,Girls\nWhite,12,3\nBlack,8,9', ',Boys,Girls\nWhite,80,20\nBlack,47,53'),
    ).toContain('Table 2 is of percentages of table 1');
  });

  it('a count in a heading is refused, as it cannot be hidden', () => {
    expect(printed(',Boys (n=12),Girls\nWhite,12,3\nBlack,8,9')).toContain('says a count in its');
  });

  it('ages, years and small tables of counts are none of these', () => {
    const table = ',aged 10 to 14,aged 15 to 17\n2024,12,30\n2025,8,19\n2026,40,41';
    expect(printed(table)).toBe(table);
  });
});

describe('counts of which one has the other in it', () => {
  it('what is left of a count beside a part of it is not given away', () => {
    expect(printed('Year,Children,Of whom reoffended\n2024,20,17\n2025,30,12')).toBe(
      'Year,Children,Of whom reoffended\n2024,20,x\n2025,30,12',
    );
    expect(printed('x,N\nChildren,15\nof which girls,12\nof which in care,2')).toBe(
      'x,N\nChildren,15\nof which girls,x\nof which in care,<6',
    );
  });

  it('nor what lies between two that reach further and further', () => {
    expect(printed('x,North\nWithin 5 days,12\nWithin 10 days,15\nWithin 20 days,40')).toBe(
      'x,North\nWithin 5 days,x\nWithin 10 days,15\nWithin 20 days,40',
    );
    expect(printed('x,One or more,Two or more\nNorth,18,15')).toBe(
      'x,One or more,Two or more\nNorth,18,x',
    );
    const ages = 'x,Under 12,Over 15\nNorth,18,15';
    expect(printed(ages)).toBe(ages);
  });

  it('a year to date beside its quarters gives none of them away, under any name and begun anew each year', () => {
    const [, first, second] = printed('Quarter,New,Zz\nQ1,12,12\nQ2,3,15\nQ3,9,24\nQ4,8,32').split(
      '\n',
    );
    expect([first, second]).toEqual(['Q1,x,x', 'Q2,<6,15']);
    expect(
      printed('x,Q1,Q2,Q3,Q4,Q5\nNew,12,3,9,8,20\nSo far,12,15,24,8,28').split('\n').slice(1),
    ).toEqual(['New,x,<6,9,8,20', 'So far,x,15,24,8,28']);
    expect(printed('Quarter,Year to date\nQ1,12\nQ2,15\nQ3,24')).toBe(
      'Quarter,Year to date\nQ1,x\nQ2,15\nQ3,24',
    );
  });

  it('nor do the last four quarters together', () => {
    const lines = printed('x,New,Zz\nA,12,50\nB,3,48\nC,9,49\nD,20,44\nE,7,39\nF,30,66');
    expect(lines).toContain('B,<6,48');
    expect(lines).not.toMatch(/C,9[\s\S]*D,20[\s\S]*E,7/);
  });
});

describe('a table that cannot be read', () => {
  it.each([
    [
      'two rows of headings',
      ',2024,\n,Boys,Girls\nNorth,12,3',
      '“Boys”, “Girls”: a second row of headings. Join each',
    ],
    [
      'a title',
      'Table 1: by area\nArea,Boys\nNorth,12',
      '“Table 1: by area” stands where a table begins',
    ],
    [
      'a source below',
      'Area,Boys\nNorth,12\nSource: ours,',
      '“Source: ours” stands alone in its row: take',
    ],
    [
      'labels in two columns',
      'Area,Sex,N\nNorth,Boys,12\nNorth,Girls,8',
      'Column “Sex” has words where counts should stand: join',
    ],
    [
      'words for hidden',
      'Area,N\nNorth,suppressed',
      '“suppressed” is not a whole number of 0 or more: write x',
    ],
    ['another limit', 'Area,N\nNorth,<5', '“<5” is not a whole number of 0 or more: write x where'],
    ['nothing', 'Area,N,M\nNorth,,3', 'write 0 where nobody is counted'],
    ['a note in a cell', 'Area,N\nNorth,12 [r]', 'take the note out of the cell'],
    ['decimals', 'Area,N\nNorth,12.0', 'write the count without its decimals'],
    [
      'a total of more than its parts',
      'Area,Girls,Total\nNorth,12,15',
      'or add a part for those who are in none',
    ],
  ])('says what to do about %s', (_, table, says) => expect(printed(table)).toContain(says));

  it('says of a heading of shares what it says, and not of each cell below it too', () => {
    expect(printed('Area,N,%\nNorth,8,40%\nSouth,12,60%').split('\n')).toHaveLength(1);
  });

  it('reads the thousands of a spreadsheet', () => {
    expect(printed('Area,Boys,Girls,Total\nNorth,1 212,3,1 215')).toBe(
      'Area,Boys,Girls,Total\nNorth,x,<6,1 215',
    );
  });
});

describe('several tables', () => {
  it('a total in another table gives nothing away, under any name and either way round', () => {
    const [first, second] = printed(
      ',Boys,Girls\nWhite,12,3\nBlack,8,9',
      ',Children\nWhite,15\nBlack,17',
    ).split('\n\n');
    expect(first).toBe(',Boys,Girls\nWhite,x,<6\nBlack,8,9');
    expect(second).toBe(',Children\nWhite,15\nBlack,17');
    expect(printed(',Boys,Girls\nWhite,12,3\nBlack,8,9', ',White,Black\nChildren,15,17')).toContain(
      'White,x,<6',
    );
  });

  it('a count hidden in one is hidden in the other that has rows for its columns', () => {
    const found = printed(
      ',Boys,Girls\nWhite,12,3\nBlack,8,9',
      ',White,Black\nGirls,3,9\nOthers,20,30',
    );
    expect(found.split('\n\n')[1]).toBe(',White,Black\nGirls,<6,9\nOthers,20,30');
  });

  it('the same children counted in two ways have one total, though neither prints it', () => {
    const found = printed(',Children\nBoys,12\nGirls,3', ',Children\nWhite,8\nBlack,7');
    expect(found.split('\n\n')[0]).toBe(',Children\nBoys,x\nGirls,<6');
  });

  it('parts in two tables and their total in a third hang together', () => {
    const found = printed(
      ',Boys\nWhite,12\nBlack,8',
      ',Girls\nWhite,3\nBlack,9',
      ',Zz\nWhite,15\nBlack,17',
    );
    expect(found).not.toMatch(/White,12[\s\S]*White,15/);
    expect(found).toContain('White,<6');
  });
});
