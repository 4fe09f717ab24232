/**
 * A function of one text that keeps its last answers: comparing thousands with thousands asks the
 * same things of the same names over and over. Forgets all when full, so that it never grows.
 */
export function remember<Answer>(
  answer: (text: string) => Answer,
  most = 100_000,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = answer(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
