import type { LevelId } from '../assessments/levels.data.ts';
import { levels } from '../assessments/levels.data.ts';
import type { Provenance } from '../provenance.ts';

/** Which code of `contact_frequency` each level asks for; a service changes this with its own list. */
const frequencyByLevel = {
  codes: { low: 'standard', medium: 'enhanced', high: 'intensive', 'very-high': 'intensive' },
  source: 'https://www.proceduresonline.com/bracknellforest/cs/p_enforce_court.html',
  confidence: 'local example',
} as const satisfies Provenance & { codes: Record<LevelId, string> };

/**
 * The frequency that a signed assessment asks for: by the higher of likelihood and risk to others.
 * The child's safety is left out because it asks for other help, not for more appointments.
 */
export function frequencyCode(likelihood: LevelId | null, harm: LevelId | null): string | null {
  const order = (level: LevelId | null) => levels.find(({ id }) => id === level)?.order ?? 0;
  const higher = order(likelihood) >= order(harm) ? likelihood : harm;
  return higher === null ? null : frequencyByLevel.codes[higher];
}
