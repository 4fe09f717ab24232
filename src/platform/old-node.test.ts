import { expect, test } from 'vitest';
import { oldNode } from './old-node.ts';

test('whoever starts it on a Node that is too old is told so, and what to do', () => {
  for (const version of ['18.20.4', '20.20.2', '22.17.1'])
    expect(oldNode(version)).toMatch(/too old: run it through npm, .* or install Node 22\.18/);
  for (const version of ['22.18.0', '22.20.0', '24.21.0']) expect(oldNode(version)).toBeNull();
});
