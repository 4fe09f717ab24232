import { shortestEdit } from './shortest-edit.ts';

export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string };

/** Above this many words and gaps in what differs, the whole middle is shown as replaced. */
const maxTokens = 40_000;

/** Compares two texts word by word; same and removed parts join to the old text, same and added to the new. */
export function wordDiff(oldText: string, newText: string): DiffPart[] {
  if (oldText === newText) return oldText === '' ? [] : [{ kind: 'same', text: oldText }];
  const before = tokens(oldText);
  const after = tokens(newText);
  if (before.length + after.length > maxTokens) return replaced(oldText, newText);
  const parts: DiffPart[] = shortestEdit(before, after).map(({ kind, from, to }) => ({
    kind,
    text: (kind === 'added' ? after : before).slice(from, to).join(''),
  }));
  return tidied(parts);
}

function tokens(text: string): string[] {
  return text.match(/\s+|\S+/g) ?? [];
}

function replaced(oldText: string, newText: string): DiffPart[] {
  return tidied([
    { kind: 'removed', text: oldText },
    { kind: 'added', text: newText },
  ]);
}

/**
 * Gathers each run of changes into one removed and one added part, bridging lone spaces,
 * because a sentence that was rewritten reads badly when struck out word by word.
 */
function tidied(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') out.push({ kind: 'removed', text: removed });
    if (added !== '') out.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  parts.forEach((part, index) => {
    const isBridge =
      part.kind === 'same' &&
      part.text.trim() === '' &&
      removed !== '' &&
      added !== '' &&
      index < parts.length - 1;
    if (part.kind !== 'added' && (part.kind === 'removed' || isBridge)) removed += part.text;
    if (part.kind !== 'removed' && (part.kind === 'added' || isBridge)) added += part.text;
    if (part.kind === 'same' && !isBridge) {
      flush();
      out.push(part);
    }
  });
  flush();
  return out;
}
