const waitMs = 2000;

/**
 * On a page about work that goes on (`<main data-ask-again>`), fetches it again every two seconds and puts in what has
 * changed, without moving the reader; when the work is over the whole page is opened anew. Without scripts there is the
 * link "Look again".
 */
export function startAskingAgain(page) {
  if (!page.querySelector('main[data-ask-again]')) return;
  setTimeout(() => askAgain(page), waitMs);
}

async function askAgain(page) {
  const found = await latest();
  if (found === 'over') {
    location.reload();
    return;
  }
  if (found) {
    const now = [...found.querySelectorAll('[data-live]')];
    for (const [index, place] of [...page.querySelectorAll('[data-live]')].entries())
      if (now[index] && place.innerHTML !== now[index].innerHTML)
        place.innerHTML = now[index].innerHTML;
  }
  setTimeout(() => askAgain(page), waitMs);
}

/** The page as it stands now; 'over' when there is nothing more to ask for; null when the link is down for a moment. */
async function latest() {
  try {
    const answer = await fetch(location.href);
    if (answer.redirected || !answer.ok) return 'over';
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return found.querySelector('main[data-ask-again]') ? found : 'over';
  } catch {
    return null;
  }
}
