import type { ReportRow } from './report-rows.ts';

/** Headings of what goes back to whoever sent a list. */
export const acknowledgementHeader = ['Row', 'Your reference', 'What became of it', 'What we ask'];

/**
 * One row of a list as its sender may read it: nothing that they did not write themselves. That a child is known here, or whom
 * a held row may be, is not theirs to know; why a row is refused says only what is wrong with the row.
 */
export function acknowledgementRow({ row, urn, verdict, makes, decided, reasons }: ReportRow) {
  const said = {
    create: ['Received', ''],
    match: ['Received', ''],
    hold: ['Held', 'We may ask you about this row before we decide'],
    refuse: ['Refused', reasons.join('\n')],
  } as const;
  if (decided !== undefined && verdict === 'hold')
    return [row, urn ?? '', makes === 'nothing' ? 'Looked at' : 'Received', ''];
  return [row, urn ?? '', ...said[verdict]];
}
