/** A definition's version as a piece of an address: small letters, figures and hyphens. */
export const versionSlug = (version: string) =>
  version
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
