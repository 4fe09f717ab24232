import { type QuorumRule, quorumRules } from './quorum.data.ts';
import { seatPeople } from './seat-people.ts';

/** One person asked to the panel; nobody fills two seats. */
export type Attendee = {
  name: string;
  agency: string;
  attendance: 'expected' | 'attended' | 'apologies' | 'absent';
  /** They wrote their agency's view for the panel, which counts where a seat may be heard in writing. */
  sentView: boolean;
};

export type SeatFilled = {
  seat: string;
  label: string;
  filledBy: string | null;
  how: 'present' | 'substitute' | 'sent-view' | 'empty';
};

export type Quorum = {
  isQuorate: boolean;
  seats: SeatFilled[];
  /** Why it is not quorate, one sentence a reason. */
  missing: string[];
};

/** The rule of a kind of panel. */
export const panelRule = (kind: string): QuorumRule =>
  quorumRules.find(({ id }) => id === kind) ?? quorumRules[0];

/** The kinds of panel that hear a referral, or an order. */
export const kindsAbout = (subject: QuorumRule['about']): readonly string[] =>
  quorumRules.filter(({ about }) => about === subject).map(({ id }) => id);

/** Whether the panel may decide: people are placed so that as many required seats as possible are filled. */
export function quorumOf(rule: QuorumRule, attendees: readonly Attendee[]): Quorum {
  const present = attendees.filter((person) => person.attendance === 'attended');
  const heard = attendees.filter((person) => person.sentView && person.attendance !== 'attended');
  const placed = seatPeople(rule.seats, present);
  const seats = rule.seats.map((seat): SeatFilled => {
    const common = { seat: seat.id, label: seat.label };
    const person = placed.get(seat.id);
    if (person) {
      const how = person.agency === seat.agencies[0] ? 'present' : 'substitute';
      return { ...common, filledBy: person.name, how };
    }
    const view = heard.find((sender) => seat.agencies.includes(sender.agency));
    if (view && seat.requirement !== 'must-attend') {
      return { ...common, filledBy: view.name, how: 'sent-view' };
    }
    return { ...common, filledBy: null, how: 'empty' };
  });
  const missing = rule.seats.flatMap((seat, index) => {
    if (seats[index]?.filledBy !== null) return [];
    if (seat.requirement === 'must-attend') return [`${seat.label} must be present`];
    if (seat.requirement === 'attend-or-send-view') {
      return [`${seat.label} must be present or send a view`];
    }
    return [];
  });
  if (present.length < rule.leastPresent) {
    missing.push(`At least ${rule.leastPresent} people must be present, and ${present.length} are`);
  }
  return { isQuorate: missing.length === 0, seats, missing };
}
