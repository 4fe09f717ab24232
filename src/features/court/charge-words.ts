import { formatDay } from '../../domain/calendar/day.ts';
import { chargeEnds, chargers, findings, pleas } from '../../domain/orders/charge.ts';
import type { Item } from '../../record/items.tsx';
import type { Writes } from '../../record/rows-page.tsx';
import type { Charge } from './charges.queries.ts';

/** Who records what a court is told and does. */
export const writesCourt: Writes = { permission: 'court.write', recordClass: 'RC2' };

export const choicesOf = <V extends string>(words: Readonly<Record<V, string>>) =>
  (Object.entries(words) as [V, string][]).map(([value, text]) => ({ value, text }));

const codeLine = ({ ho_code, ho_words }: Charge) => {
  if (!ho_code) return 'No Home Office code yet';
  return ho_words
    ? `Home Office code ${ho_code}: ${ho_words}`
    : `Home Office code ${ho_code}, which is not in the list`;
};

/** One charge in words. */
export function chargeItem(charge: Charge): Item {
  const { standing, plea, plea_on, finding, found_on } = charge;
  const said = [
    plea && plea_on ? `Plea: ${pleas[plea].toLowerCase()}, ${formatDay(plea_on)}` : 'No plea yet',
    finding && found_on ? `Found ${findings[finding].toLowerCase()} on ${formatDay(found_on)}` : '',
  ];
  const by = charge.charged_by === 'not-known' ? '' : ` by ${chargers[charge.charged_by]}`;
  return {
    title: charge.wording,
    badges: [
      ...(charge.told ? [{ text: 'A court said otherwise', tone: 'late' as const }] : []),
      ...(standing === 'charged' && finding === 'guilty'
        ? [{ text: 'Convicted', tone: 'neutral' as const }]
        : []),
      ...(standing === 'charged' ? [] : [{ text: chargeEnds[standing], tone: 'neutral' as const }]),
    ],
    lines: [
      `Charged on ${formatDay(charge.charged_on)}${by}${charge.offence_on ? `, for an offence on ${formatDay(charge.offence_on)}` : ''}`,
      codeLine(charge),
      said.filter(Boolean).join('. '),
      charge.standing_on
        ? `${standing === 'charged' ? '' : chargeEnds[standing]} on ${formatDay(charge.standing_on)}: ${charge.standing_reason}`
        : '',
      charge.told
        ? `The court’s result of ${formatDay(charge.told.on)} is not recorded on the charge yet: ${charge.told.words}`
        : '',
      charge.reduced_to ? `The charge is now: ${charge.reduced_to}` : '',
    ],
  };
}
