import { Parser } from 'htmlparser2';

type Attributes = Readonly<Record<string, string>>;

/** What to do at each part of an XML file; names come without their prefix. */
export type XmlHandler = {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

const PIECE = 64 * 1024;

/** Reads an XML file from its first tag to its last, piece by piece, so that a handler that stops it stops it soon. Entities of its own are never expanded. */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.open?.(plain(name), attributes),
      ontext: (text) => handler.text?.(text),
      onclosetag: (name) => handler.close?.(plain(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += PIECE)
    parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
  parser.end(decoder.decode());
}

const plain = (name: string) => name.slice(name.indexOf(':') + 1);
