import type { Standing } from '../../domain/navigation/menu.ts';
import type { Draft } from '../db/drafts.ts';
import type { PageContext, PageView, Shell } from './context.ts';
import type { Replaced } from './fill-form.ts';
import type { Refusal } from './refusals.ts';

/** A form that was sent once already, or its like. */
export type SentTwice = {
  readonly isSameWords: boolean;
  readonly sentAt: Date;
  readonly ledTo: string;
  /** The page with the form. */
  readonly formPage: string;
  readonly action: string;
  readonly draftKey: string;
  /** What it holds, for sending it as a second one; null where a file would have to be chosen anew. */
  readonly fields: readonly (readonly [name: string, value: string])[] | null;
};

/** What was settled meanwhile: why nothing is done here, where it stands now, and the words that somebody sent to it. */
export type Gone = {
  readonly why: string;
  readonly on: { readonly href: string; readonly text: string };
  readonly typed: readonly string[];
  readonly isSent: boolean;
};

/** The pages that are nobody's feature; app.ts gives them, since this layer draws nothing. */
export type FramePages = {
  notFound(shell: Shell | null): PageView;
  forbidden(shell: Shell): PageView;
  failed(id: string): PageView;
  tooLarge(): PageView;
  /** The database refused what was sent; `back` is the page with the form. */
  refused(shell: Shell | null, why: Refusal, back: string): PageView;
  standsAlready(shell: Shell, twice: SentTwice): PageView;
  /** Settled by somebody else meanwhile. */
  movedOn(shell: Shell, gone: Gone): PageView;
  /** Says that a form shows words from before. */
  draftNotice(
    shown: Draft & { readonly replaced: readonly Replaced[]; readonly back: string },
  ): PageView;
};

export type Frame = {
  readonly pages: FramePages;
  /** Where each page stands, for the navigation. */
  readonly standings: readonly Standing[];
  /** An address with what is asked of it. */
  readonly asking: (path: string, asked: Readonly<Record<string, string>>) => string;
  readonly signInPath: (then: string) => string;
  readonly lockedPath: (then: string) => string;
  readonly secondFactorPath: string;
  /** Paths that a locked or half-signed-in session may still open. */
  readonly accountPaths: readonly string[];
  /** Where what is being typed is kept. */
  readonly draftPath: string;
  readonly purposePath: (childId: string, then: string) => string;
  /** Where the record of a child is read. */
  readonly childPath: (childId: string) => string;
  /** Keeps a form that arrived at a locked or ended session, and gives the path that hands it back; null when it is too much to keep. */
  readonly holdForm: (
    context: Pick<PageContext, 'c' | 'tx' | 'actor' | 'form' | 'now'>,
  ) => Promise<string | null>;
  readonly reportFailure: (error: unknown, id: string, pattern: string) => void;
};
