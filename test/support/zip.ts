import { crc32, deflateRawSync } from 'node:zlib';

type Part = { readonly name: string; readonly content: Buffer; readonly claims?: number };

/** A zip archive of the parts; `claims` is what the archive says that a part unpacks to, whatever it does. */
function zipOf(parts: readonly Part[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, claims = content.length } of parts) {
    const packed = deflateRawSync(content, { level: 1 });
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(claims, 8);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(name.length, 0);
    const about = [Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]), sizes, lengths];
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), ...about, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), ...about, place, Buffer.from(name)]),
    );
    files.push(file);
    at += file.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, entries, end]));
}

/** A workbook of one sheet whose XML is given, and that of the texts its cells share. */
export function workbookOf(
  sheet: string | Buffer,
  { claims, strings = '<sst/>' }: { readonly claims?: number; readonly strings?: string } = {},
): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (...targets: readonly (readonly [string, string])[]) =>
    Buffer.from(
      `<Relationships>${targets.map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
    );
  return zipOf([
    { name: '_rels/.rels', content: relations(['officeDocument', 'xl/workbook.xml']) },
    {
      name: 'xl/workbook.xml',
      content: Buffer.from('<workbook><sheets><sheet name="L" r:id="r1"/></sheets></workbook>'),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'strings.xml']),
    },
    { name: 'xl/strings.xml', content: Buffer.from(strings) },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: Buffer.from(sheet),
      ...(claims === undefined ? {} : { claims }),
    },
  ]);
}
