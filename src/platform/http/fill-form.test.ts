import { describe, expect, it } from 'vitest';
import { fillForm, hasFields } from './fill-form.ts';

const form = (inside: string) => `<form method="post">${inside}</form>`;

describe('a form is shown with what was typed in it', () => {
  it.each([
    [
      'a line of text',
      '<input type="text" name="place" value="At home">',
      { place: 'A “café” & <bar>' },
      '<input value="A “café” &amp; &lt;bar&gt;" type="text" name="place">',
    ],
    [
      'a text of several lines',
      '<textarea name="note" rows="6">Stored</textarea>',
      { note: '\nFirst\nsecond' },
      '<textarea name="note" rows="6">\n\nFirst\nsecond</textarea>',
    ],
    [
      'a choice of a list',
      '<select name="kind"><option value="a" selected>A</option><option value="b">B</option></select>',
      { kind: 'b' },
      '<select name="kind"><option value="a">A</option><option selected value="b">B</option></select>',
    ],
    [
      'one choice of several',
      '<input type="radio" name="seen" value="yes" checked=""/><input type="radio" name="seen" value="no"/>',
      { seen: 'no' },
      '<input type="radio" name="seen" value="yes"/><input checked type="radio" name="seen" value="no"/>',
    ],
    [
      'boxes ticked, and unticked',
      '<input type="checkbox" name="lens" value="a" checked><input type="checkbox" name="lens" value="b"><input type="checkbox" name="sure" value="1" checked>',
      { lens: ['b'] },
      '<input type="checkbox" name="lens" value="a"><input checked type="checkbox" name="lens" value="b"><input type="checkbox" name="sure" value="1">',
    ],
    [
      'the second of two boxes of one name',
      '<input name="who" value=""><input name="who" value="">',
      { who: ['Nan', 'Jo'] },
      '<input value="Nan" name="who"><input value="Jo" name="who">',
    ],
    [
      'the version that it was typed under, and no other hidden field',
      '<input type="hidden" name="version" value="4"/><input type="hidden" name="next" value="/"/><input name="a" value="">',
      { version: '3', next: '//elsewhere', a: 'x' },
      '<input value="3" type="hidden" name="version"/><input type="hidden" name="next" value="/"/><input value="x" name="a">',
    ],
  ])('%s', (_what, before, typed, after) =>
    expect(fillForm(form(before), typed)).toMatchObject({ html: form(after), isChanged: true }),
  );

  it('and never a password or a file', () => {
    const secret = form('<input type="password" name="p"><input type="file" name="f">');
    expect(fillForm(secret, { p: 'secret', f: 'list.csv' }).html).toBe(secret);
  });

  it('and it is not said that words wait where they are the same as those that are saved', () => {
    const same = form('<textarea name="note">He &amp; Nan</textarea>');
    expect(fillForm(same, { note: 'He & Nan' }).isChanged).toBe(false);
  });

  it('and the words of the record that it hides are given beside it', () => {
    const html = form('<label for="n">Note</label><textarea id="n" name="note">Stored</textarea>');
    expect(fillForm(html, { note: 'New' }).replaced).toEqual([{ label: 'Note', stored: 'Stored' }]);
  });
});

it.each([
  ['<input type="hidden" name="a"><button>Agree</button>', false],
  ['<input name="a">', true],
  ['<input name="a" type="radio">', true],
  ['<textarea name="a"></textarea>', true],
])('%s: something is typed in it: %s', (html, expected) =>
  expect(hasFields(form(html))).toBe(expected),
);
