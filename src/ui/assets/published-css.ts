/** The fonts each reader's own machine has: nothing to download, and not GOV.UK's typeface. */
const systemFonts =
  'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif';

const comments = /\/\*[\s\S]*?\*\//g;
const fontFaces = /@font-face\s*\{[^{}]*\}/g;
const rules = /[^{}]+\{[^{}]*\}/g;
const charset = /@charset "[^"]*";/gi;

/**
 * A published style sheet made fit for a site that is not GOV.UK: no downloaded font, no GDS
 * Transport, and no rule that names or paints the crown or the crest.
 */
export function withoutCrownOrFont(css: string): string {
  return css
    .replaceAll(comments, '')
    .replaceAll(charset, '')
    .replaceAll(fontFaces, '')
    .replaceAll(/"?GDS Transport"?,\s*arial,\s*sans-serif/gi, systemFonts)
    .replaceAll(rules, (rule) => (/crown|crest|copyright-logo/i.test(rule) ? '' : rule));
}

/** Every address in `url(...)` passed through `served`, which says where we serve it. */
export function withAddresses(css: string, served: (address: string) => string): string {
  return css.replaceAll(/url\((["']?)(?!data:)([^)"']+)\1\)/g, (_all, _quote, address: string) => {
    return `url(${served(address)})`;
  });
}
