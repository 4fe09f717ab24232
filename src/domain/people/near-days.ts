import { type Day, isDay } from '../calendar/day.ts';
import { remember } from '../text/remember.ts';

/** The day, and every day that one slip of a typing hand makes of it: the days that `birthRelation` does not call different. */
export const nearDays = remember((day: Day): readonly Day[] => {
  const [year = '', month = '', date = ''] = day.split('-');
  const near = [day, `${year}-${date}-${month}`];
  const digits = [...day];
  for (const [at, digit] of digits.entries()) {
    if (digit === '-') continue;
    for (const other of '0123456789')
      near.push([...digits.slice(0, at), other, ...digits.slice(at + 1)].join(''));
    const next = digits[at + 1];
    if (next !== undefined && next !== '-')
      near.push([...digits.slice(0, at), next, digit, ...digits.slice(at + 2)].join(''));
  }
  return [...new Set(near.filter(mayBeBirthday))];
});

// No child on record was born in another century; days that do not exist are nobody's birthday.
const mayBeBirthday = (day: Day): boolean => isDay(day) && /^(19|20)/.test(day);
