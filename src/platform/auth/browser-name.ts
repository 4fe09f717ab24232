const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iPhone or iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'a Chromebook'],
  [/Mac OS X/, 'a Mac'],
  [/Linux/, 'Linux'],
];

/** What a person would call the browser behind a user agent: "Firefox on Windows". */
export function browserName(userAgent: string | null): string {
  const found = (list: readonly [RegExp, string][]) =>
    list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  const browser = found(browsers) ?? 'A browser we do not know';
  const system = found(systems);
  return system ? `${browser} on ${system}` : browser;
}
