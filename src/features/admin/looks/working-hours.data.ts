/** When records are usually opened: on working days, between these British clock times. Outside it a look is counted apart, not forbidden. */
export const workingHours = {
  from: '07:00',
  until: '20:00',
  source: 'Foothold default, set by the service',
  confidence: 'check locally',
} as const;
