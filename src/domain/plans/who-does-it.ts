/** Says whether a step's "who" means the child: by a name of theirs, or as the child would say it. */
export function isForTheChild(who: string, names: readonly string[]): boolean {
  const words = who.toLowerCase().split(/[^\p{L}\p{N}'’-]+/u);
  const own = [...names.flatMap((name) => name.toLowerCase().split(/\s+/)), 'i', 'me', 'child'];
  return own.some((name) => name !== '' && words.includes(name));
}
