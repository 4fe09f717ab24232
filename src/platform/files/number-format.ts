// The formats of days that every workbook has without saying so.
const BUILT_IN_DAYS = [
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58,
];
const LITERALS = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;
const TOKEN = /"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]|([0#?])|([-/() :+])/gy;

/** Whether a number under this format is a day. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DAYS.includes(id);
  const bare = (code.split(';')[0] ?? '').replace(LITERALS, '');
  return /[dy]|mmm/i.test(bare) && !/general/i.test(bare);
}

/** A whole number as a format of figures and signs shows it (4521 under 000000 is 004521); null under a format that says more. */
export function shownBy(value: number, code: string | undefined): string | null {
  const section = (code ?? '').split(';')[0] ?? '';
  if (!Number.isSafeInteger(value) || value < 0 || !/0/.test(section)) return null;
  const parts: { readonly text: string; readonly isFigure: boolean }[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < section.length) {
    const found = TOKEN.exec(section);
    if (!found) return null;
    const [, quoted, escaped, figure, sign] = found;
    parts.push({ text: figure ?? quoted ?? escaped ?? sign ?? '', isFigure: figure !== undefined });
  }
  let digits = String(value);
  const shown: string[] = [];
  const first = parts.findIndex(({ isFigure }) => isFigure);
  for (const [index, { text, isFigure }] of [...parts.entries()].reverse()) {
    if (!isFigure) {
      shown.unshift(text);
      continue;
    }
    const own = index === first ? digits : digits.slice(-1);
    shown.unshift(own || (text === '0' ? '0' : ''));
    digits = index === first ? '' : digits.slice(0, -1);
  }
  return shown.join('');
}

/** The day of a spreadsheet's serial number, as 2011-03-04; null when it is a time of day or no day that there is. */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  const whole = Math.floor(is1904 ? serial + 1462 : serial);
  if (whole < 1 || whole > 2_958_465) return null;
  // The calendar from 1900 has a 29 February 1900 that never was.
  const days = whole < 60 ? whole + 1 : whole;
  return new Date((days - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
