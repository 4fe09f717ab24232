import { child, part, query } from './address.ts';

/** Assessments, their sections, judgements and versions. */
export const assessmentsUrls = {
  list: (id: string) => `${child(id)}/assessments`,
  start: (id: string) => `${child(id)}/assessments/start`,
  nationalTool: (id: string) => `${child(id)}/assessments/national-tool`,
  one: (id: string, assessmentId: string) => `${child(id)}/assessments/${part(assessmentId)}`,
  section: (id: string, assessmentId: string, section: string) =>
    `${child(id)}/assessments/${part(assessmentId)}/section/${part(section)}`,
  judgements: (id: string, assessmentId: string) =>
    `${child(id)}/assessments/${part(assessmentId)}/judgements`,
  judgement: (id: string, assessmentId: string, judgement: string) =>
    `${child(id)}/assessments/${part(assessmentId)}/judgements/${part(judgement)}`,
  whole: (id: string, assessmentId: string) =>
    `${child(id)}/assessments/${part(assessmentId)}/whole`,
  abandon: (id: string, assessmentId: string) =>
    `${child(id)}/assessments/${part(assessmentId)}/abandon`,
  safety: (id: string, assessmentId: string) =>
    `${child(id)}/assessments/${part(assessmentId)}/safety`,
  /** `risk`: the place in the list of the risk that a new line answers. */
  safetyLine: (id: string, assessmentId: string, rowId: string, risk?: number) =>
    `${child(id)}/assessments/${part(assessmentId)}/safety/lines/${part(rowId)}${query({ risk })}`,
  contingency: (id: string, assessmentId: string, rowId: string, about = '') =>
    `${child(id)}/assessments/${part(assessmentId)}/safety/contingency/${part(rowId)}${query({ about })}`,
  submit: (id: string, assessmentId: string) =>
    `${child(id)}/assessments/${part(assessmentId)}/submit`,
  countersign: (id: string, assessmentId: string) =>
    `${child(id)}/assessments/${part(assessmentId)}/countersign`,
  versions: (id: string, assessmentId: string, page?: number) =>
    `${child(id)}/assessments/${part(assessmentId)}/versions${query({ page })}`,
  compare: (id: string, assessmentId: string, from: string, to: string) =>
    `${child(id)}/assessments/${part(assessmentId)}/versions/${part(from)}/${part(to)}`,
  merge: (id: string, assessmentId: string) =>
    `${child(id)}/assessments/${part(assessmentId)}/merge`,
} as const;
