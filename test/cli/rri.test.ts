import { describe, expect, it } from 'vitest';
import { typed } from '../support/typed-command.ts';

const ask = (events: string, total: string, refEvents: string, refTotal: string) =>
  typed(
    '',
    ...['rri', '--events', events, '--total', total],
    ...['--ref-events', refEvents, '--ref-total', refTotal, '--json'],
  );

describe('asking for a relative rate index', () => {
  it('prints the index and its limits as JSON', async () => {
    const { status, answer } = await ask('55', '536', '444', '6526');
    expect(status).toBe(0);
    expect(Object.keys(JSON.parse(answer))).toEqual(['rri', 'lower', 'upper']);
    expect(JSON.parse(answer).rri).toBeCloseTo(1.5082106360091436, 12);
    expect(JSON.parse(answer).lower).toBeCloseTo(1.118254, 6);
    expect(JSON.parse(answer).upper).toBeCloseTo(1.999228, 6);
  });

  it('gives null, and the reason beside it, where nothing happened in the reference group', async () => {
    const { status, answer, notes } = await ask('3', '5', '0', '10');
    expect(status).toBe(0);
    expect(JSON.parse(answer)).toMatchObject({ rri: null, upper: null });
    expect(notes).toContain('Nothing happened in the reference group');
  });

  it('takes a count of 10^15, and says the limit of a larger one', async () => {
    expect((await ask('60', '1000000000000000', '100', '1000000000000000')).status).toBe(0);
    const { status, notes } = await ask('1', '99999999999999999', '1', '2');
    expect(status).toBe(1);
    expect(notes).toContain('is too large: the most is 9,007,199,254,740,991');
  });

  it.each([
    ['1', '0', '1', '2'],
    ['3', '2', '1', '2'],
    ['-1', '2', '1', '2'],
    ['1.5', '2', '1', '2'],
  ])('%s of %s against %s of %s is refused', async (...counts) => {
    expect((await ask(...counts)).status).not.toBe(0);
  });
});
