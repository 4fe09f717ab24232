import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { urls } from '../../urls.ts';

/** A file the server hands out; its name changes with its content, so it may be cached for ever. */
export type Asset = {
  readonly path: string;
  readonly contentType: string;
  readonly etag: string;
  readonly body: Buffer;
};

/** How a browser may ask for an asset to be squeezed, best first. */
const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

const contentTypes = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const;

/** Names an asset after its content: `app` and `css` give `/assets/app-<hash>.css`. */
export function hashedAsset(
  name: string,
  extension: keyof typeof contentTypes,
  content: string | Buffer,
): Asset {
  const body = typeof content === 'string' ? Buffer.from(content) : content;
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
  return {
    path: urls.asset(`${name}-${hash}.${extension}`),
    contentType: contentTypes[extension],
    etag: `"${hash}"`,
    body,
  };
}

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) };
const compressed = new Map<string, Promise<Buffer>>();

/** The asset squeezed for one encoding, done once, off the main thread, when first asked for. */
export function encoded(asset: Asset, encoding: Encoding): Promise<Buffer> {
  const key = `${encoding} ${asset.path}`;
  const known = compressed.get(key) ?? compress[encoding](asset.body);
  compressed.set(key, known);
  return known;
}
