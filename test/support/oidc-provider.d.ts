/** The part of the OpenID provider that the tests use; its package ships no types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  class Provider {
    constructor(
      issuer: string,
      settings: {
        readonly clients: readonly Readonly<Record<string, unknown>>[];
        readonly findAccount: (
          context: unknown,
          id: string,
        ) => { accountId: string; claims: () => Record<string, unknown> };
        readonly [setting: string]: unknown;
      },
    );
    callback(): RequestListener;
  }

  export = Provider;
}
