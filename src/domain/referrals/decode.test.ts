import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('the text of a police file', () => {
  it('as Excel saves it in Windows-1252 keeps É, £ and the curly apostrophe', () => {
    expect(decodeText(bytes(0xc9, 0x6c, 0x20, 0xa3, 0x35, 0x20, 0x4f, 0x92, 0x52))).toEqual({
      encoding: 'windows-1252',
      text: 'Él £5 O’R',
    });
  });

  it('in UTF-8, with or without a mark, is the same text', () => {
    const plain = new TextEncoder().encode('Élodie O’Rourke');
    expect(decodeText(plain)).toEqual({ encoding: 'utf-8', text: 'Élodie O’Rourke' });
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, ...plain)).text).toBe('Élodie O’Rourke');
  });

  it('in UTF-16 either way round is read by its mark', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0xc9, 0x00))).toEqual({ encoding: 'utf-16le', text: 'É' });
    expect(decodeText(bytes(0xfe, 0xff, 0x00, 0xc9))).toEqual({ encoding: 'utf-16be', text: 'É' });
  });

  it('that only begins as a mark does, with ï or ÿ, has no mark', () => {
    expect(decodeText(bytes(0xef, 0x6e, 0xe9))).toEqual({ encoding: 'windows-1252', text: 'ïné' });
    expect(decodeText(bytes(0xff, 0x6e))).toEqual({ encoding: 'windows-1252', text: 'ÿn' });
  });

  it('of an empty file is empty', () => {
    expect(decodeText(bytes()).text).toBe('');
  });
});
