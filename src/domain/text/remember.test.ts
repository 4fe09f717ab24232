import { expect, test } from 'vitest';
import { remember } from './remember.ts';

test('an answer is worked out once, and again only after all was forgotten because it was full', () => {
  const asked: string[] = [];
  const length = remember((text) => {
    asked.push(text);
    return text.length;
  }, 2);
  expect([length('a'), length('bb'), length('a'), length('bb')]).toEqual([1, 2, 1, 2]);
  expect(asked).toEqual(['a', 'bb']);
  expect([length('ccc'), length('ccc'), length('a')]).toEqual([3, 3, 1]);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
});

test('that there is nothing is an answer too', () => {
  let times = 0;
  const nothing = remember(() => {
    times += 1;
    return null;
  });
  expect([nothing('a'), nothing('a')]).toEqual([null, null]);
  expect(times).toBe(1);
});
