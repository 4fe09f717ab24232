const longestMs = 120_000;

/** Warns in the last two minutes before the lock, with a button that says that somebody is there. */
export function startWarning(body, idleMs, stay) {
  const box = document.createElement('div');
  box.className = 'fh-idle-warning';
  box.setAttribute('role', 'status');
  box.setAttribute('aria-live', 'polite');
  body.append(box);
  let isShown = false;

  const hide = () => {
    isShown = false;
    box.replaceChildren();
  };

  return {
    /** Shows or hides it, by the time that is left. */
    show(leftMs) {
      if (leftMs > Math.min(longestMs, idleMs / 3)) return isShown ? hide() : undefined;
      if (isShown) return;
      isShown = true;
      const words = document.createElement('p');
      words.className = 'govuk-body';
      words.textContent = `Nobody has been here for a while: the page locks in ${inWords(leftMs)}. What you typed is kept.`;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'govuk-button govuk-!-margin-bottom-0';
      button.textContent = 'Stay signed in';
      button.addEventListener('click', () => {
        hide();
        stay();
      });
      box.append(words, button);
    },
  };
}

const inWords = (ms) => {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return 'less than a minute';
  return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
};
