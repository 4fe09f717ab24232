import { type LevelId, levels } from '../assessments/levels.data.ts';

/** The part of a code of `contact_frequency` that says which levels ask for it, with blanks between. */
type Asked = { readonly attributes: Readonly<Record<string, unknown>> };

/**
 * The frequency that a signed assessment asks for: by the higher of likelihood and risk to others.
 * The child's safety is left out because it asks for other help, not for more appointments.
 */
export function frequencyOf<C extends Asked>(
  codes: readonly C[],
  likelihood: LevelId | null,
  harm: LevelId | null,
): C | undefined {
  const order = (level: LevelId | null) => levels.find(({ id }) => id === level)?.order ?? 0;
  const higher = order(likelihood) >= order(harm) ? likelihood : harm;
  return codes.find(
    ({ attributes }) => higher && String(attributes.levels).split(' ').includes(higher),
  );
}
