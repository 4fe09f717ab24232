import { part, query } from './address.ts';

/** Official figures and our own. */
export const statisticsUrls = {
  benchmarks: (
    chosen: Readonly<Partial<Record<'measure' | 'area' | 'beside' | 'length', string>>> = {},
  ) => `/statistics${query(chosen)}`,
  ranking: (
    chosen: { readonly measure?: string; readonly period?: string; readonly page?: string } = {},
  ) => `/statistics/ranking${query(chosen)}`,
  disproportionality: (
    chosen: Readonly<Partial<Record<'area' | 'point' | 'by' | 'years' | 'reference', string>>> = {},
  ) => `/statistics/disproportionality${query(chosen)}`,
  ownCounts: (chosen: { readonly by?: string; readonly area?: string } = {}) =>
    `/statistics/own-counts${query(chosen)}`,
  figures: '/statistics/figures',
  figure: (
    measure: string,
    version: string,
    chosen: { readonly area?: string; readonly period?: string } = {},
  ) => `/statistics/figures/${part(measure)}/${part(version)}${query(chosen)}`,
  /** Every figure of one measure. */
  published: (measure: string) => `/statistics/published/${part(measure)}/all`,
  download: (
    table: string,
    format: string,
    chosen: Readonly<Record<string, string | undefined>> = {},
  ) => `/statistics/download/${part(table)}/${part(format)}${query(chosen)}`,
  recomputed: '/statistics/plan-recomputed',
  families: '/statistics/families',
  familyNew: '/statistics/families/new',
  family: (familyId: string) => `/statistics/families/${part(familyId)}`,
  familyRemove: (familyId: string) => `/statistics/families/${part(familyId)}/remove`,
} as const;
