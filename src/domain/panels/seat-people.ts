import type { Seat } from './quorum.data.ts';
import type { Attendee } from './quorum.ts';

/** Seats people by augmenting paths, stricter seats first, because a substitute may be needed elsewhere. */
export function seatPeople(
  seats: readonly Seat[],
  present: readonly Attendee[],
): Map<string, Attendee> {
  const order = ['must-attend', 'attend-or-send-view', 'invited'] as const;
  const bySeat = new Map<string, Attendee>();
  const seatOf = new Map<Attendee, Seat>();
  const place = (seat: Seat, tried: Set<Attendee>): boolean => {
    for (const agency of seat.agencies) {
      for (const person of present) {
        if (person.agency !== agency || tried.has(person)) continue;
        tried.add(person);
        const current = seatOf.get(person);
        if (current && !place(current, tried)) continue;
        seatOf.set(person, seat);
        bySeat.set(seat.id, person);
        return true;
      }
    }
    return false;
  };
  for (const requirement of order) {
    for (const seat of seats) if (seat.requirement === requirement) place(seat, new Set());
  }
  return bySeat;
}
