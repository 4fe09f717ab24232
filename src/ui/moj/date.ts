const london = 'Europe/London';

function formatter(month: 'long' | 'short'): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: london,
    day: 'numeric',
    month,
    year: 'numeric',
  });
}

const longDate = formatter('long');
const shortDate = formatter('short');
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: london,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function dateParts(format: Intl.DateTimeFormat, at: Date, monthLength?: number): string {
  const part = (type: string) => format.formatToParts(at).find((p) => p.type === type)?.value ?? '';
  return `${part('day')} ${part('month').slice(0, monthLength)} ${part('year')}`;
}

function time(at: Date): string {
  const [hours = '0', minutes = '00'] = clock.format(at).split(':');
  const hour = Number(hours);
  const onTheHour = minutes === '00';
  return `${hour % 12 || 12}${onTheHour ? '' : `:${minutes}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** How the MoJ templates print an instant: always British local time, wherever the server is. */
export type MojDateType = 'datetime' | 'shortdatetime' | 'date' | 'shortdate' | 'time';

/** The `mojDate` filter of the MoJ templates, without their date library. */
export function mojDate(timestamp: string | number | Date, type: MojDateType): string {
  const at = new Date(timestamp);
  switch (type) {
    case 'datetime':
      return `${dateParts(longDate, at)} at ${time(at)}`;
    case 'shortdatetime':
      return `${dateParts(shortDate, at, 3)} at ${time(at)}`;
    case 'date':
      return dateParts(longDate, at);
    case 'shortdate':
      return dateParts(shortDate, at, 3);
    case 'time':
      return time(at);
  }
}
