export type ClosureCheck =
  | 'final-judgements'
  | 'exit-steps'
  | 'conditions-said'
  | 'hand-over'
  | 'child-feedback'
  | 'parent-feedback'
  | 'victims-told'
  | 'police-told'
  | 'reviews-held'
  | 'appointments-off'
  | 'record-gaps'
  | 'summary';

/** What is done before a piece of work ends, in the order of the page. */
export const closureChecks = [
  { id: 'final-judgements', label: 'Final judgements signed' },
  { id: 'exit-steps', label: 'Exit steps followed through' },
  { id: 'conditions-said', label: 'Said of each condition whether it was kept' },
  { id: 'hand-over', label: 'Hand-over accepted, declined or not needed' },
  { id: 'child-feedback', label: 'What the child thought' },
  { id: 'parent-feedback', label: 'What parents or carers thought' },
  { id: 'victims-told', label: 'Victims told what they asked to know' },
  { id: 'police-told', label: 'Police told how it ended' },
  { id: 'reviews-held', label: 'Open reviews held' },
  { id: 'appointments-off', label: 'No appointment left after the end' },
  { id: 'record-gaps', label: 'Gaps in the record filled' },
  { id: 'summary', label: 'What helped and what did not' },
] as const satisfies readonly { id: ClosureCheck; label: string }[];
