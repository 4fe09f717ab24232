/**
 * Runs, on many days and at many hours, the tests of all that can turn on the date: the demonstration and whether every
 * page of it is reached, what is due and on whose home, meetings, panels and the days for reading, working days, lists
 * that are imported. What else there is does not ask what day it is, and runs on the tests' usual one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const days: readonly (readonly [start: string, what: string])[] = [
  ['2026-11-26T10:30:00Z', 'a Thursday, while the panel meets'],
  ['2026-11-28T14:30:00Z', 'a Saturday'],
  ['2026-12-25T11:00:00Z', 'Christmas Day'],
  ['2026-12-31T23:57:00Z', 'the end of a year, while the tests run'],
  ['2027-01-01T00:07:00Z', 'just after midnight on a bank holiday'],
  ['2027-02-17T09:30:00Z', 'a school holiday of half a term'],
  ['2027-03-28T00:57:00Z', 'the clocks go forward while the tests run'],
  ['2027-03-29T10:00:00Z', 'Easter Monday'],
  ['2027-04-01T08:00:00Z', 'the first day of a year of counting'],
  ['2027-04-30T23:07:00Z', 'just after midnight in summer, when the world’s day is another'],
  ['2027-05-31T06:00:00Z', 'a bank holiday before anybody is at work'],
  ['2027-08-18T13:00:00Z', 'the summer holidays'],
  ['2027-09-05T22:57:00Z', 'a Sunday that ends while the tests run'],
  ['2027-10-31T00:57:00Z', 'the clocks go back while the tests run'],
  ['2027-10-31T01:30:00Z', 'the hour that came twice has passed'],
  ['2028-02-29T09:00:00Z', '29 February'],
  ['2028-02-29T23:57:00Z', '29 February becomes March while the tests run'],
  ['2028-12-27T16:45:00Z', 'between the holidays, at the end of a day'],
];

const routes = (names: string) => names.split(' ').map((name) => `test/routes/${name}.test.ts`);
const rows = (names: string) => names.split(' ').map((name) => `test/rls/${name}.test.ts`);
const files = [
  'test/journeys/every-page.test.ts',
  'test/standards',
  'test/support/clock.test.ts',
  'src/demo',
  'src/domain/calendar',
  ...routes('child-changes closure contacts homes information notices outcomes oversight'),
  ...routes('panel-moved panels plans referral-import referral-work reviews victims waiting'),
  ...rows('access_given access_notice audit_case break_glass information_request'),
  ...rows('own-work panel_paper relationship working-days'),
];
const lost = files.filter((file) => !existsSync(file));
if (lost.length > 0) throw new Error(`These tests are not there: ${lost.join(', ')}`);

const chosen = process.argv[2]
  ? days.filter(([start]) => start.startsWith(process.argv[2] ?? ''))
  : days;
let failed = 0;
for (const [start, what] of chosen) {
  const began = performance.now();
  const run = spawnSync('vitest', ['run', '--reporter=dot', ...files], {
    encoding: 'utf8',
    env: { ...process.env, TEST_CLOCK: start },
    maxBuffer: 100_000_000,
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  if (run.status !== 0) failed += 1;
  console.log(`${run.status === 0 ? 'passed' : 'FAILED'}  ${start}  ${what} (${seconds} s)`);
  if (run.status !== 0) console.log(`${run.stdout}\n${run.stderr}`);
}
console.log(`${chosen.length - failed} of ${chosen.length} days passed`);
process.exit(failed === 0 && chosen.length > 0 ? 0 : 1);
