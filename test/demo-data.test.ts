import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

const FOLDER = new URL('../db/reference/demo/', import.meta.url);
const ROLES = [
  'case-manager',
  'court-officer',
  'practice-manager',
  'head-of-service',
  'police-officer',
  'health-clinician',
  'education-worker',
  'victim-worker',
  'panel-member',
  'business-support',
  'analyst',
  'auditor',
  'inspector',
  'board-member',
  'administrator',
  'social-care-worker',
  'early-help-worker',
];
const PLACEHOLDERS = ['{child}', '{school}', '{worker}', '{carer}', '{Carer}'];

describe('the demonstration service', () => {
  test('has twelve case managers in two teams, a board of nine and somebody in every role', () => {
    const staff = csv('staff');
    const count = (role: string, team?: string) =>
      staff.filter((row) => row.role === role && (team === undefined || row.team === team)).length;
    expect([count('case-manager', 'north'), count('case-manager', 'south')]).toEqual([6, 6]);
    expect([count('practice-manager'), count('board-member')]).toEqual([2, 9]);
    expect(ROLES.filter((role) => count(role) === 0)).toEqual([]);
    expect(staff.filter((row) => !ROLES.includes(row.role ?? ''))).toEqual([]);
  });

  test.each([
    ['forenames', 'forename'],
    ['surnames', 'surname'],
    ['streets', 'street'],
    ['postcodes', 'postcode'],
    ['schools', 'code'],
    ['staff', 'code'],
  ])('%s holds each %s once', (name, key) => {
    const values = csv(name).map((row) => row[key] ?? '');
    expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
    expect(values).not.toContain('');
  });

  test('is nowhere real: its postcodes begin with letters that no postcode area has', () => {
    for (const row of csv('postcodes')) {
      expect(row.postcode).toMatch(/^EM\d{1,2} \d[A-Z]{2}$/);
      expect(row.postcode?.startsWith(`${row.outcode} `)).toBe(true);
    }
  });

  test('teaches at places whose kind is in the list of education', () => {
    const kinds = codes('education_type');
    expect(csv('schools').filter((row) => !kinds.includes(row.education_type ?? ''))).toEqual([]);
  });
});

describe('narratives', () => {
  const files = readdirSync(new URL('narratives/', FOLDER));

  test.each(files)('%s uses only the placeholders that the generator fills', (file) => {
    const used = text(file).match(/\{[^{}"\n:]*\}/g) ?? [];
    expect(used.filter((word) => !PLACEHOLDERS.includes(word))).toEqual([]);
  });

  test.each(files)('%s calls a child a child, and says nothing twice', (file) => {
    expect(text(file)).not.toMatch(/offender|perpetrator|\bclient\b|service user|gang member/i);
    const long = (text(file).match(/"[^"\n]{60,}"/g) ?? []).map((line) => line.toLowerCase());
    expect(long.filter((line, index) => long.indexOf(line) !== index)).toEqual([]);
  });

  test.each([
    ['contact-notes', 'type', 'contact_type'],
    ['change-events', 'type', 'change_event_type'],
    ['safety-lines', 'risk', 'risk_type'],
    ['contingency', 'risk', 'risk_type'],
    ['childs-own-lines', 'risk', 'risk_type'],
  ])('every %s names a %s of the list %s', (file, key, list) => {
    const known = codes(list);
    const rows: Record<string, string>[] = JSON.parse(text(`${file}.json`));
    expect(rows.filter((row) => !known.includes(row[key] ?? ''))).toEqual([]);
  });

  test('there are rationales for every outcome that a panel may decide', () => {
    const rationales: Record<string, string[]> = JSON.parse(text('panel-rationales.json'));
    expect(Object.keys(rationales).sort()).toEqual(codes('outcome').sort());
    for (const lines of Object.values(rationales)) expect(lines.length).toBeGreaterThanOrEqual(15);
  });

  test('assessment answers of every topic come at low, medium and high', () => {
    const topics: Record<string, { severity: string; text: string }[]> = JSON.parse(
      text('assessment-answers.json'),
    );
    for (const [topic, answers] of Object.entries(topics)) {
      const severities = [...new Set(answers.map((answer) => answer.severity))].sort();
      expect(severities, topic).toEqual(['high', 'low', 'medium']);
    }
  });
});

function csv(name: string): Record<string, string>[] {
  return parse(readFileSync(new URL(`${name}.csv`, FOLDER), 'utf8'), { columns: true });
}

function codes(list: string): string[] {
  const rows: Record<string, string>[] = parse(
    readFileSync(new URL(`../${list}.csv`, FOLDER), 'utf8'),
    { columns: true },
  );
  return rows.map((row) => row.code ?? '');
}

function text(file: string): string {
  return readFileSync(new URL(`narratives/${file}`, FOLDER), 'utf8');
}
