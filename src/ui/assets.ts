import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Asset, hashedAsset } from './assets/asset.ts';
import { withAddresses, withoutCrownOrFont } from './assets/published-css.ts';

const { resolve: locate } = createRequire(import.meta.url);
const govuk = join(dirname(locate('govuk-frontend/package.json')), 'dist/govuk');
const moj = join(dirname(locate('@ministryofjustice/frontend/package.json')), 'moj');

const published = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
const own = (file: string) => readFileSync(new URL(`./assets/${file}`, import.meta.url), 'utf8');

const icons = new Map<string, Asset>();

/** The MoJ style sheet's icons, served under our own names; anything else it asked for is an error. */
function servedIcon(address: string): string {
  const name = basename(address, '.svg');
  const known = icons.get(name);
  if (known) return known.path;
  if (!address.startsWith('/assets/images/icon-')) throw new Error(`We do not serve ${address}`);
  const icon = hashedAsset(name, 'svg', published(moj, `assets/images/${name}.svg`));
  icons.set(name, icon);
  return icon.path;
}

function styles(): Asset {
  const sheets = [
    withoutCrownOrFont(published(govuk, 'govuk-frontend.min.css')),
    withoutCrownOrFont(published(moj, 'moj-frontend.min.css')),
    ...['foothold.css', 'menu.css', 'balance.css', 'round.css', 'print.css'].map(own),
  ];
  return hashedAsset(
    'app',
    'css',
    `@charset "UTF-8";${withAddresses(sheets.join('\n'), servedIcon)}`,
  );
}

const modules = new Map<string, Asset>();

/** A module whose imports point at the hashed names of modules added before it. */
function addModule(name: string, source: string): Asset {
  const linked = source
    .replace(/\/\/# sourceMappingURL=.*$/m, '')
    .replaceAll(/from '\.\/([\w-]+)\.js'/g, (_all, imported: string) => {
      const found = modules.get(imported);
      if (!found)
        throw new Error(`${name}.js imports ${imported}.js, which is not served before it`);
      return `from '${found.path}'`;
    });
  const asset = hashedAsset(name, 'js', linked);
  modules.set(name, asset);
  return asset;
}

addModule('govuk-frontend', published(govuk, 'govuk-frontend.min.js'));
addModule('moj-frontend', published(moj, 'moj-frontend.min.js'));
addModule('ask-again', own('ask-again.js'));
addModule('balance', own('balance.js'));
addModule('drafts', own('drafts.js'));
addModule('idle-warning', own('idle-warning.js'));
addModule('idle-lock', own('idle-lock.js'));
addModule('round', own('round.js'));
const script = addModule('foothold', own('foothold.js'));
const css = styles();
const icon = hashedAsset('foothold', 'svg', own('foothold.svg'));

/** What the layout links to: one style sheet, one module, one icon. */
export const assetUrls = {
  css: css.path,
  js: script.path,
  icon: icon.path,
  /** The modules that the script imports, to be preloaded beside it. */
  preloads: [...modules.values()].filter((module) => module !== script).map(({ path }) => path),
} as const;

const byPath = new Map(
  [css, icon, ...modules.values(), ...icons.values()].map((asset) => [asset.path, asset]),
);

/** Every static file the server hands out. */
export const assets: readonly Asset[] = [...byPath.values()];

/** The static file at a path of `assetUrls`, or nothing when its content has changed since. */
export function assetAt(path: string): Asset | undefined {
  return byPath.get(path);
}
