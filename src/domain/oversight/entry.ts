import type { FormFault } from '../form-fault.ts';

/** What a manager writes: what was looked at, what was found, and what is to be done. */
export type EntryWords = { checked: string; found: string };

const EMPTY_WORDS = new Set([
  'seen',
  'ok',
  'okay',
  'noted',
  'agreed',
  'fine',
  'good',
  'checked',
  'reviewed',
  'discussed',
  'read',
  'and',
  'all',
  'none',
  'case',
  'file',
  'the',
  'yes',
  'nothing',
  'to',
  'add',
  'na',
]);
/** Fewer telling words than this leave the next reader none the wiser. */
const leastWords = 4;

/** Oversight that only says "seen" is no oversight: both parts must say something. */
export function entryFaults({ checked, found }: EntryWords): FormFault[] {
  const faults: FormFault[] = [];
  if (tellingWords(checked) < leastWords)
    faults.push({
      field: 'checked',
      message:
        'Enter what you read, heard or asked, and of whom: “seen” tells the next reader nothing',
    });
  if (tellingWords(found) < leastWords)
    faults.push({
      field: 'found',
      message: 'Enter what you found: what is good, what is missing, what worries you',
    });
  return faults;
}

const tellingWords = (text: string) =>
  (text.toLowerCase().match(/[a-zà-ÿ’']+/g) ?? []).filter((word) => !EMPTY_WORDS.has(word)).length;

/** The entry as it is kept: each part under its own heading line. */
export function entryText({ checked, found }: EntryWords, nextStep: string): string {
  return [
    `Checked: ${checked.trim()}`,
    `Found: ${found.trim()}`,
    ...(nextStep.trim() ? [`To do: ${nextStep.trim()}`] : []),
  ].join('\n\n');
}
