import { britishDay } from '../../src/domain/calendar/british-time.ts';
import type { Box, FormIn } from './forms-in.ts';

const [year = '', month = '', day = ''] = britishDay(new Date()).split('-');

/** A form filled in by the kind of each box, as somebody who only wants to get through it would. */
export function filledIn(form: FormIn, choice: 'first' | 'last'): Record<string, string[]> {
  const filled: Record<string, string[]> = { ...form.fields };
  for (const box of form.boxes) {
    const value = valueFor(box, form, choice);
    if (value !== undefined) filled[box.name] = [value];
  }
  return filled;
}

function valueFor(box: Box, form: FormIn, choice: 'first' | 'last'): string | undefined {
  const has = form.fields[box.name]?.some((value) => value !== '');
  if (box.kind === 'hidden' || has) return undefined;
  if (box.kind === 'textarea') return 'Words of somebody who was there and says what they saw';
  if (box.kind === 'select') return choice === 'first' ? box.choices[0] : box.choices.at(-1);
  if (box.kind === 'radio' || box.kind === 'checkbox') {
    const group = form.boxes.filter(({ name }) => name === box.name);
    return (choice === 'first' ? group[0] : group.at(-1))?.value;
  }
  if (['submit', 'button', 'file'].includes(box.kind)) return undefined;
  if (box.name.endsWith('-day')) return day;
  if (box.name.endsWith('-month')) return month;
  if (box.name.endsWith('-year')) return year;
  if (box.kind === 'email' || /email/i.test(box.name)) return 'somebody@example.org';
  if (/minutes|hours|number|count|size|days/i.test(box.name)) return '10';
  if (/(^|_)at$|time/i.test(box.name)) return '10:30am';
  if (/postcode/i.test(box.name)) return 'EM1 2AB';
  return 'Words';
}
