const sharedKey = 'foothold-last-active';
const checkMs = 5_000;
const flushMs = 4_000;
const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart', 'input'];

/**
 * After `data-idle-minutes` without input in any tab, saves all drafts and goes to `data-lock-url`
 * with `then` set to this page.
 */
export function startIdleLock(body, flushDrafts) {
  const idleMs = Number(body.dataset.idleMinutes) * 60_000;
  const { lockUrl } = body.dataset;
  if (!lockUrl || !(idleMs > 0)) return;

  let lastHere = Date.now();
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

  async function check() {
    if (locking || Date.now() - lastActive(lastHere) < idleMs) return;
    locking = true;
    await Promise.race([flushDrafts(), new Promise((done) => setTimeout(done, flushMs))]);
    location.assign(lockAddress(lockUrl));
  }

  for (const sign of signsOfLife) addEventListener(sign, active, { passive: true, capture: true });
  document.addEventListener('visibilitychange', check);
  setInterval(check, checkMs);
}

function lockAddress(lockUrl) {
  const address = new URL(lockUrl, location.href);
  address.searchParams.set('then', location.pathname + location.search);
  return address.href;
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
