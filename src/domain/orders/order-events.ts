/** What may come of an order after it was made, as the court and the record say it. */
export const orderEvents = {
  contract: 'Contract took effect',
  breached: 'Breach found by the court',
  amended: 'Amended',
  extended: 'Extended',
  appealed: 'Appealed',
  revoked: 'Revoked',
  quashed: 'Quashed on appeal',
  completed: 'Completed',
} as const;
export type OrderEventKind = keyof typeof orderEvents;
