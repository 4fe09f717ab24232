import { part, query } from './address.ts';

type Chosen = { readonly quarter?: string; readonly definition?: string };

/** The service's own figures, worked out from its record. */
export const figuresUrls = {
  own: '/figures',
  ownOf: (chosen: Chosen) => `/figures${query(chosen)}`,
  one: (measure: string) => `/figures/${part(measure)}/rows`,
  oneOf: (measure: string, chosen: Chosen) => `/figures/${part(measure)}/rows${query(chosen)}`,
  /** What the board reads. */
  board: '/figures/board',
  snapshots: '/figures/snapshots',
  freeze: '/figures/snapshots/freeze',
  /** What a document quotes: this address says the same for as long as the service stands. */
  snapshot: (id: string) => `/figures/snapshots/${part(id)}`,
  frozen: (id: string, measure: string) =>
    `/figures/snapshots/${part(id)}/${part(measure)}/changes`,
  /** What others say of the service, beside our own. */
  nationals: '/figures/national',
  addNational: '/figures/national/add',
  national: (id: string) => `/figures/national/${part(id)}/causes`,
  explain: (id: string) => `/figures/national/${part(id)}/explain`,
  signDifference: (id: string) => `/figures/national/${part(id)}/sign`,
} as const;
