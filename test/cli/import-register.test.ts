import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { layCopy } from '../support/database.ts';

const register = join(import.meta.dirname, '../fixtures/court-register.csv');
const data = mkdtempSync(join(tmpdir(), 'foothold-test-'));
beforeAll(() => layCopy(data));
afterAll(() => rmSync(data, { recursive: true, force: true }));

async function foothold(...typed: string[]) {
  const answer: string[] = [];
  const notes: string[] = [];
  const status = await runCommand(
    commands,
    ['import', 'register', ...typed, '--service', 'eastmarsh'],
    {
      out: (text) => answer.push(text),
      note: (text) => notes.push(text),
      env: { FOOTHOLD_DATA: data },
      now: () => new Date('2026-10-06T12:00:00Z'),
      readLine: async () => '',
      readAll: async () => new Uint8Array(),
    },
  );
  return { status, answer: answer.join('\n'), notes: notes.join('\n') };
}

it('says entry by entry what a register would do, and what of it is not read', async () => {
  const { status, answer } = await foothold(register, '--dry-run', '--json');
  expect(status).toBe(0);
  const { rows, notRead } = JSON.parse(answer);
  expect(rows).toMatchObject([
    { row: 5, verdict: 'hold', child: { surname: 'Thornaby', forename: 'Wren' } },
    { row: 8, verdict: 'hold', child: { surname: 'Rushbrook', dateOfBirth: null } },
    { row: 9, verdict: 'hold', child: { surname: 'Newcomer' } },
  ]);
  expect(rows[0].reasons.join()).toContain('Row 7 says the same again');
  expect(rows[1].reasons.join()).toContain('31/02/2011');
  expect(notRead.join()).toContain('row 10');
});

it('keeps what waits for a person, and the same file again changes nothing', async () => {
  const first = await foothold(register, '--as', 'odile.farthingale@eastmarsh.example');
  expect(first.notes + first.answer).toContain('3 entries: 0 in, 3 hold, 0 repeat');
  const again = await foothold(register);
  expect(again.notes).toContain('the very same file');
  expect(again.answer).toBe(first.answer);
});

it('is not for somebody who may not bring registers in', async () => {
  const { status, notes } = await foothold(register, '--as', 'ama.lovelock@eastmarsh.example');
  expect(status).not.toBe(0);
  expect(notes).toContain('may not bring in a register');
});
