import { part, query } from './address.ts';

type Chosen = { readonly quarter?: string; readonly definition?: string };

/** The service's own figures, worked out from its record. */
export const figuresUrls = {
  own: '/figures',
  ownOf: (chosen: Chosen) => `/figures${query(chosen)}`,
  one: (measure: string) => `/figures/${part(measure)}`,
  oneOf: (measure: string, chosen: Chosen & { readonly rows?: string }) =>
    `/figures/${part(measure)}${query(chosen)}`,
} as const;
