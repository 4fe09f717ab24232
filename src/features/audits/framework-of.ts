import {
  type AuditQuestion,
  auditQuestions,
  caseStandards,
} from '../../domain/audits/audit-questions.ts';
import type { Framework } from '../../domain/inspections/framework.ts';
import { readFrameworks } from '../../platform/files/read-frameworks.ts';

/** The framework of an audit; one that was taken away since is an error worth telling. */
export function frameworkOf(id: string): Framework {
  const found = readFrameworks().find((each) => each.id === id);
  if (!found) throw new Error(`There is no inspection framework ${id} in the reference data`);
  return found;
}

/** The questions that an audit asks. */
export const questionsOf = (audit: {
  readonly frameworkId: string;
  readonly standards: readonly string[];
}): readonly AuditQuestion[] => auditQuestions(frameworkOf(audit.frameworkId), audit.standards);

/** A key question's words by its framework and id; the id itself where the framework has it no longer. */
export function questionText(frameworkId: string, id: string): string {
  const framework = frameworkOf(frameworkId);
  const all = caseStandards(framework).map(({ standard }) => standard.id);
  return auditQuestions(framework, all).find((each) => each.id === id)?.question ?? id;
}
