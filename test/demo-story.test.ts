import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { tellChildren } from '../src/demo/make-demonstration.ts';
import type { DemoStaff } from '../src/demo/people.ts';
import { recordedBy } from '../src/demo/rows.ts';
import { missingForSignature } from '../src/domain/assessments/completeness.ts';
import { draftOf, readContent } from '../src/domain/assessments/content.ts';
import { loadedTemplate } from '../src/domain/assessments/load-template.ts';
import { contradictionsOf } from '../src/domain/assessments/since-signed.ts';
import type { QuestionRole } from '../src/domain/assessments/template.ts';

type Row = Readonly<Record<string, unknown>>;
const kept: { readonly table: string; readonly row: Row }[] = [];
const of = (table: string): Row[] =>
  kept.filter((each) => each.table === table).map(({ row }) => row);
const reference = (name: string) =>
  readFileSync(new URL(`../db/reference/${name}`, import.meta.url), 'utf8');
// A Tuesday before anybody is at work: whatever is written as done today has not happened.
const now = new Date('2026-10-06T06:30:00Z');

beforeAll(async () => {
  const staff: Record<string, string>[] = parse(reference('demo/staff.csv'), { columns: true });
  await tellChildren(
    recordedBy(now, {
      add: (table, row) => {
        kept.push({ table, row: row as Row });
      },
      size: 0,
      flush: async () => undefined,
    }),
    {
      serviceId: 'eastmarsh',
      staff: staff.map((row) => ({
        id: row.code ?? '',
        name: row.name ?? '',
        role: row.role as DemoStaff['role'],
        agency: row.role?.split('-')[0] ?? '',
        teamId: row.team ?? '',
      })),
    },
    { now, children: 330, seed: 20_260_401 },
    async () => undefined,
  );
});

describe('when the day is young', () => {
  test.each(['created_at', 'saved_at', 'held_at'])('nothing has a %s later than now', (column) => {
    const late = kept.filter(({ row }) => new Date(String(row[column] ?? 0)) > now);
    expect(late.map(({ table, row }) => [table, row[column]])).toEqual([]);
  });

  test.each([
    ['contact', 'held_at'],
    ['plan', 'agreed_on'],
    ['closure', 'approved_on'],
    ['review', 'held_on'],
    ['review', 'manager_checked_on'],
    ['police_notice', 'sent_on'],
    ['police_notice', 'acknowledged_on'],
    ['decision', 'confirmed_on'],
    ['oversight_entry', 'entered_on'],
    ['victim_involvement', 'wishes_on'],
  ])('no %s has a %s after today', (table, column) => {
    const days = of(table).map((row) => String(row[column] ?? ''));
    expect(days.filter((day) => day.slice(0, 10) > '2026-10-06')).toEqual([]);
  });

  test('a meeting later today is planned, not held', () => {
    const today = of('contact').filter((row) => String(row.planned_at).startsWith('2026-10-06'));
    expect(today.length).toBeGreaterThan(0);
    expect(new Set(today.map(({ status }) => status))).toEqual(new Set(['planned']));
  });
});

