import type { Page } from 'playwright-core';
import { it } from 'vitest';
import { signIn, testBrowser } from '../support/browser.ts';
import { checkSeenPages } from '../support/seen-pages.ts';
import { demonstrationSite } from '../support/site.ts';
import {
  countersign,
  judge,
  mendAndSign,
  planForSafety,
  returnIt,
  sign,
  writeAssessment,
} from './steps/assessment.ts';
import {
  acceptExit,
  approveClosing,
  assessAtTheEnd,
  close,
  completeOutcome,
  readAfterwards,
  tellPolice,
} from './steps/closure.ts';
import type { Facts } from './steps/facts.ts';
import { whatStands } from './steps/forms.ts';
import { importList } from './steps/import-list.ts';
import {
  answerAsEarlyHelp,
  answerAsEducation,
  answerAsHealth,
  answerAsPolice,
  answerAsSocialCare,
  askPartners,
  weighAnswers,
} from './steps/information.ts';
import {
  confirm,
  decide,
  giveOutcome,
  preparePaper,
  putForward,
  readPaper,
  setUpPanel,
} from './steps/panel.ts';
import { agreePlan, startPlan, writePlan } from './steps/plan.ts';
import { checkReview, recordSofaSurfing, reviewChangesNothing } from './steps/review.ts';
import { allocate, meetAgain, meetChild, meetParent, triage } from './steps/take-on.ts';
import { giveRights, hearVictim, readWishes } from './steps/victim.ts';

const site = demonstrationSite();
const browser = testBrowser();

const child: Facts = {
  forename: 'Noël',
  surname: 'Pinderfield',
  reference: '07ZZ/9002/26',
  panel: 'Thursday panel',
};
const other: Facts = {
  forename: 'Zoé',
  surname: 'Larkmoor',
  reference: '07ZZ/9001/26',
  panel: 'Tuesday panel',
};

type Step = (page: Page, facts: Facts) => Promise<void>;

/** Steps that people take one after the other, each in a window of their own. */
function peopleAtWork(facts: Facts, javaScript: boolean) {
  const windows = new Map<string, Page>();
  const windowOf = async (person: string) => {
    const known =
      windows.get(person) ?? (await signIn(browser(), site().origin, person, { javaScript }));
    windows.set(person, known);
    return known;
  };
  return {
    by: async (person: string, ...steps: readonly Step[]) => {
      for (const step of steps) {
        const page = await windowOf(person);
        await step(page, facts).catch(async (cause: unknown) => {
          throw new Error(`${person}, ${step.name}: ${await whatStands(page)}`, { cause });
        });
      }
    },
    goHome: async () => {
      for (const window of windows.values()) await window.context().close();
    },
  };
}

it('with scripts, the same forms take a child from a police list to judgements written down', {
  timeout: 400_000,
}, async () => {
  const { by, goHome } = peopleAtWork(other, true);
  await by('Annie Twelvetrees', importList);
  await by('Marguerite Oyelaran', triage, allocate);
  await by('Ama Lovelock', meetChild, writeAssessment, judge);
  await goHome();
});

it('a child on a police list is met, assessed, decided about, helped, reviewed and closed, all of it without JavaScript', {
  timeout: 400_000,
}, async () => {
  const { by, goHome } = peopleAtWork(child, false);
  await by('Annie Twelvetrees', importList);
  await by('Marguerite Oyelaran', triage, allocate);
  await by('Ama Lovelock', meetChild, meetParent, askPartners);
  await by('Quentin Larkin', answerAsPolice);
  await by('Rosamund Achebe', answerAsHealth);
  await by('Tegan Bamford-Ali', answerAsEducation);
  await by('Viv Tolliver', answerAsSocialCare);
  await by('Winston Appleby', answerAsEarlyHelp);
  await by('Ama Lovelock', weighAnswers);
  await by('Ursula Peaceful', hearVictim);
  await by('Ama Lovelock', readWishes, writeAssessment, judge, planForSafety, sign);
  await by('Marguerite Oyelaran', returnIt);
  await by('Ama Lovelock', mendAndSign);
  await by('Marguerite Oyelaran', countersign, setUpPanel);
  await by('Ama Lovelock', putForward, preparePaper);
  await by('Xanthe Goodenough', readPaper);
  await by('Marguerite Oyelaran', decide);
  await by('Quentin Larkin', confirm);
  await by('Ama Lovelock', giveOutcome, startPlan, writePlan, agreePlan, meetAgain);
  await by('Ama Lovelock', recordSofaSurfing, reviewChangesNothing);
  await by('Marguerite Oyelaran', checkReview);
  await by('Ama Lovelock', completeOutcome, tellPolice, acceptExit, assessAtTheEnd);
  await by('Marguerite Oyelaran', countersign);
  await by('Ursula Peaceful', giveRights);
  await by('Ama Lovelock', close);
  await by('Marguerite Oyelaran', approveClosing);
  await by('Philippa Standfast', readAfterwards);
  await goHome();
});

checkSeenPages('out-of-court', browser);
