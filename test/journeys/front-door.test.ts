import { expect, it } from 'vitest';
import { signIn, testBrowser } from '../support/browser.ts';
import { checkSeenPages } from '../support/seen-pages.ts';
import { demonstrationSite } from '../support/site.ts';
import { go } from './steps/forms.ts';

const site = demonstrationSite();
const browser = testBrowser();

it.each([true, false])(
  'a case manager signs in and signs out (JavaScript: %s)',
  async (javaScript) => {
    const page = await signIn(browser(), site().origin, 'Ama Lovelock', { javaScript });
    expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(true);
    await go(page.getByRole('button', { name: 'Sign out' }));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sign in to Foothold');
  },
);

checkSeenPages('front-door', browser);
