import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encoded, hashedAsset } from '../../src/ui/assets/asset.ts';
import { withoutCrownOrFont } from '../../src/ui/assets/published-css.ts';
import { assetAt, assets, assetUrls } from '../../src/ui/assets.ts';

function textAt(path: string): string {
  const asset = assetAt(path);
  if (!asset) throw new Error(`nothing is served at ${path}`);
  return asset.body.toString('utf8');
}

const css = textAt(assetUrls.css);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('the style sheet', () => {
  it('downloads no font and never names the GOV.UK typeface', () => {
    expect(css.match(/@font-face|GDS Transport|\.woff/i)).toBeNull();
    expect(css.includes('system-ui')).toBe(true);
  });

  it('has neither the crown nor the crest', () => {
    expect(css.match(/.{30}(crown|crest)/i)).toBeNull();
    expect(assets.every(({ path }) => !/crown|crest|govuk-icon|logotype/.test(path))).toBe(true);
  });

  it('keeps the published components', () => {
    for (const name of ['.govuk-button', '.govuk-summary-list__row', '.moj-timeline__item']) {
      expect(css.includes(name), name).toBe(true);
    }
    const opened = css.split('{').length;
    expect(css.split('}').length).toBe(opened);
  });

  it('asks only for files that we serve ourselves', () => {
    const addresses = [...css.matchAll(/url\(([^)]*)\)/g)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses) expect(assetAt(address)?.body.length).toBeGreaterThan(50);
    expect(css.match(/@import|sourceMappingURL/)).toBeNull();
  });

  it('has a class for each twentieth of a bar, because a page may carry no style of its own', () => {
    for (let width = 0; width <= 100; width += 5)
      expect(css.includes(`.fh-w-${width} {`), `${width}%`).toBe(true);
  });

  it('shows words on every coloured ground at a contrast of at least 4.5', () => {
    expect(contrast('#0b3d47', '#ffffff')).toBeGreaterThan(4.5);
    const badges = [...css.matchAll(/\.fh-badge-\w+ \{\s*color: (#\w+);\s*background: (#\w+);/g)];
    expect(badges.length).toBe(6);
    const full = (hex: string) =>
      hex.length === 4 ? `#${[...hex.slice(1, 4)].map((c) => c + c).join('')}` : hex;
    for (const [, ink = '', ground = ''] of badges) {
      expect(contrast(full(ink), full(ground))).toBeGreaterThan(4.5);
    }
  });
});

describe('cleaning a published style sheet', () => {
  it('drops fonts and crown rules, inside conditions too, and leaves the rest as it was', () => {
    const published =
      '@charset "UTF-8";@font-face{font-family:GDS Transport;src:url(/assets/fonts/x.woff2)}' +
      '.a{font-family:GDS Transport,arial,sans-serif}' +
      '@media (min-width:1em){.x__crown{top:0}.b{background:url(/assets/images/govuk-crest.svg)}.c{top:0}}';
    const cleaned = withoutCrownOrFont(published);
    expect(cleaned).toMatch(/^\.a\{font-family:system-ui,.*,sans-serif\}@media/);
    expect(cleaned).toContain('@media (min-width:1em){.c{top:0}}');
  });
});

describe('static files', () => {
  it('change their name when their content changes, and only then', () => {
    const first = hashedAsset('app', 'css', 'a{}');
    expect(hashedAsset('app', 'css', 'a{}').path).toBe(first.path);
    expect(hashedAsset('app', 'css', 'b{}').path).not.toBe(first.path);
    expect(first.path).toMatch(/^\/assets\/app-[\w-]{12}\.css$/);
  });

  it('are squeezed once for each encoding and come out the same', async () => {
    const asset = assetAt(assetUrls.css);
    if (!asset) throw new Error('no style sheet');
    const [br, gzip] = await Promise.all([encoded(asset, 'br'), encoded(asset, 'gzip')]);
    expect(brotliDecompressSync(br).equals(asset.body)).toBe(true);
    expect(gunzipSync(gzip).equals(asset.body)).toBe(true);
    expect(br.length).toBeLessThan(30_000);
    expect(await encoded(asset, 'br')).toBe(br);
  });

  it('import one another only by names that are served', () => {
    const imported = [assetUrls.js, ...assetUrls.preloads].flatMap((path) =>
      [...textAt(path).matchAll(/from '([^']+)'/g)].map(([, name = '']) => name),
    );
    expect([...new Set(imported)].sort()).toEqual([...assetUrls.preloads].sort());
    for (const path of assetUrls.preloads) {
      expect(textAt(path).includes('sourceMappingURL')).toBe(false);
    }
  });

  it('give nothing for a path that is not theirs', () => {
    expect(assetAt('/assets/../package.json')).toBeUndefined();
    expect(assetAt('/assets/app.css')).toBeUndefined();
  });
});
