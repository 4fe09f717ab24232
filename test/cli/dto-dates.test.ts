import { describe, expect, it } from 'vitest';
import { typed } from '../support/typed-command.ts';

const header = 'case,sentenced_on,months,credit_days';
const answers = 'case,expiry,mid_term,early,late';

describe('working out the dates of detention and training orders from a file', () => {
  it('prints each case in the order given, with blanks where the law gives no day', async () => {
    const { status, answer, notes } = await typed(
      `${header}\n"A, first",2026-05-02,11,0\nB,2022-07-04,8,121\nC,2026-08-31,6,0\n`,
      'dto-dates',
    );
    expect({ status, notes }).toEqual({ status: 0, notes: '' });
    expect(answer).toBe(
      `${answers}\n"A, first",2027-04-01,2026-10-16,2026-09-16,2026-11-16\n` +
        'B,2022-11-02,2022-07-04,,\nC,2027-02-27,2026-11-29,,',
    );
  });

  it.each([
    ['a day that does not exist', 'x,2026-02-30,6,0', '“2026-02-30” is not a day'],
    ['a term of nothing', 'x,2026-02-03,0,0', 'months “0”'],
    ['a term over two years', 'x,2026-02-03,25,0', 'months “25”'],
    ['a part of a month', 'x,2026-02-03,6.5,0', 'months “6.5”'],
    ['credit below nothing', 'x,2026-02-03,6,-1', 'credit_days “-1”'],
    ['credit left empty', 'x,2026-02-03,6,', 'credit_days “”'],
    ['credit before it was given', 'x,2021-02-03,6,4', 'give 0'],
    ['more credit than term', 'x,2026-02-03,4,200', 'more than the 120'],
    ['a column too few', 'x,2026-02-03,6', '3 columns'],
  ])('%s is an error that names the line, and nothing is printed for it', async (_, row, why) => {
    const input = `${header}\nA,2026-05-02,11,0\n\n${row}\n`;
    const { status, answer, notes } = await typed(input, 'dto-dates');
    expect(status).toBe(1);
    expect(answer).toBe(`${answers}\nA,2027-04-01,2026-10-16,2026-09-16,2026-11-16`);
    expect(notes).toContain('Line 4: ');
    expect(notes).toContain(why);
  });

  it('says that a term is too short to be lawful, and works it out all the same', async () => {
    const { status, answer, notes } = await typed(`${header}\nA,2026-05-02,3,0`, 'dto-dates');
    expect(status).toBe(0);
    expect(answer).toContain('A,2026-08-01,2026-06-16,,');
    expect(notes).toContain('Line 2: a term under 4 months is not lawful');
  });

  it('a file without its header is refused', async () => {
    expect(await typed('A,2026-05-02,11,0\n', 'dto-dates')).toMatchObject({
      status: 1,
      answer: '',
    });
  });
});
