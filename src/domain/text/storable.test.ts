import { expect, it } from 'vitest';
import { storable } from './storable.ts';

it('what a word processor pastes keeps its lines and loses what no file may hold', () => {
  const bad = [0, 1, 8, 12, 14, 31, 0xd800, 0xfffe, 0xffff].map((code) =>
    String.fromCharCode(code),
  );
  expect(storable(`One\vtwo${bad.join('')}\tthree\n\r£é😀\u{fffd}`)).toBe(
    'One\ntwo\tthree\n\r£é😀\u{fffd}',
  );
});
