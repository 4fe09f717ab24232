import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { childOf, type Facts } from './facts.ts';
import { dayFromNow, follow, go, goTo, press, see, seeHeading } from './forms.ts';

const slashed = (day: string) => day.split('-').reverse().join('/');

/** A list as police send it: Windows-1252, a marking, a title, an empty row, then the headings. */
export function policeList(rows: readonly (readonly string[])[]): Buffer {
  const lines = [
    ['OFFICIAL-SENSITIVE'],
    ['Youth referrals from Lantern Bay Constabulary'],
    [''],
    [
      'URN',
      'Surname',
      'Forename(s)',
      'D.O.B',
      'Sex',
      'Self-defined ethnicity',
      'Address',
      'Postcode',
      'Offence',
      'Offence date',
      'OIC',
      'Proposed outcome',
      'Admission',
      'Victim?',
      'Victim consents to share details',
      'Co-suspect URN',
      'Date referred to YJS',
    ],
    ...rows,
  ];
  // Every letter used here is the same in Windows-1252 as in Latin-1.
  return Buffer.from(lines.map((cells) => cells.join(',')).join('\r\n'), 'latin1');
}

/** One row of it: a child of about fifteen, a theft with a person harmed, referred eight days ago. */
export const policeRow = ({ reference, surname, forename }: Facts, daysOld = 5600): string[] => [
  reference,
  surname,
  forename,
  slashed(dayFromNow(-daysOld)),
  'F',
  'M2',
  '12 Lantern Street',
  'EM4 2AB',
  'Theft from shop',
  slashed(dayFromNow(-10)),
  'PC 9001',
  'YCC',
  'Y',
  'Y',
  'Y',
  '',
  slashed(dayFromNow(-8)),
];

/** Chooses the list's file and has it read. */
export async function uploadList(page: Page, name: string, list: Buffer): Promise<void> {
  await goTo(page, 'Referrals');
  await follow(page, 'Import a list');
  await page.getByLabel('The list').setInputFiles({ name, mimeType: 'text/csv', buffer: list });
  await go(page.getByRole('button', { name: 'Read the list' }));
}

/** From the chosen file, or from its columns, to the preview, once the list is judged. */
export async function toPreview(page: Page): Promise<void> {
  if (await page.getByRole('heading', { name: 'What the columns mean' }).isVisible())
    await go(page.getByRole('button', { name: 'See what will happen' }));
  await waitFor(page, 'See what the list will make');
  await follow(page, 'See what the list will make');
  await seeHeading(page, 'What the list will make');
}

/** Waits until the import is over. */
export const waitForImport = (page: Page): Promise<void> => waitFor(page, 'Go to the referrals');

// As a person does: looking again, unless the page has done so by itself.
async function waitFor(page: Page, link: string): Promise<void> {
  const isOver = () =>
    page
      .getByRole('button', { name: link })
      .or(page.getByRole('link', { name: link }))
      .isVisible();
  const lookAgain = page.getByRole('link', { name: 'Look again' });
  const look = async () => {
    if (await isOver()) return true;
    await lookAgain.click({ timeout: 1000 }).catch(() => undefined);
    return isOver();
  };
  await expect.poll(look, { timeout: 60_000, interval: 500 }).toBe(true);
}

/** Business support: the file, its columns, what will happen, the import, its report. */
export async function importList(page: Page, facts: Facts): Promise<void> {
  await uploadList(page, `list-${facts.reference.slice(5, 9)}.csv`, policeList([policeRow(facts)]));
  await toPreview(page);
  await see(page, `${facts.forename} ${facts.surname}`);
  await press(page, 'Import these rows', 'row');
  await waitForImport(page);
  await see(page, '1 new record');
  await follow(page, 'See it row by row');
  await seeHeading(page, 'What the list made');
  await page.getByRole('link', { name: `Referral of ${childOf(facts)}` }).waitFor();
  const report = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the report (CSV)' }).click();
  expect((await report).suggestedFilename()).toBe('referrals-report.csv');
}
