import { describe, expect, it } from 'vitest';
import { typed } from '../support/typed-command.ts';

const header = 'measure,numerator,denominator';

describe('working out measures from a file of counts', () => {
  it('prints each value and the exact fraction behind it, in the order given', async () => {
    const { status, answer } = await typed(
      `${header}\nfte-rate,47,26092\nreoffences-per-offender,51,40\npercent,36,36\n`,
      'calc',
    );
    expect(status).toBe(0);
    expect(answer).toBe(
      `${header},value,exact\nfte-rate,47,26092,180,1175000/6523\n` +
        'reoffences-per-offender,51,40,1.28,51/40\npercent,36,36,100,100/1',
    );
  });

  it('names one place and two places in its help', async () => {
    const { answer } = await typed('', 'calc', '--help');
    expect(answer).toContain('(%, 1 place)');
    expect(answer).toContain('2 places)');
    expect(answer).not.toContain('1 places');
  });

  it('takes a very large count, and says the limit', async () => {
    const { answer } = await typed(`${header}\npercent,1,1000000000000000\n`, 'calc');
    expect(answer).toContain('percent,1,1000000000000000,0,1/10000000000000');
    expect((await typed('', 'calc', '--help')).answer).toContain('from 0 to 10^30');
  });

  it('reads a file as a spreadsheet saves it: mark at the start, CRLF, blank lines, quotation marks', async () => {
    const { status, answer } = await typed(
      `\ufeff${header}\r\n\r\n"percent"," 1 ","2"\r\n\r\n`,
      'calc',
    );
    expect(status).toBe(0);
    expect(answer).toBe(`${header},value,exact\npercent,1,2,50,50/1`);
  });

  it.each([
    ['an unknown measure', 'custody,1,2', 'there is no measure “custody”'],
    ['a denominator of 0', 'fte-rate,1,0', 'no rate can be given'],
    ['a negative count', 'fte-rate,-1,5', '“-1” is not a whole number'],
    ['a count that is not whole', 'fte-rate,1,5.5', '“5.5” is not a whole number'],
    ['an empty count', 'fte-rate,,5', '“” is not a whole number'],
    ['a count above the limit', `percent,1,1${'0'.repeat(31)}`, 'is too large: the most is 1,000,'],
    ['more who reoffend than there are', 'reoffending-binary,9,8', '9 cannot be part of 8'],
    ['a column too few', 'fte-rate,1', '2 columns'],
    ['a column too many', 'fte-rate,1,2,3', '4 columns'],
  ])(
    '%s is an error that names the line, and nothing is printed for it',
    async (_, row, reason) => {
      const { status, answer, notes } = await typed(`${header}\npercent,1,2\n\n${row}\n`, 'calc');
      expect(status).toBe(1);
      expect(answer).toBe(`${header},value,exact\npercent,1,2,50,50/1`);
      expect(notes).toContain('Line 4: ');
      expect(notes).toContain(reason);
    },
  );

  it('a file without its header is refused', async () => {
    for (const input of ['', 'fte-rate,47,26092\n'])
      expect(await typed(input, 'calc')).toMatchObject({ status: 1, answer: '' });
  });
});
