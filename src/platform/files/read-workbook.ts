import { isDayFormat } from './number-format.ts';
import { readXml } from './read-xml.ts';
import { StopReading } from './unreadable.ts';

/** What the cells of a workbook's sheets refer to, and where its sheets are. */
export type Workbook = {
  readonly is1904: boolean;
  readonly sheets: readonly {
    readonly name: string;
    readonly isHidden: boolean;
    readonly part: string;
  }[];
  readonly strings: readonly string[];
  readonly styles: readonly { readonly isDay: boolean; readonly code: string | undefined }[];
};

type Part = (name: string) => Uint8Array | null;
type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** Reads what stands around the sheets of a workbook: their names and states, the shared texts, the formats. */
export function readWorkbook(part: Part): Workbook {
  const [main] = relationsOf(part, '_rels/.rels', '').filter(({ type }) =>
    type.endsWith('/officeDocument'),
  );
  const at = main?.target ?? 'xl/workbook.xml';
  const folder = at.slice(0, at.lastIndexOf('/') + 1);
  const file = at.slice(folder.length);
  const relations = relationsOf(part, `${folder}_rels/${file}.rels`, folder);
  const targetOf = (type: string) => relations.find((each) => each.type.endsWith(type))?.target;
  const content = part(at);
  if (!content)
    throw new StopReading('The file is no Excel workbook: save the list as .xlsx or CSV');
  let is1904 = false;
  const sheets: { name: string; isHidden: boolean; part: string }[] = [];
  readXml(content, {
    open: (name, given) => {
      if (name === 'workbookPr') is1904 = isOn(given.date1904);
      if (name !== 'sheet') return;
      const id = Object.entries(given).find(([key]) => /(^|:)id$/.test(key))?.[1];
      const relation = relations.find((each) => each.id === id);
      if (relation?.type.endsWith('/worksheet'))
        sheets.push({
          name: given.name ?? '',
          isHidden: given.state !== undefined && given.state !== 'visible',
          part: relation.target,
        });
    },
  });
  return {
    is1904,
    sheets,
    strings: stringsOf(part(targetOf('/sharedStrings') ?? '')),
    styles: stylesOf(part(targetOf('/styles') ?? '')),
  };
}

/** Whether an attribute says yes, in either of the ways in which XML says it. */
export const isOn = (text: string | undefined): boolean => text === '1' || text === 'true';

function relationsOf(part: Part, name: string, folder: string): readonly Relation[] {
  const relations: Relation[] = [];
  const content = part(name);
  if (content)
    readXml(content, {
      open: (tag, { Id = '', Type = '', Target = '' }) => {
        if (tag !== 'Relationship') return;
        const target = Target.startsWith('/') ? Target.slice(1) : folder + Target;
        relations.push({ id: Id, type: Type, target: target.replace(/[^/]+\/\.\.\//g, '') });
      },
    });
  return relations;
}

function stringsOf(content: Uint8Array | null): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isReading = 0;
  if (content)
    readXml(content, {
      open: (name) => {
        if (name === 'si') text = '';
        if (name === 't') isText = true;
        // How a word is said stands beside it in some languages; it is no part of the text.
        if (name === 'rPh') isReading += 1;
      },
      text: (piece) => {
        if (isText && isReading === 0) text += piece;
      },
      close: (name) => {
        if (name === 't') isText = false;
        if (name === 'rPh') isReading -= 1;
        if (name === 'si') strings.push(text);
      },
    });
  return strings;
}

function stylesOf(content: Uint8Array | null): Workbook['styles'] {
  const codes = new Map<number, string>();
  const styles: { isDay: boolean; code: string | undefined }[] = [];
  let isCell = false;
  if (content)
    readXml(content, {
      open: (name, given) => {
        if (name === 'numFmt') codes.set(Number(given.numFmtId), given.formatCode ?? '');
        if (name === 'cellXfs') isCell = true;
        if (name !== 'xf' || !isCell) return;
        const id = Number(given.numFmtId ?? 0);
        const code = codes.get(id);
        styles.push({ isDay: isDayFormat(id, code), code });
      },
      close: (name) => {
        if (name === 'cellXfs') isCell = false;
      },
    });
  return styles;
}
