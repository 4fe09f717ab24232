import { closureChecks } from '../../../domain/closure/checklist.data.ts';
import { gateRequirements } from '../../../domain/panels/gate.data.ts';
import { urls } from '../../../urls.ts';

/** What was passed, in the words of the gate it was passed at. */
export function requirementWords(requirement: string): string {
  const known = [...gateRequirements, ...closureChecks].find(({ id }) => id === requirement);
  return known
    ? `Passed without: ${known.label.toLowerCase()}`
    : `Passed without: ${requirement.replaceAll('-', ' ')}`;
}

/** At which step of the work. */
export const gateWords = (gate: string) =>
  gate === 'panel' ? 'Before the panel' : gate === 'closure' ? 'At closure' : 'During the work';

/** The page that the exception was made on. */
export function aboutLink(exception: {
  readonly child_id: string;
  readonly about_table: string;
  readonly about_id: string;
}): string {
  const { child_id, about_table, about_id } = exception;
  if (about_table === 'panel_item') return urls.panels.item(child_id, about_id);
  if (about_table === 'involvement') return urls.closure.one(child_id, about_id);
  return urls.child.overview(child_id);
}
