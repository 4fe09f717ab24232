import { code } from '../../record/choice-fields.tsx';
import { number, text } from '../../record/text-fields.tsx';

const hours = (what: 'offered' | 'attended') => number({ label: `Hours ${what}`, from: 0, to: 60 });

/** What is said of a week, wherever it is said; one figure after the point at most. */
export const weekFields = {
  offered: hours('offered'),
  attended: hours('attended'),
  barrier: code('education_barrier', { label: 'What is in the way', empty: 'Nothing' }),
  next: text({ label: 'Next action', max: 300 }),
};
