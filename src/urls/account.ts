import { part, query } from './address.ts';

/** Signing in, and a person’s own account. */
export const signInUrls = {
  page: '/sign-in',
  pageThen: (then: string) => `/sign-in${query({ then })}`,
  passwordSet: '/sign-in?password=set',
  persona: '/sign-in/demonstration',
  password: '/sign-in/password',
  code: (then = '') => `/sign-in/code${query({ then })}`,
  setPassword: (token: string) => `/sign-in/set-password/${part(token)}`,
  singleSignOn: '/sign-in/single-sign-on',
  callback: '/api/auth/callback/single-sign-on',
  out: '/sign-out',
  lock: '/lock',
  locked: (then = '') => `/locked${query({ then })}`,
  held: (id: string) => `/locked/form/${part(id)}`,
} as const;

export const accountUrls = {
  page: '/account',
  secondFactor: '/account/second-factor',
  password: '/account/password',
  endSession: '/account/sessions/end',
  notices: '/account/notices',
} as const;
