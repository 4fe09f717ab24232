import { expect, it } from 'vitest';
import type { AuditQuestion } from '../../../domain/audits/audit-questions.ts';
import type { AuditLine } from '../audits.queries.ts';
import { TrendChart } from './trends-chart.view.tsx';

const question = { id: '2.1.1', question: 'Does it help?', standard: '2.1', cases: 'court' };
const asked = { frameworkId: '2021', question: question as unknown as AuditQuestion };
const audit = (id: string, month: string, frameworkId = '2021') =>
  ({ id, month, frameworkId, title: id }) as unknown as AuditLine;
const outcome = (audit_id: string, team_id: string, answer: string) => ({
  audit_id,
  team_id,
  answer,
  tier: 'court',
  key_question: '2.1.1',
  first_answer: answer,
  second_answer: null,
  is_moderated: false,
  self_view: null,
});
const outcomes = [
  outcome('june', 'north', 'yes'),
  outcome('june', 'south', 'no'),
  outcome('july', 'north', 'yes'),
  outcome('july', 'south', 'yes'),
  outcome('other', 'south', 'yes'),
];
const teams = [
  { id: 'north', name: 'North team' },
  { id: 'south', name: 'South team' },
];
const june = audit('june', '2026-06-01');
const july = audit('july', '2026-07-01');

it('a question’s answers are drawn for the service and each team, and said in words', () => {
  const chart = String(TrendChart({ asked, audits: [june, july], outcomes, teams }));
  expect(chart).toContain('June 2026 50% (1 of 2), July 2026 100% (2 of 2)');
  for (const name of ['All teams', 'North team', 'South team']) expect(chart).toContain(name);
});

it('one audit makes no trend, and the same number in another framework is another question', () => {
  const other = audit('other', '2026-08-01', '2025');
  expect(TrendChart({ asked, audits: [june, other], outcomes, teams })).toBeNull();
});
