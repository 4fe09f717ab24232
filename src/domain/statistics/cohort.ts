type Counted = { readonly numerator: string; readonly denominator: string | null };

/** Whether a measure follows a cohort: its period is the cohort's, not that of what came after. */
export const isOfCohort = ({ numerator, denominator }: Counted) =>
  /\bcohorts?\b/i.test(`${numerator} ${denominator ?? ''}`) ||
  /^(Children who reoffended|Reoffences)$/.test(denominator ?? '');

/** What a period is the period of, as every page and file of the measure says it. */
export const periodMeaning = (measure: Counted) =>
  isOfCohort(measure)
    ? 'That of the cohort: when its children were cautioned, convicted or released. Each is then followed for twelve months, and six more are left for the proof.'
    : 'That of what is counted.';
