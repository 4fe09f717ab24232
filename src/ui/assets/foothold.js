import { startAskingAgain } from './ask-again.js';
import { startBalance } from './balance.js';
import { startDrafts } from './drafts.js';
import { initAll as startGovuk } from './govuk-frontend.js';
import { startIdleLock } from './idle-lock.js';
import { initAll as startMoj } from './moj-frontend.js';
import { startRound } from './round.js';

const supported = 'noModule' in HTMLScriptElement.prototype;
document.body.classList.add('js-enabled');
if (supported) document.body.classList.add('govuk-frontend-supported');

const drafts = startDrafts(document);
startIdleLock(document.body, drafts.flush);
startBalance(document);
startAskingAgain(document);
startRound(document);

if (supported) {
  startGovuk();
  startMoj();
}