describe('a story holds together', () => {
  test('a home visit is at home or where the child stays, and a school visit at the school', () => {
    const places = (type: string) =>
      new Set(
        of('contact')
          .filter((row) => row.type === type)
          .map(({ place }) => place),
      );
    expect([...places('home-visit')].sort()).toEqual(['Home', 'The aunt’s flat']);
    expect(places('school-visit')).not.toContain('Home');
    expect(places('school-visit')).not.toContain('Wharf House');
  });

  test('the child is quoted only where the child was heard', () => {
    const quoted = of('contact').filter((row) => row.child_words !== undefined);
    expect(quoted.length).toBeGreaterThan(0);
    expect(quoted.filter((row) => row.type === 'parent' || row.attendance !== 'attended')).toEqual(
      [],
    );
  });

  test('whoever cares for the child is in the family and lives where the home says', () => {
    const family = Map.groupBy(of('network_person'), (row) => row.child_id);
    const livesWith = (childId: unknown, relationship: string) =>
      family.get(childId)?.find((row) => row.relationship === relationship)?.lives_with_child;
    const now = of('child_address').filter((row) => row.valid_to === null);
    expect(now.length).toBeGreaterThan(300);
    for (const { child_id, accommodation_type } of now) {
      expect(livesWith(child_id, 'mother')).toBe(accommodation_type === 'at-home');
      if (accommodation_type === 'family-not-parents')
        expect(livesWith(child_id, 'grandmother')).toBe(true);
      if (accommodation_type === 'foster-council')
        expect(livesWith(child_id, 'foster-carer')).toBe(true);
    }
  });

  test('a note that speaks of the grandmother who cares is about a child who lives with her', () => {
    const withGrandmother = new Set(
      of('network_person')
        .filter((row) => row.relationship === 'grandmother')
        .map((row) => row.child_id),
    );
    const notes = of('contact').filter((row) =>
      /grandmother, who is the main carer/.test(String(row.notes)),
    );
    expect(notes.length).toBeGreaterThan(0);
    expect(notes.filter((row) => !withGrandmother.has(row.child_id))).toEqual([]);
  });

  test('a manager speaks of a plan only once there is one, and of a victim only where there is one', () => {
    const planned = new Map(of('plan').map((row) => [row.child_id, String(row.started_on)]));
    const victims = new Set(of('victim_involvement').map((row) => row.child_id));
    for (const { kind, text, child_id, entered_on } of of('oversight_entry')) {
      if (kind !== 'supervision') continue;
      if (/^Plan|^Exit/.test(String(text)))
        expect(String(entered_on) > (planned.get(child_id) ?? '')).toBe(true);
      if (/Victim worker/.test(String(text))) expect(victims.has(child_id)).toBe(true);
    }
  });

  test('a referral is called a knife referral only when a knife is among its offences', () => {
    const knife = new Set(
      of('offence')
        .filter((row) => row.is_knife)
        .map((row) => row.referral_id),
    );
    const called = of('referral').filter((row) => /Knife/.test(String(row.case_direction)));
    expect(called.length).toBeGreaterThan(0);
    expect(called.filter((row) => !knife.has(row.id))).toEqual([]);
  });

  test('an assessment that was signed lacks nothing that a signature asks for', () => {
    const loaded = loadedTemplate(JSON.parse(reference('assessment-templates/foothold-1.json')));
    if (loaded.kind !== 'ok') throw new Error('The shipped tool does not load');
    const signed = of('assessment').filter((row) => row.status !== 'draft');
    expect(signed.length).toBeGreaterThan(200);
    for (const row of signed)
      expect(missingForSignature(draftOf(loaded.template, readContent(row.content)))).toEqual([]);
  });

  test('no assessment contradicts itself', () => {
    const loaded = loadedTemplate(JSON.parse(reference('assessment-templates/foothold-1.json')));
    if (loaded.kind !== 'ok') throw new Error('The shipped tool does not load');
    const kinds = parse(reference('risk_type.csv'), { columns: true }) as Record<string, string>[];
    const record = {
      ...{ homes: [], changes: [], exploitation: [] },
      risks: kinds.map(({ label, contradicts }) => ({
        label: label ?? '',
        role: contradicts as QuestionRole,
      })),
    };
    const found = of('assessment').flatMap((row) => {
      const now = readContent(row.content);
      return contradictionsOf(loaded.template, { signed: null, now }, record);
    });
    expect(found).toEqual([]);
  });

  test('each answer of an assessment is one that was written for its question', () => {
    const answers: Record<string, { text: string }[]> = JSON.parse(
      reference('demo/narratives/assessment-answers.json'),
    );
    const start = (text: string) => text.replace(/\{[A-Za-z]+\}.*/s, '').slice(0, 25);
    for (const id of ['money', 'substances', 'friends', 'identity', 'online', 'home'])
      for (const row of of('assessment')) {
        const answer = readContent(row.content).answers[id];
        if (answer?.state !== 'answered') continue;
        const known = (answers[id] ?? []).some(({ text }) =>
          String(answer.value).startsWith(start(text)),
        );
        expect(known, `${id}: ${answer.value}`).toBe(true);
      }
  });
});

describe('the page that the child takes home', () => {
  const printed = () => of('plan_line').filter((row) => row.on_child_page === true);
  const workers = (name: string, keys: readonly string[]): string[] => {
    const rows: Record<string, string>[] = JSON.parse(reference(`demo/narratives/${name}.json`));
    return rows.flatMap((row) => keys.map((key) => (row[key] ?? '').split('{')[0] ?? ''));
  };

  test('has lines that are written to the child, and none of those for workers', () => {
    const lines = printed().filter((row) => row.kind === 'safety' || row.kind === 'contingency');
    expect(lines.length).toBeGreaterThan(20);
    const forWorkers = [
      ...workers('safety-lines', ['control']),
      ...workers('contingency', ['trigger', 'action']),
    ].filter((text) => text.length > 12);
    const words = lines.map((row) => `${row.text} ${row.then_text ?? ''}`);
    expect(words.filter((text) => forWorkers.some((other) => text.includes(other)))).toEqual([]);
    for (const text of words) expect(text).toMatch(/\b(I|me|my)\b/i);
  });

  test('has nothing of anybody harmed', () => {
    expect(of('plan_line').some((row) => row.kind === 'victim-safety')).toBe(true);
    const about = (row: Row) =>
      row.kind === 'victim-safety' ||
      /Victim worker|person harmed|person already harmed/.test(`${row.risk} ${row.text}`);
    expect(printed().filter(about)).toEqual([]);
  });
});
