const day = '2026-06-03';

export type Values = Readonly<Record<string, string | number | readonly string[] | null>>;
/** A table of an inspection, a row of it and a change to it. */
export type Part = { readonly table: string; readonly row: Values; readonly change?: Values };

/** Every table of an inspection, as rows of an invented one. */
export const parts: readonly Part[] = [
  {
    table: 'inspection_evidence',
    row: {
      standard: '2.1',
      bears: 'gap',
      finding: 'Plans stop halfway',
      source: 'meeting',
      source_detail: 'Team',
      seen_on: day,
    },
    change: { finding: 'Plans go on' },
  },
  {
    table: 'inspection_rating',
    row: { standard: 'V1', rating: 'Good', reason: 'Seen in the worklist' },
    change: { rating: 'Outstanding' },
  },
  {
    table: 'inspection_panel',
    row: { held_on: day, attended: 'Two people' },
    change: { attended: 'Nine people' },
  },
  {
    table: 'inspection_point',
    row: {
      number: 1,
      place: 'Page 2',
      point: 'Four, not two',
      raised_by: 'A member',
      raised_on: day,
      evidence: 'Minutes',
    },
    change: { point: 'Five, not two' },
  },
  {
    table: 'inspection_recommendation',
    row: { number: 1, recommendation: 'Look closer', addressees: ['Head of service'] },
    change: { measure: 'Nine in ten' },
  },
  {
    table: 'inspection_text',
    row: { part: 'foreword', words: 'It went well' },
    change: { words: 'It went badly' },
  },
  { table: 'inspection_audit', row: {} },
];
