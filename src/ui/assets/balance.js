const bars = '[data-lens]';
const boxes = 'textarea[data-lenses]';

/** Moves the bars of the balance view as somebody writes; the server counts again when they save. */
export function startBalance(page) {
  const lenses = [...page.querySelectorAll(bars)].map((bar) => bar.dataset.lens);
  if (lenses.length === 0) return;
  const fields = [...page.querySelectorAll(boxes)];
  const elsewhere = new Map(
    lenses.map((lens) => [lens, shown(page, lens) - written(fields, lens, 'defaultValue')]),
  );
  page.addEventListener('input', (event) => {
    if (!event.target.matches?.(boxes)) return;
    const words = lenses.map((lens) => elsewhere.get(lens) + written(fields, lens, 'value'));
    const all = words.reduce((sum, count) => sum + count, 0);
    lenses.forEach((lens, index) => {
      const share = all > 0 ? Math.round((words[index] * 20) / all) * 5 : 0;
      const bar = page.querySelector(`[data-lens="${lens}"]`);
      bar.className = bar.className.replace(/fh-w-\d+/, `fh-w-${share}`);
      page.querySelector(`[data-lens-words="${lens}"]`).textContent = words[index];
    });
  });
}

const shown = (page, lens) =>
  Number(page.querySelector(`[data-lens-words="${lens}"]`)?.textContent ?? 0);

/** Words under one lens in the boxes of this page, counted as src/domain/assessments/balance.ts counts. */
function written(fields, lens, property) {
  return fields
    .filter((field) => field.dataset.lenses.split(' ').includes(lens))
    .reduce((sum, field) => sum + wordCount(field[property]), 0);
}

const wordCount = (text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
