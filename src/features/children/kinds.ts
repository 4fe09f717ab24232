/** What another name of a child is. */
export const nameKinds = [
  { value: 'earlier', text: 'A name the child had before' },
  { value: 'alias', text: 'Another name the child uses' },
  { value: 'spelling', text: 'Another spelling found in papers' },
  { value: 'nickname', text: 'A nickname' },
] as const;

/** As what somebody works with a child. */
export const workerKinds = [
  { value: 'allocated', text: 'Allocated worker' },
  { value: 'co-worker', text: 'Co-worker' },
  { value: 'partner', text: 'Partner agency' },
  { value: 'information-request', text: 'Asked for information' },
  { value: 'panel', text: 'Panel member' },
  { value: 'sample', text: 'Audit or inspection' },
  { value: 'duty', text: 'On duty for the record' },
  { value: 'named-list', text: 'On the list of a restricted record' },
] as const;

type Kind = { readonly value: string; readonly text: string };

/** A kind in words. */
export const kindText = (kinds: readonly Kind[], kind: string): string =>
  kinds.find(({ value }) => value === kind)?.text ?? kind;
