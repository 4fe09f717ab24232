const pauseMs = 1500;
const retryMs = [5_000, 10_000, 30_000, 60_000];
const keepaliveBytes = 60_000;

/** Keeps every `<textarea data-draft-url>` as it is written, beside the record; only its form's button saves. `flush` keeps what is not kept yet. */
export function startDrafts(page) {
  const drafts = [...page.querySelectorAll('textarea[data-draft-url]')].map(startDraft);
  const flush = () => Promise.allSettled(drafts.map((draft) => draft.save()));

  addEventListener('pagehide', () => {
    for (const draft of drafts) draft.sendLast();
  });
  addEventListener('online', flush);
  return { flush };
}

function startDraft(field) {
  const status = addStatus(field);
  let saved = field.value;
  let saving;
  let timer;
  let failures = 0;
  let submitted = false;

  const due = () => !submitted && field.value !== saved;
  const later = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  };

  async function send() {
    const value = field.value;
    try {
      await post(field, value, false);
      saved = value;
      failures = 0;
      status.textContent = `Kept at ${clock(new Date())}, not saved yet`;
    } catch {
      status.textContent = 'Not kept – we will keep trying';
      later(retryMs[Math.min(failures++, retryMs.length - 1)]);
    }
  }

  /** One request at a time, so that an older text can never land on a newer one. */
  async function save() {
    clearTimeout(timer);
    while (saving) await saving;
    if (!due()) return;
    saving = send();
    await saving;
    saving = undefined;
  }

  function sendLast() {
    if (due()) post(field, field.value, true).catch(() => undefined);
  }

  field.addEventListener('input', () => {
    submitted = false;
    later(pauseMs);
  });
  // A submitted form carries the text itself; a draft sent after it would bring back old words.
  field.form?.addEventListener('submit', () => {
    submitted = true;
    clearTimeout(timer);
  });
  addEventListener('pageshow', () => {
    submitted = false;
  });

  return { save, sendLast };
}

async function post(field, value, leaving) {
  const token = document.querySelector('meta[name="csrf-token"]')?.content ?? '';
  const body = new URLSearchParams({ [field.name]: value, _csrf: token });
  const response = await fetch(field.dataset.draftUrl, {
    method: 'POST',
    body,
    credentials: 'same-origin',
    // Being sent elsewhere means being signed out, so it is not saved.
    redirect: 'error',
    keepalive: leaving && body.toString().length < keepaliveBytes,
  });
  if (!response.ok) throw new Error(`The draft was answered with ${response.status}`);
}

function addStatus(field) {
  const status = document.createElement('p');
  status.className = 'fh-draft-status';
  status.setAttribute('role', 'status');
  status.setAttribute('aria-live', 'polite');
  // Said here and not by the page: without this script nothing is kept.
  status.textContent = 'Kept as you type until you save';
  field.insertAdjacentElement('afterend', status);
  return status;
}

function clock(at) {
  return at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
