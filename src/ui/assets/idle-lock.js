import { startWarning } from './idle-warning.js';

const sharedKey = 'foothold-last-active';
const checkMs = 5_000;
const flushMs = 4_000;
const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart', 'input'];

/**
 * After `data-idle-minutes` without input in any tab, saves all drafts and sends a form to `data-lock-url` with `next`
 * set to this page. It warns before that, and tells the server at `data-stay-url` that somebody is there, who may read or
 * write for long without asking it for anything.
 */
export function startIdleLock(body, flushDrafts) {
  const idleMs = Number(body.dataset.idleMinutes) * 60_000;
  const { lockUrl, stayUrl } = body.dataset;
  if (!lockUrl || !(idleMs > 0)) return;

  let lastHere = Date.now();
  let lastSaid = lastHere;
  let locking = false;
  share(lastHere);

  const active = () => {
    const now = Date.now();
    if (now - lastHere < 1_000) return;
    // A laptop opened after hours must lock before the first touch counts as being there.
    if (now - lastActive(lastHere) >= idleMs) return void check();
    lastHere = now;
    share(now);
  };
  const warning = startWarning(body, idleMs, () => {
    active();
    sayHere();
  });

  async function check() {
    const idle = Date.now() - lastActive(lastHere);
    if (locking) return;
    if (idle < idleMs) {
      warning.show(idleMs - idle);
      if (idle < checkMs && Date.now() - lastSaid > idleMs / 3) sayHere();
      return;
    }
    locking = true;
    await Promise.race([flushDrafts(), new Promise((done) => setTimeout(done, flushMs))]);
    sendForm(lockUrl, { next: location.pathname + location.search });
  }

  function sayHere() {
    lastSaid = Date.now();
    if (stayUrl) fetch(stayUrl, { method: 'POST', redirect: 'error' }).catch(() => undefined);
  }

  for (const sign of signsOfLife) addEventListener(sign, active, { passive: true, capture: true });
  document.addEventListener('visibilitychange', check);
  setInterval(check, checkMs);
}

/** Goes to the lock with a form: to open an address must lock nothing, since another site can have that done. */
function sendForm(action, fields) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

/** Tabs tell each other through storage; without it each tab counts for itself. */
function share(at) {
  try {
    localStorage.setItem(sharedKey, String(at));
  } catch {
    // Storage is switched off.
  }
}

function lastActive(here) {
  try {
    return Math.max(here, Number(localStorage.getItem(sharedKey)) || 0);
  } catch {
    return here;
  }
}
