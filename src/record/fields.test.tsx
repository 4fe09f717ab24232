import { describe, expect, it } from 'vitest';
import type { Form } from '../platform/http/context.ts';
import { choice, code, tick, ticks, yesNo } from './choice-fields.tsx';
import { day } from './day-field.tsx';
import type { FieldSet, Options } from './field.ts';
import { readFields, shownOf, tagsOf, wordsOf } from './fields.ts';
import { longText, number, text } from './text-fields.tsx';

const options: Options = {
  kinds: [
    { value: 'school', text: 'School' },
    { value: 'borstal', text: 'Borstal', past: true },
  ],
};

// One of each field: what a newcomer copies from.
const fields = {
  provider: text({ label: 'Name of the school', required: 'Enter the name', max: 10 }),
  hours: number({ label: 'Hours a week', from: 0, to: 60 }),
  notes: longText({ label: 'What was said', says: 'Notes' }),
  began_on: day({ label: 'Since when?', says: 'The first day', within: 'past' }),
  kind: code('kinds', { label: 'What is it?', required: 'Choose what it is' }),
  pace: choice([{ value: 'slow', text: 'Slowly' }], { label: 'How fast?' }),
  suitable: yesNo({ label: 'Is it suitable?', required: 'Choose whether it is suitable' }),
  needs: ticks('kinds', { label: 'What else?' }),
  agreed: tick({ label: 'Agreed', text: 'The child agrees' }),
};
const asked = { today: '2026-10-06', options };

const formOf = (typed: Readonly<Record<string, string | string[]>>): Form => {
  const all = (name: string) => [typed[name] ?? []].flat();
  return { all, text: (name) => (all(name)[0] ?? '').trim(), file: () => null, values: typed };
};
const filled = {
  provider: 'Northfield',
  hours: '12.5',
  notes: 'A line\nand another',
  'began_on-day': '3',
  'began_on-month': '9',
  'began_on-year': '2026',
  kind: 'school',
  pace: 'slow',
  suitable: 'not-asked',
  needs: ['school'],
  agreed: 'yes',
};
const faultsOf = (typed: Readonly<Record<string, string | string[]>>) => {
  const read = readFields(fields, formOf({ ...filled, ...typed }), asked);
  return read.ok ? [] : read.faults.map(({ field, message }) => `${field}: ${message}`);
};

describe('what is typed into the fields of a form', () => {
  it('is read under the names of the columns', () => {
    expect(readFields(fields, formOf(filled), asked)).toEqual({
      ok: true,
      value: {
        provider: 'Northfield',
        hours: '12.5',
        notes: 'A line\nand another',
        began_on: '2026-09-03',
        kind: 'school',
        pace: 'slow',
        suitable: 'not-asked',
        needs: ['school'],
        agreed: true,
      },
    });
  });

  it('is null where it was left blank and may be', () => {
    const blank = { hours: '', notes: '', 'began_on-day': '', pace: '', needs: [], agreed: '' };
    const none = { 'began_on-month': '', 'began_on-year': '' };
    const read = readFields(fields, formOf({ ...filled, ...blank, ...none }), asked);
    expect(read.ok && read.value).toMatchObject({
      hours: null,
      notes: null,
      began_on: null,
      pace: null,
      needs: [],
      agreed: false,
    });
  });

  it.each([
    [{ provider: ' ' }, 'provider: Enter the name'],
    [{ provider: 'Northfield School' }, 'provider: Use 10 letters or fewer'],
    [{ hours: '61' }, 'hours: Hours a week must be a number from 0 to 60'],
    [{ hours: 'ten' }, 'hours: Hours a week must be a number from 0 to 60'],
    [{ hours: '1e1' }, 'hours: Hours a week must be a number from 0 to 60'],
    [{ kind: '' }, 'kind: Choose what it is'],
    [{ kind: 'prison' }, 'kind: Choose what it is'],
    [{ pace: 'fast' }, 'pace: Choose one of these, or none'],
    [{ needs: ['school', 'prison'] }, 'needs: Choose from these'],
    [{ suitable: '' }, 'suitable: Choose whether it is suitable'],
  ])('%j is refused at its own box, with what to do', (typed, fault) => {
    expect(faultsOf(typed)).toEqual([fault]);
  });

  it('a day that is not there, or is still to come, leads to the day’s first box', () => {
    expect(faultsOf({ 'began_on-day': '31' })[0]).toMatch(/^began_on-day: The first day/);
    expect(faultsOf({ 'began_on-year': '2027' })[0]).toMatch(/^began_on-day: The first day/);
  });

  it('is refused in all its boxes at once, so that nobody mends one to be told of the next', () => {
    expect(faultsOf({ provider: '', hours: 'x', kind: '' })).toHaveLength(3);
  });
});

describe('what is stored', () => {
  const stored = readFields(fields, formOf(filled), asked);
  const row = stored.ok ? stored.value : {};

  it('is in the boxes as it would be typed, and reads the same again', () => {
    const shown = shownOf<FieldSet>(fields, row);
    expect(shown).toMatchObject({ ...filled, 'began_on-day': '3', 'began_on-month': '9' });
    expect(readFields(fields, formOf(shown), asked)).toEqual(stored);
  });

  it('is said in words, by the code list as it is now', () => {
    expect(wordsOf<FieldSet>(fields, row, options)).toMatchObject({
      began_on: '3 September 2026',
      kind: 'School',
      hours: '12.5',
      suitable: 'Not asked',
      agreed: 'Yes',
    });
    expect(wordsOf(fields, {}, options).notes).toBe('');
  });

  it('keeps a choice of the past where it was chosen, and offers it to nobody else', () => {
    const drawn = (kind: string) => {
      const { kind: Kind } = tagsOf(fields, { faults: [], shown: { kind }, options });
      return String(<Kind />);
    };
    expect(drawn('school')).not.toContain('Borstal');
    expect(drawn('borstal')).toContain('Borstal');
  });
});

describe('a field as it is drawn', () => {
  it('has the name of its column, what was typed, and its fault beside it', () => {
    const faults = [{ field: 'provider', message: 'Enter the name' }];
    const F = tagsOf(fields, { faults, shown: { provider: 'N<b>' }, options });
    const drawn = String(<F.provider />);
    expect(drawn).toContain('name="provider"');
    expect(drawn).toContain('value="N&lt;b&gt;"');
    expect(drawn).toContain('Enter the name');
    expect(String(<F.provider label="College" />)).toContain('College');
  });
});
