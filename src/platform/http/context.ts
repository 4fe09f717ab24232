import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import type { Actor } from '../../domain/access/can.ts';
import type { Day } from '../../domain/calendar/day.ts';
import type { MenuGroup } from '../../domain/navigation/menu.ts';
import type { Authentication } from '../auth/authentication.ts';
import type { Tx } from '../db/as-actor.ts';
import type { OpenChild } from '../db/open-child.ts';
import type { DB } from '../db/tables.generated.ts';
import type { Env } from '../env.ts';
import type { Jobs } from '../jobs/jobs.ts';

/** What the server is made of; routes get it and nothing else from outside. */
export type Server = {
  readonly db: Kysely<DB>;
  readonly env: Env;
  readonly auth: Authentication;
  readonly jobs: Jobs;
  readonly now: () => Date;
};

/** Fields of a posted form: text as typed, one or many; files apart. */
export type Form = {
  text(name: string): string;
  all(name: string): string[];
  file(name: string): File | null;
  /** Every text field, for showing the form again as it was typed. */
  readonly values: Readonly<Record<string, string | string[]>>;
};

/** A form as it was sent. */
export type PostedForm = Form & {
  readonly files: readonly (readonly [field: string, file: File])[];
  /** What the form carries beside what is typed: its mark, its draft's key, and what its buttons wish. */
  readonly carried: {
    readonly once: string;
    readonly draft: string;
    readonly isAgain: boolean;
    readonly isLater: boolean;
  };
};

export type PublicContext = {
  readonly c: Context;
  readonly server: Server;
  param(name: string): string;
  query(name: string): string;
  form(): Promise<PostedForm>;
  page(view: PageView, status?: Status): Response | Promise<Response>;
  /** Goes on to another page; the message is shown there once. */
  redirect(path: string, message?: string): Response;
};

export type Status = 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500;

/** Anything the JSX of a page gives. */
export type PageView = { toString(): string | Promise<string> };

export type Session = {
  readonly id: string;
  readonly token: string;
  readonly lockedAt: Date | null;
  readonly lastSeenAt: Date;
  /** How they signed in: `password`, `single-sign-on` or `persona`. */
  readonly method: string | null;
  readonly authUserId: string;
  readonly hasSecondFactor: boolean;
};

/** A person's own sign-in pages: no transaction is open. */
export type AccountContext = PublicContext & {
  readonly actor: Actor;
  readonly session: Session;
  readonly now: Date;
  readonly shell: Shell;
};

export type PageContext = PublicContext & {
  readonly actor: Actor;
  readonly session: Session;
  readonly tx: Tx;
  readonly now: Date;
  /** Today in Britain. */
  readonly today: Day;
  /** What the page frame needs; give it to <Page shell={…}>. */
  readonly shell: Shell;
  /** Hidden or missing: the same answer for both, and it is logged. */
  notFound(): Promise<Response>;
};

export type ChildContext = PageContext & { readonly child: OpenChild };

/** The frame of a page: who is signed in, where they are, and a message left by the page before. */
export type Shell = {
  readonly actor: Actor;
  readonly serviceName: string;
  readonly path: string;
  readonly message: string | null;
  readonly idleMinutes: number;
  readonly isDemonstration: boolean;
  /** Whether something was done to access that they should look at. */
  readonly hasNotice: boolean;
  /** The sections of the service with the pages that they may open. */
  readonly sections: readonly MenuGroup[];
  /** The rooms of a child's record, likewise. */
  readonly rooms: (childId: string) => readonly MenuGroup[];
};
