import { expect, it } from 'vitest';
import { fileTypeOf, mostFileBytes } from './file-type.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

it.each([
  ['pdf', '%PDF-1.7\n…'],
  ['jpeg', '\xff\xd8\xff\xe0 JFIF'],
  ['png', '\x89PNG\r\n\x1a\n…'],
  ['docx', 'PK\x03\x04 [Content_Types].xml word/document.xml'],
])('%s is known by its content', (type, text) => expect(fileTypeOf(bytes(text))).toBe(type));

it.each([
  ['a page', '<html><script>alert(1)</script>'],
  ['a page that names a PDF later', '<html>%PDF-1.7'],
  ['a program', 'MZ\x90\x00'],
  ['a drawing that can run', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()">'],
  ['an archive of anything', 'PK\x03\x04 report.exe'],
  ['Word with macros', 'PK\x03\x04 word/document.xml word/vbaProject.bin'],
  ['nothing', ''],
])('%s is none of them', (_name, text) => expect(fileTypeOf(bytes(text))).toBeNull());

it('a file of 5 MB may be put on a record', () => expect(mostFileBytes).toBe(5_242_880));
