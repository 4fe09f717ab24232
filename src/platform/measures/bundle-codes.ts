import type { Codes } from '../../domain/case-level/judge-cell.ts';
import { readReference } from '../files/read-reference.ts';

const codesOf = (file: string, column: 'code' | 'yjb_code' = 'code') =>
  new Set(
    readReference(`${file}.csv`, [column])
      .map((row) => row[column])
      .filter((code) => code !== ''),
  );

/** The codes that a case-level bundle may use: those of the national return, and the kinds of work that it does not count. */
export function bundleCodes(): Codes {
  const legalOutcomes = codesOf('legal_outcome');
  return {
    ethnicity: codesOf('ethnicity'),
    accommodation: codesOf('accommodation_type', 'yjb_code'),
    education: codesOf('education_type', 'yjb_code'),
    health: codesOf('health_intervention'),
    'offence-category': codesOf('offence_category', 'yjb_code'),
    remand: codesOf('remand_type'),
    'legal-outcome': legalOutcomes,
    disposal: new Set([...legalOutcomes, ...codesOf('involvement_type')]),
  };
}
