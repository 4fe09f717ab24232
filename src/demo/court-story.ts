import { addMonths } from '../domain/calendar/day.ts';
import { tellHearings } from './hearing-story.ts';
import { tellOrder } from './order-story.ts';
import type { Referral } from './referral-story.ts';
import type { Journey, Story } from './story.ts';
import { at, workingDaysOn } from './working-days.ts';

const oneIn = 9;
/** How far a child's matter before the court has come, one child after another. */
const comesTo = ['charged', 'denied', 'convicted', 'reduced', 'withdrawn'] as const;

/** Of some children: what they are charged with, what they said to it, what the court found and what it ordered. */
export function tellCharges(
  story: Story,
  { allocated, ends }: Journey,
  referral: Referral,
  index: number,
): void {
  const { rows, serviceId: service_id, child, worker, asOf } = story;
  const [offence] = referral.offences;
  if (index % oneIn !== 0 || !offence || allocated > asOf) return;
  const stage = comesTo[(index / oneIn) % comesTo.length] ?? 'charged';
  const latest = addMonths(asOf, -4);
  const charged = workingDaysOn(allocated > latest ? allocated : latest, 1);
  const heard = workingDaysOn(charged, 15);
  if (charged > asOf) return;
  const made = {
    service_id,
    child_id: child.id,
    created_by: worker.id,
    created_at: at(charged, '11:10'),
    offence_id: offence.id,
    charged_on: charged,
    arrested_on: allocated,
    charged_by: 'police',
  };
  const id = story.id();
  const isHeard = heard <= asOf;
  tellHearings(story, { charges: [id], charged, heard, matter: stage });
  const ended = {
    standing: stage,
    standing_on: heard,
    standing_reason:
      stage === 'reduced'
        ? 'The prosecution accepted a plea to the lesser charge.'
        : 'A witness no longer supports the case.',
  };
  const pleaded = {
    plea: stage === 'denied' ? 'not-guilty' : 'guilty',
    plea_on: heard,
    ...(stage === 'convicted' ? { finding: 'guilty', found_on: heard } : {}),
  };
  rows.add('charge', {
    ...made,
    id,
    wording: offence.label,
    ...(isHeard && (stage === 'reduced' || stage === 'withdrawn') ? ended : {}),
    ...(isHeard && (stage === 'denied' || stage === 'convicted') ? pleaded : {}),
  });
  if (!isHeard || (stage !== 'reduced' && stage !== 'convicted')) return;
  const lesser = stage === 'reduced' ? story.id() : null;
  if (lesser)
    rows.add('charge', {
      ...made,
      id: lesser,
      instead_of: id,
      charged_on: heard,
      wording: 'Threatening words or behaviour',
      plea: 'guilty',
      plea_on: heard,
      finding: 'guilty',
      found_on: heard,
    });
  const turn = Math.floor(index / oneIn / comesTo.length) * 2 + (lesser ? 1 : 0);
  tellOrder(story, lesser ?? id, { convicted: heard, workedUntil: ends }, turn);
}
