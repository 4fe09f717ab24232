const pauseMs = 1500;
const retryMs = [5_000, 10_000, 30_000, 60_000];
const keepaliveBytes = 60_000;

/**
 * Keeps every field of each `<form data-draft-url>` as it is filled in, beside the record; only the form's own button
 * saves. `flush` keeps what is not kept yet.
 */
export function startDrafts(page) {
  const drafts = [...page.querySelectorAll('form[data-draft-url]')].map(startDraft);
  const flush = () => Promise.allSettled(drafts.map((draft) => draft.save()));

  addEventListener('pagehide', () => {
    for (const draft of drafts) draft.sendLast();
  });
  addEventListener('online', flush);
  return { flush };
}

function startDraft(form) {
  // Said here and not by the page: without this script nothing is kept. A form of choices alone says it once one is made.
  let status = form.querySelector('textarea') ? addStatus(form) : undefined;
  let saved = fieldsOf(form);
  let leaving = new AbortController();
  let saving;
  let timer;
  let failures = 0;
  let submitted = false;

  const due = () => !submitted && fieldsOf(form) !== saved;
  const later = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  };
  const say = (words) => {
    status ??= addStatus(form);
    status.textContent = words;
  };

  async function send() {
    const fields = fieldsOf(form);
    try {
      await post(form, fields, { signal: leaving.signal });
      saved = fields;
      failures = 0;
      say(`Kept at ${clock(new Date())}, not saved yet`);
    } catch {
      if (submitted) return;
      say('Not kept – we will keep trying');
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
    if (due()) post(form, fieldsOf(form), { keepalive: true }).catch(() => undefined);
  }

  for (const sign of ['input', 'change'])
    form.addEventListener(sign, () => {
      submitted = false;
      later(pauseMs);
    });
  // A submitted form carries everything itself; a draft sent or landing after it would bring back old words.
  form.addEventListener('submit', () => {
    submitted = true;
    clearTimeout(timer);
    leaving.abort();
    leaving = new AbortController();
  });
  addEventListener('pageshow', () => {
    submitted = false;
  });

  return { save, sendLast };
}

/** The fields as they would be sent: never a password or a file. */
function fieldsOf(form) {
  const secret = [...form.querySelectorAll('input[type="password"]')].map(({ name }) => name);
  const fields = [...new FormData(form)].filter(
    ([name, value]) => typeof value === 'string' && name !== '_once' && !secret.includes(name),
  );
  return new URLSearchParams(fields).toString();
}

async function post(form, body, { signal, keepalive = false }) {
  const response = await fetch(form.dataset.draftUrl, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    credentials: 'same-origin',
    // Being sent elsewhere means being signed out, so it is not kept.
    redirect: 'error',
    keepalive: keepalive && body.length < keepaliveBytes,
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw new Error(`The draft was answered with ${response.status}`);
}

function addStatus(form) {
  const status = document.createElement('p');
  status.className = 'fh-draft-status';
  status.setAttribute('role', 'status');
  status.setAttribute('aria-live', 'polite');
  status.textContent = 'Kept as you type until you save';
  form.append(status);
  return status;
}

function clock(at) {
  return at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
