export type Token = {
  readonly kind: 'word' | 'number' | 'text' | 'sign';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How many brackets it stands in. */
  readonly depth: number;
};

const pattern =
  /(?<gap>\s+|--[^\n]*|\/\*[\s\S]*?\*\/|\$\w*\$)|(?<text>'(?:[^']|'')*')|(?<word>[a-z_]\w*|"[^"]*")|(?<number>\d+(?:\.\d+)?)|(?<sign><=|>=|<>|!=|:=|=>|->>|->|\|\||@>|<@|&&|::|.)/gi;
// What format() is given is SQL too: a policy's condition is written there.
const holdsSql = /\bservice_id\b|\bselect\b|%s\b.*%s/;

/** The tokens of an SQL script, with those of function bodies and of conditions that are put together as text. */
export function tokensOf(script: string, offset = 0, outer = 0): Token[] {
  const tokens: Token[] = [];
  let depth = outer;
  for (const match of script.matchAll(pattern)) {
    const { gap, text, word, number } = match.groups ?? {};
    const start = offset + match.index;
    if (gap !== undefined) continue;
    if (text !== undefined && holdsSql.test(text)) {
      tokens.push(...tokensOf(text.slice(1, -1), start + 1, depth + 1));
      continue;
    }
    if (match[0] === ')') depth -= 1;
    tokens.push({
      kind: word ? 'word' : number ? 'number' : text ? 'text' : 'sign',
      text: word ? word.toLowerCase() : match[0],
      start,
      end: start + match[0].length,
      depth,
    });
    if (match[0] === '(') depth += 1;
  }
  return tokens;
}
