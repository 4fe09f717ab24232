import type { Day } from '../../src/domain/calendar/day.ts';

/** A day as the three boxes of a form take it: what is asked by the field's name. */
export const dayBoxes = (field: string, on: Day): Readonly<Record<string, string>> => {
  const [year = '', month = '', date = ''] = on.split('-');
  return { [`${field}-day`]: date, [`${field}-month`]: month, [`${field}-year`]: year };
};
