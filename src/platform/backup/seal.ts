import {
  createCipheriv,
  createDecipheriv,
  createHash,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto';

/** Which frame of a file it is: moved, repeated or left out, it does not open. */
export type Place = { readonly number: number; readonly isLast: boolean };

/** How the frames of one file are closed and opened. */
export type Seal = {
  close(bytes: Uint8Array, place: Place): { readonly closed: Buffer; readonly tag: Buffer };
  /** The bytes as they were, or null when they are not as they were closed. */
  open(closed: Uint8Array, tag: Uint8Array, place: Place): Buffer | null;
};

export const tagBytes = 16;

/** Encrypts and signs with AES-256-GCM, under a key made for this one file from its salt and the service's key. */
export function keyedSeal(key: string, salt: Buffer, preamble: Buffer): Seal {
  const fileKey = scryptSync(key, salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 });
  return {
    close: (bytes, place) => {
      const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(place)).setAAD(preamble);
      const closed = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return { closed, tag: cipher.getAuthTag() };
    },
    open: (closed, tag, place) => {
      const cipher = createDecipheriv('aes-256-gcm', fileKey, nonceOf(place), {
        authTagLength: tagBytes,
      });
      cipher.setAAD(preamble).setAuthTag(tag);
      const opened = cipher.update(closed);
      try {
        return Buffer.concat([opened, cipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

/** Leaves the bytes readable under a checksum, which finds damage but nobody's malice. */
export function openSeal(preamble: Buffer): Seal {
  const tagOf = (bytes: Uint8Array, place: Place) =>
    createHash('sha256')
      .update(preamble)
      .update(nonceOf(place))
      .update(bytes)
      .digest()
      .subarray(0, tagBytes);
  return {
    close: (bytes, place) => ({ closed: Buffer.from(bytes), tag: tagOf(bytes, place) }),
    open: (bytes, tag, place) =>
      timingSafeEqual(tagOf(bytes, place), tag) ? Buffer.from(bytes) : null,
  };
}

function nonceOf({ number, isLast }: Place): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 0);
  nonce[4] = isLast ? 1 : 0;
  return nonce;
}
