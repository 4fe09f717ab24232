import type { Child } from 'hono/jsx';
import { can } from '../../domain/access/can.ts';
import { type Role, roles } from '../../domain/access/roles.data.ts';
import type { FormFault } from '../../domain/form-fault.ts';
import type { MenuGroup } from '../../domain/navigation/menu.ts';
import { urls } from '../../urls.ts';
import { assetUrls } from '../assets.ts';
import { ErrorSummary, SkipLink } from '../govuk/components.tsx';
import type { Html } from '../html.ts';
import { Menu } from './menu.tsx';
import { PostForm } from './post-form.tsx';

/** What the frame needs to know; the server's routes give it to every page. */
export type PageShell = {
  readonly actor: { readonly name: string; readonly role: Role };
  readonly serviceName: string;
  readonly path: string;
  readonly message: string | null;
  readonly idleMinutes: number;
  readonly isDemonstration: boolean;
  readonly hasNotice: boolean;
  readonly sections: readonly MenuGroup[];
  readonly rooms: (childId: string) => readonly MenuGroup[];
};

/** A fault in a form: words for the summary, and the id of the field they lead to. */

type Props = {
  readonly title: string;
  readonly shell: PageShell | null;
  readonly errors?: readonly FormFault[];
  /** A back link's target, drawn above the heading. */
  readonly back?: { readonly href: string; readonly text: string };
  /** Drawn across the page between the header and the content: the open child. */
  readonly band?: Html;
  readonly wide?: boolean;
  /** It prints as a paper to be given away: without the frame, the child’s band and its warnings. */
  readonly paper?: boolean;
  /** It shows work that goes on: a script puts in what changes, and the page has a link to look again. */
  readonly asksAgain?: boolean;
  readonly children?: Child;
};

/** The frame of every page. */
export function Page({
  title,
  shell,
  errors = [],
  back,
  band,
  paper,
  asksAgain,
  children,
}: Props): Html {
  return (
    <html lang="en-GB" class="govuk-template govuk-template--rebranded">
      <head>
        <meta charset="utf-8" />
        <title>{`${errors.length > 0 ? 'Error: ' : ''}${title} - Foothold`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <link rel="icon" href={assetUrls.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrls.css} />
        <script type="module" src={assetUrls.js} />
      </head>
      <body
        class={`govuk-template__body${paper ? ' fh-paper' : ''}`}
        {...(shell
          ? {
              'data-idle-minutes': String(shell.idleMinutes),
              'data-lock-url': urls.signIn.lock,
              'data-stay-url': urls.drafts.keep,
            }
          : {})}
      >
        <SkipLink text="Skip to main content" href="#main" />
        <Header shell={shell} />
        {shell ? <Menu label="Main" look="main" groups={shell.sections} hasPages={!band} /> : null}
        {band}
        <div class="govuk-width-container fh-container">
          <main
            class="govuk-main-wrapper fh-main"
            id="main"
            tabindex={-1}
            {...(asksAgain ? { 'data-ask-again': 'yes' } : {})}
          >
            {back ? (
              <a href={back.href} class="govuk-back-link fh-no-print">
                {back.text}
              </a>
            ) : null}
            {shell?.hasNotice && shell.path !== urls.account.notices ? <Notice /> : null}
            {shell?.message ? <Message text={shell.message} /> : null}
            {errors.length > 0 ? (
              <ErrorSummary
                titleText="There is a problem"
                errorList={errors.map(({ field, message }) => ({
                  text: message,
                  href: `#${field}`,
                }))}
              />
            ) : null}
            {children}
          </main>
        </div>
        <Footer shell={shell} />
      </body>
    </html>
  );
}

const Notice = () => (
  <p class="govuk-inset-text fh-no-print">
    Something was done to who may see what, and nobody but you may have noticed.{' '}
    <a class="govuk-link" href={urls.account.notices}>
      Look at it
    </a>
  </p>
);

function Header({ shell }: { readonly shell: PageShell | null }): Html {
  return (
    <header class="fh-header">
      <div class="govuk-width-container fh-container fh-header__top">
        <a href={urls.home} class="fh-header__name">
          Foothold
        </a>
        {shell ? (
          <>
            <span class="fh-header__service">{shell.serviceName}</span>
            {can(shell.actor, 'child.search') ? (
              <PostForm action={urls.children.search} class="fh-header__search">
                <label class="govuk-visually-hidden" for="header-search">
                  Find a child
                </label>
                <input
                  id="header-search"
                  name="q"
                  type="search"
                  class="govuk-input"
                  placeholder="Find a child"
                  autocomplete="off"
                  spellcheck={false}
                />
                <button type="submit" class="fh-header__go">
                  Find
                </button>
              </PostForm>
            ) : null}
            <span class="fh-header__person">
              <a
                href={urls.account.page}
                {...(isAtAccount(shell) ? { 'aria-current': 'page' as const } : {})}
              >
                {shell.actor.name}
              </a>{' '}
              <span class="fh-header__role">{roles[shell.actor.role].title}</span>
            </span>
            <PostForm action={urls.signIn.out} class="fh-header__out">
              <button type="submit">Sign out</button>
            </PostForm>
          </>
        ) : null}
      </div>
    </header>
  );
}

const isAtAccount = ({ sections }: PageShell) =>
  sections.some(({ id, isHere }) => id === 'account' && isHere);

function Message({ text }: { readonly text: string }): Html {
  return (
    <div class="fh-message" role="status" id="message">
      {text}
    </div>
  );
}

function Footer({ shell }: { readonly shell: PageShell | null }): Html {
  return (
    <footer class="fh-footer">
      <div class="govuk-width-container fh-container">
        <p>
          Foothold. Every visit to a child’s record is kept with its reason.
          {shell?.isDemonstration ? ' Demonstration: everyone here is invented.' : ''}
        </p>
      </div>
    </footer>
  );
}
