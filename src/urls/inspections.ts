import { part, query } from './address.ts';

const inspection = (id: string) => `/inspections/${part(id)}`;
type ResultsChosen = Readonly<
  Partial<Record<'q' | 'framework' | 'rating' | 'sort' | 'page', string>>
>;

/** Inspections of this service and published results. */
export const inspectionsUrls = {
  list: '/inspections',
  create: '/inspections/new',
  progress: '/inspections/recommendations',
  one: (id: string) => inspection(id),
  edit: (id: string) => `${inspection(id)}/edit`,
  standard: (id: string, standard: string) => `${inspection(id)}/standards/${part(standard)}`,
  rate: (id: string, standard: string) => `${inspection(id)}/standards/${part(standard)}/rate`,
  evidenceNew: (id: string, standard: string) =>
    `${inspection(id)}/standards/${part(standard)}/evidence`,
  evidence: (id: string, evidenceId: string) => `${inspection(id)}/evidence/${part(evidenceId)}`,
  cases: (id: string) => `${inspection(id)}/cases`,
  startReading: (id: string) => `${inspection(id)}/cases/start`,
  unlinkAudit: (id: string) => `${inspection(id)}/cases/unlink`,
  panel: (id: string) => `${inspection(id)}/panel`,
  meetingNew: (id: string) => `${inspection(id)}/panel/meetings/new`,
  meeting: (id: string, meetingId: string) => `${inspection(id)}/panel/meetings/${part(meetingId)}`,
  points: (id: string) => `${inspection(id)}/factual-accuracy`,
  pointNew: (id: string) => `${inspection(id)}/factual-accuracy/new`,
  point: (id: string, pointId: string) => `${inspection(id)}/factual-accuracy/${part(pointId)}`,
  recommendations: (id: string) => `${inspection(id)}/recommendations`,
  recommendationNew: (id: string) => `${inspection(id)}/recommendations/new`,
  recommendation: (id: string, recommendationId: string) =>
    `${inspection(id)}/recommendations/${part(recommendationId)}`,
  recommendationEdit: (id: string, recommendationId: string) =>
    `${inspection(id)}/recommendations/${part(recommendationId)}/edit`,
  actionNew: (id: string, recommendationId: string) =>
    `${inspection(id)}/recommendations/${part(recommendationId)}/actions/new`,
  action: (id: string, recommendationId: string, actionId: string) =>
    `${inspection(id)}/recommendations/${part(recommendationId)}/actions/${part(actionId)}`,
  texts: (id: string) => `${inspection(id)}/texts`,
  text: (id: string, name: string) => `${inspection(id)}/texts/${part(name)}`,
  report: (id: string, copy?: 'board') => `${inspection(id)}/report${query({ copy })}`,
  reportWord: (id: string, copy?: 'board') => `${inspection(id)}/report/word${query({ copy })}`,
  press: (id: string) => `${inspection(id)}/press`,
  pressWord: (id: string) => `${inspection(id)}/press/word`,
  pressEdit: (id: string) => `${inspection(id)}/press/edit`,
  quotationNew: (id: string) => `${inspection(id)}/press/quotations/new`,
  quotation: (id: string, quotationId: string) =>
    `${inspection(id)}/press/quotations/${part(quotationId)}`,
} as const;

/** Press notices that are out, and for those who may see the report those under embargo. */
export const pressNoticesUrls = {
  list: '/press-notices',
  one: (id: string) => `/press-notices/${part(id)}`,
  word: (id: string) => `/press-notices/${part(id)}/word`,
} as const;

/** Published results of all services, and one published inspection entered whole. */
export const inspectionResultsUrls = {
  list: (chosen: ResultsChosen = {}) => `/inspection-results${query(chosen)}`,
  csv: (chosen: ResultsChosen = {}) => `/inspection-results.csv${query(chosen)}`,
  one: (id: string) => `/inspection-results/of/${part(id)}`,
  create: '/inspection-results/new',
  correct: (id: string) => `/inspection-results/of/${part(id)}/correct`,
  example: '/inspection-results/example',
  exampleCases: '/inspection-results/example/cases',
  exampleReport: '/inspection-results/example/report',
  exampleWord: '/inspection-results/example/report/word',
} as const;
