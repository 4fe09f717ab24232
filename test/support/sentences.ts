import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

const root = join(import.meta.dirname, '../..');
type Node = Readonly<Record<string, unknown>> & { readonly type?: string };

/** Every sentence that a page may show, as it is written in the code of features and shapes. */
export function sentencesOfPages(): readonly string[] {
  const files = globSync('src/{features,record}/**/*.{ts,tsx}', { cwd: root });
  const all = files
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .flatMap((file) =>
      textsIn(
        parseSync(readFileSync(join(root, file), 'utf8'), {
          syntax: 'typescript',
          tsx: file.endsWith('x'),
        }).body,
      ),
    );
  const sentences = all.flatMap((text) => text.split(/(?<=[.!?])\s+/));
  return [...new Set(sentences.map((each) => each.trim()))];
}

function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== 'object' || node === null) return [];
  return [...textOf(node as Node), ...Object.values(node).flatMap(textsIn)];
}

function textOf(node: Node): string[] {
  if (node.type === 'StringLiteral') return [String(node.value)];
  if (node.type === 'TemplateLiteral')
    return [(node.quasis as { cooked: string }[]).map(({ cooked }) => cooked).join('…')];
  if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return [];
  const parts = (node.children as Node[]).map((child) => {
    const inner = child.expression as Node | undefined;
    if (child.type === 'JSXText') return String(child.value);
    return inner?.type === 'StringLiteral' ? String(inner.value) : '…';
  });
  return [parts.join('').replaceAll(/\s+/g, ' ')];
}
