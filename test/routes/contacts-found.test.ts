import { beforeAll, expect, it } from 'vitest';
import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays } from '../../src/domain/calendar/day.ts';
import { urls } from '../../src/urls.ts';
import { testApp, type Visitor } from '../support/app.ts';
import { makeChild } from '../support/children.ts';
import { staffId, testDatabase } from '../support/database.ts';
import { dayBoxes } from '../support/day-boxes.ts';
import { ownerOf } from '../support/panels.ts';

const database = testDatabase();
const asOwner = ownerOf(database);
let ama: Visitor;

beforeAll(async () => {
  const site = await testApp(database());
  ama = await site.as('ama-lovelock');
  return () => site.jobs.stop();
});

const filled = (said: Readonly<Record<string, string>>) => ({
  type: 'home-visit',
  place: 'At home',
  ...dayBoxes('on', addDays(britishDay(new Date()), -1)),
  at: '4.15pm',
  minutes: '45',
  worker_id: staffId('ama-lovelock'),
  involvement_id: '',
  attendance: 'attended',
  child_seen: 'alone',
  ...said,
});

it('a contact is found among many by words of what was said, wherever in it they stand', async () => {
  const child = await asOwner((tx) => makeChild(tx, { worker: 'ama-lovelock' }));
  for (const [notes, child_words] of [
    ['We talked about the boxing club.', 'I want to go back to school'],
    ['Nothing of 100% note.', 'I like boxing'],
    ['The weather.', ''],
  ])
    await ama.post(
      urls.contacts.record(child),
      filled({ notes: notes ?? '', child_words: child_words ?? '', next_step: '' }),
    );
  const found = async (words: string) => {
    const text = await (await ama.get(urls.contacts.list(child, { words }))).text();
    return /id="count">([^<]*)/.exec(text)?.[1]?.trim();
  };
  expect(await found('')).toBe('3 contacts, newest first');
  expect(await found(' BOXING ')).toBe('2 contacts, newest first');
  expect(await found('school boxing')).toBe('1 contact, newest first');
  expect(await found('0%')).toBe('1 contact, newest first');
  expect(await found('_')).toContain('No contact fits this filter');
});
