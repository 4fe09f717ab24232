const boxes = 'input[data-round]';

/** The arrow keys go up and down a column of a table of boxes, as in a spreadsheet; tab goes along its row. */
export function startRound(page) {
  page.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || !event.target.matches?.(boxes)) return;
    const column = [...page.querySelectorAll(`[data-round="${event.target.dataset.round}"]`)];
    const next = column[column.indexOf(event.target) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select?.();
  });
}
