/** Words by which a page says that somebody else will do something, be told or find it. */
export const promising =
  /(?<!(?:Nothing|Nobody|longer) )\bwaits? for (?!you\b|…)|\b(is|are) told\b|\b(managers?|partners?|police|auditor|worker|head)\b[^.]{0,30}\b(will|has to|have to) (see|check|look at|read|approve|answer)\b|\b(worker|lead) (sees|reads|checks|then confirms) it\b|\bon their list\b|\bnext supervision\b|\bsent to a manager\b|\bmust be told\b|\bhas to be sent\b/i;

/** The standard of the duty that a promise makes, and somebody on whose home it stands. */
export type Promised = { readonly standard: string; readonly on: string };

const aState = 'says how it stands, of what was promised by another sentence';
const manager = 'marguerite-oyelaran';
const countersign = { standard: 'countersign', on: manager };
const closing = { standard: 'closure-approval', on: manager };
const report = { standard: 'report-gatekeeping', on: manager };
const breach = { standard: 'breach-approval', on: manager };
const triage = { standard: 'referral-screen', on: manager };
const allocation = { standard: 'referral-allocation', on: manager };
const supervision = { standard: 'audit-supervision', on: manager };
const victim = { standard: 'victim-contact', on: 'ursula-peaceful' };
const exception = { standard: 'exception-review', on: manager };
const signing = { standard: 'snapshot-signing', on: 'philippa-standfast' };
const explained = { standard: 'difference-signing', on: 'philippa-standfast' };
const held = 'held rows are counted on the home of whoever may decide them';
const entry =
  'entries of court registers that wait are counted on the home of whoever may decide them';

/** Every such sentence: what it promises, or why it promises nothing that would stand on a home. */
export const promises: Readonly<Record<string, Promised | string>> = {
  '1 entry waits for a person': entry,
  'Entries that wait for a person': entry,
  'The same waits for a person since …: it is decided there': entry,
  'Waits for a person': entry,
  '… entries wait for a person': entry,
  'A manager will look at it.': { standard: 'review-check', on: manager },
  'A panel paper that holds them and waits for a decision is taken back too: ask the child’s worker to make it again.':
    'asks the reader to tell the worker',
  'An audit of this case has something for the next supervision with ….': supervision,
  'And these people are told': 'a box of the plan: whom the child and family told us to tell',
  'Cases are drawn by chance, read against the inspectorate’s own questions, and what is found goes to each worker’s next supervision.':
    supervision,
  'Closing waits for a manager': closing,
  'Everyone else, you and the child’s worker among them, is told that nothing is there.':
    'what the pages say of a sealed record',
  'If somebody was harmed, add a line and the victim worker will see it.': victim,
  'It is told the time and the kind, and never a name, a place or what it is about: it leads back to the diary for that.':
    'what a calendar program shows to the person whose calendar it is',
  'It stands on their list of audits.': { standard: 'audit-reading', on: 'nasir-hollyoak' },
  'It waits for a manager: no word of it is changed meanwhile.': report,
  'Managers are told only that this victim is known to the service':
    'what a page about a victim shows to managers',
  'Next supervision: …': 'a day that is written beside an entry',
  'No panel waits for a victim’s wishes.': aState,
  'Only the child’s own workers and managers will see it.': 'who may read an address',
  'Police must be told that this was not kept ….': {
    standard: 'outcome-23-notice',
    on: 'ama-lovelock',
  },
  'Police must be told, with proof': { standard: 'police-told', on: 'ama-lovelock' },
  'Referred back: what the court is told, and what had been tried.':
    'what a panel writes down of what it decided',
  'Saved: a victim was added, and the victim worker sees it on their list': victim,
  'Saved: nothing is left to settle, and what was found waits for the worker’s supervision':
    supervision,
  'Saved: the decision is recorded and waits for the police lead': {
    standard: 'decision-confirm',
    on: 'quentin-larkin',
  },
  'Saved: the disagreement is open, and the outcome waits for its answer': {
    standard: 'escalation-answer-1',
    on: manager,
  },
  'Saved: the exception is recorded, and managers will see it': exception,
  'Saved: the notice is written and still has to be sent': {
    standard: 'outcome-23-notice',
    on: 'ama-lovelock',
  },
  'Saved: the reading is finished, and what it found waits for the worker’s supervision':
    supervision,
  'Saved: the review is held, and a manager will check it': {
    standard: 'review-check',
    on: manager,
  },
  'Proposed: a manager will approve it or send it back': breach,
  'Say why in a few more words: a manager will read it': exception,
  'Sent to a manager': countersign,
  'Sent: a manager will approve the closing or send it back': closing,
  'Sent: a manager who did not write it will approve it or send it back': report,
  'Signed by you and sent to a manager': countersign,
  'The child waits for a worker.': allocation,
  'The list of … rows waits for its turn.': aState,
  'The police lead then confirms it, before the outcome is given.': {
    standard: 'decision-confirm',
    on: 'quentin-larkin',
  },
  'The referral is logged and waits for triage.': triage,
  'The same row already waits for a decision since …: nobody is asked twice': held,
  'The victim worker is told at once, and the plan will ask what keeps this person safe.': victim,
  'This assessment does not wait for a manager now.': aState,
  'Explained, and waits for the head of service': explained,
  'The head of service will read it, and sign it or send it back': signing,
  'Waits for the head of service': signing,
  'Waits for a manager': countersign,
  'Waits for a person to decide': held,
  'Waits for a worker': allocation,
  'Waits for an answer':
    'a point of factual accuracy, which stands on the inspection’s own list until it is answered',
  'Waits for triage': triage,
  'What both judged alike stands, and once nothing is left to settle the worker is told and all of it stands.':
    { standard: 'audit-supervision', on: 'ama-lovelock' },
  'Who is told': 'a box of the assessment: whom the child and family told us to tell',
  'With a day and a person it becomes an action on their list.': {
    standard: 'action-due',
    on: 'ben-thackery',
  },
  'What is to be done and who is told become two actions.': {
    standard: 'action-due',
    on: 'ben-thackery',
  },
  'Yes: harm could not wait for someone on the list': 'a judgement of what was done',
  'You held this review yourself: another manager has to check it.': {
    standard: 'review-check',
    on: manager,
  },
  'You proposed this yourself: another manager has to approve it.': breach,
  'You wrote in this report or sent it yourself: another manager has to approve it.': report,
  'You sent this closing yourself: another manager has to approve it.': closing,
  'row waits for a person to decide': held,
  'rows wait for a person to decide': held,
  '… reads this, and it is talked through at the next supervision.': supervision,
};
