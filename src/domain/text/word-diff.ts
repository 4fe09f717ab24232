import { diffArrays } from 'diff';

export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string };

/** Above this many words and gaps that came or went, all is shown as replaced: nobody could read it word by word. */
const maxChanges = 2000;

/** Compares two texts word by word; same and removed parts join to the old text, same and added to the new. */
export function wordDiff(oldText: string, newText: string): DiffPart[] {
  if (oldText === newText) return oldText === '' ? [] : [{ kind: 'same', text: oldText }];
  const changes = diffArrays(tokens(oldText), tokens(newText), { maxEditLength: maxChanges });
  if (!changes) return replaced(oldText, newText);
  const parts = changes.map(({ value, added, removed }) => ({
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    text: value.join(''),
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
    if (part.kind === 'removed' || isBridge) removed += part.text;
    if (part.kind === 'added' || isBridge) added += part.text;
    if (part.kind === 'same' && !isBridge) {
      flush();
      out.push(part);
    }
  });
  flush();
  return out;
}
