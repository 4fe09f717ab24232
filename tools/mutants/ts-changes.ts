import { parseSync } from '@swc/core';
import type { Change } from './change.ts';

type Node = { readonly type: string; readonly span: { start: number; end: number } } & Record<
  string,
  unknown
>;

const otherOperator: Record<string, string> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
  '-': '+',
  '*': '/',
  '/': '*',
};
const otherMethod: Record<string, string> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
};
const takesConstants = /^(includes|startsWith|endsWith|has|get|split|join)$/;

/** Every single change of meaning of a TypeScript source: comparisons, constants, && / ||, conditions turned round or left out. */
export function tsChanges(file: string, source: string): Change[] {
  // Places are counted in bytes, from wherever the parser's last file ended: the first token says where this one begins.
  const bytes = Buffer.from(`;${source}`);
  const tree = parseSync(bytes.toString(), { syntax: 'typescript', target: 'es2022' });
  const origin = tree.span.start;
  const textOf = ({ span }: Node) =>
    bytes.subarray(span.start - origin, span.end - origin).toString();
  const placeOf = (byte: number) => bytes.subarray(0, byte - origin).toString().length - 1;
  const changes: Change[] = [];
  const swap = (from: number, until: number, to: string) =>
    changes.push({ file, start: placeOf(from), end: placeOf(until), to });
  visit(tree as unknown as Node, null, (node, parent) => {
    const { start, end } = node.span;
    for (const to of replacements(node, parent, textOf)) swap(start, end, to);
    if (node.type === 'BinaryExpression') {
      const [left, right] = [node.left as Node, node.right as Node];
      const other = otherOperator[String(node.operator)];
      if (other) {
        const between = bytes
          .subarray(left.span.end - origin, right.span.start - origin)
          .toString();
        const at =
          left.span.end +
          Buffer.byteLength(between.slice(0, between.indexOf(String(node.operator))));
        swap(at, at + String(node.operator).length, other);
      }
      if (node.operator === '&&' || node.operator === '||') {
        swap(start, right.span.start, '');
        swap(left.span.end, end, '');
      }
    }
  });
  return changes;
}

function replacements(node: Node, parent: Node | null, textOf: (node: Node) => string): string[] {
  if (node.type === 'NumericLiteral') return [String(Number(node.value) + 1)];
  if (node.type === 'BooleanLiteral') return [node.value ? 'false' : 'true'];
  if (node.type === 'StringLiteral' && parent && isCompared(node, parent))
    return [`'${String(node.value)}~'`.replace(/\n/g, '\\n')];
  if (node.type === 'UnaryExpression' && node.operator === '!')
    return [textOf(node.argument as Node)];
  if (node.type === 'CallExpression') {
    const callee = node.callee as Node;
    const name = methodOf(callee);
    const whole = textOf(node);
    const object = callee.type === 'MemberExpression' ? textOf(callee.object as Node) : '';
    if (name === 'filter') return [object];
    const other = otherMethod[name];
    if (other) return [`${object}.${other}${whole.slice(textOf(callee).length)}`];
  }
  if (parent && parent.test === node && /^(IfStatement|ConditionalExpression)$/.test(parent.type))
    return [`!(${textOf(node)})`, 'false'];
  return [];
}

const methodOf = (callee: Node) =>
  callee.type === 'MemberExpression' && (callee.property as Node).type === 'Identifier'
    ? String((callee.property as Node).value)
    : '';

const isCompared = (node: Node, parent: Node) =>
  (parent.type === 'BinaryExpression' && /^[!=]==$/.test(String(parent.operator))) ||
  (parent.type === 'SwitchCase' && parent.test === node) ||
  (parent.type === 'CallExpression' && takesConstants.test(methodOf(parent.callee as Node)));

/** Each node that has a meaning when the program runs: types have none. */
function visit(
  node: unknown,
  parent: Node | null,
  see: (node: Node, parent: Node | null) => void,
): void {
  if (Array.isArray(node)) {
    for (const each of node)
      visit(each?.expression && !each.type ? each.expression : each, parent, see);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  const here = node as Node;
  if (typeof here.type !== 'string' || !here.span) return;
  const isType = here.type.startsWith('Ts') && !/^Ts(As|Satisfies|Const|NonNull)/.test(here.type);
  if (isType || here.type === 'ImportDeclaration') return;
  see(here, parent);
  for (const key of Object.keys(here)) if (key !== 'span') visit(here[key], here, see);
}
