import type { Code } from '../reference/codes.ts';

/** The agencies that send children to the service; the others are only asked or told. */
export const referringAgencies = (agencies: readonly Code[]): readonly Code[] =>
  agencies.filter(({ attributes }) => attributes.refers_children === 'true');

/** The agencies from which a referral may come in this way; none named means that any may. */
export function agenciesFitting(source: Code | undefined, agencies: readonly Code[]) {
  const named = (source?.attributes.agencies ?? '').split(' ').filter((code) => code !== '');
  return named.length === 0 ? agencies : agencies.filter(({ code }) => named.includes(code));
}
