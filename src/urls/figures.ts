import { part, query } from './address.ts';

type Chosen = { readonly quarter?: string; readonly definition?: string };

/** The service's own figures, worked out from its record. */
export const figuresUrls = {
  own: '/figures',
  ownOf: (chosen: Chosen) => `/figures${query(chosen)}`,
  one: (measure: string) => `/figures/${part(measure)}/rows`,
  oneOf: (measure: string, chosen: Chosen) => `/figures/${part(measure)}/rows${query(chosen)}`,
} as const;
