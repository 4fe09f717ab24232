import { sql, type Transaction } from 'kysely';
import { addDays, type Day } from '../domain/calendar/day.ts';
import { keptFacts } from '../domain/reports/facts.ts';
import { sectionsOfKind } from '../domain/reports/template.ts';
import { factsOf } from '../features/court/reports/facts.queries.ts';
import { writtenNow } from '../features/court/reports/report-words.ts';
import { templatesOf } from '../features/court/reports/reports.queries.ts';
import type { DB } from '../platform/db/tables.generated.ts';
import { demoId } from './random.ts';
import { managerNotes, reportTexts } from './report-texts.data.ts';
import type { Rows } from './rows.ts';
import { at } from './working-days.ts';

type Heard = {
  readonly id: string;
  readonly child_id: string;
  readonly kind: string;
  readonly listed_on: Day;
  readonly author_id: string;
  readonly manager_id: string;
  /** What the court made of it; null for a day to come. */
  readonly made: string | null;
};

const stages = ['writing', 'sent', 'returned', 'approved'] as const;

/** Hearings for which a report was asked, those to come and those that were. */
async function hearings(
  tx: Transaction<DB>,
  service_id: string,
  asOf: Day,
): Promise<readonly Heard[]> {
  const { rows } = await sql<Heard>`
    select h.id, h.child_id, h.listed_on, case h.kind when 'plea' then 'stand-down' else 'pre-sentence' end as kind, s.id as author_id, s.manager_id, o.kind as made from hearing h
    join staff s on s.service_id = h.service_id and s.id = h.created_by and s.manager_id is not null
    left join lateral (select o.kind from court_order o
      where o.service_id = h.service_id and o.child_id = h.child_id and o.made_on = h.listed_on order by o.id limit 1) o on true
    where h.service_id = ${service_id} and (h.state = 'expected' and h.kind in ('sentence', 'plea') and h.listed_on >= ${asOf}::date or h.state = 'held' and o.kind is not null)
    order by h.state, h.listed_on desc, h.id limit 24`.execute(tx);
  return rows;
}

/** Reports at every stage: being written, with a manager, sent back, approved, and heard with what the court made of it. */
export async function tellReports(
  tx: Transaction<DB>,
  rows: Rows,
  service_id: string,
  { asOf, seed }: { readonly asOf: Day; readonly seed: number },
): Promise<void> {
  const templates = await templatesOf(tx);
  for (const [index, heard] of (await hearings(tx, service_id, asOf)).entries()) {
    const { child_id, kind, author_id, manager_id, made, listed_on } = heard;
    const sections = sectionsOfKind(templates.sections, kind);
    const id = (...words: readonly (string | number)[]) => demoId('report', seed, index, ...words);
    const status = made ? 'approved' : (stages[index % stages.length] ?? 'writing');
    const asked_on = made ? addDays(listed_on, -21) : addDays(asOf, -12);
    const sent_on = made ? addDays(listed_on, -6) : addDays(asOf, -2);
    const own = { service_id, child_id, created_by: author_id };
    const report_id = id('report');
    const proposal = made && index % 3 > 0 ? made : 'youth-rehabilitation-order';
    const chosen: Readonly<Record<string, readonly string[]>> = {
      threshold: ['not-reached'],
      proposal: [proposal],
      alternatives: [index % 2 > 0 ? 'referral-order' : 'conditional-discharge', 'fine'],
    };
    rows.add('court_report', {
      ...{ ...own, id: report_id, kind, asked_on, hearing_id: heard.id, author_id, status },
      created_at: at(asked_on, '12:20'),
      ...(status === 'writing' ? {} : { sent_on, sent_by: author_id }),
      ...(status === 'returned'
        ? { returned_on: sent_on, manager_note: managerNotes.returned }
        : {}),
      ...(status === 'approved'
        ? {
            ...{ approved_on: addDays(sent_on, 1), approved_by: manager_id },
            ...{
              manager_note: managerNotes.approved,
              checks: '{plain,child-heard,adversity,realistic}',
            },
          }
        : {}),
    });
    const written = sections
      .filter((_, at) => status !== 'writing' || at < 3)
      .map(({ code }) => ({
        ...{ id: id(code), version: 1, section: code, words: reportTexts[code] ?? '' },
        chosen: chosen[code] ?? [],
      }))
      .filter(({ words }) => words !== '');
    for (const { chosen: codes, ...section } of written)
      rows.add('court_report_section', {
        ...{ ...own, ...section, report_id, chosen: `{${codes.join(',')}}` },
        created_at: at(sent_on, '10:40'),
      });
    if (status === 'writing') continue;
    const orders = await tx
      .selectFrom('reference_code')
      .select(['code as value', 'label as text'])
      .where('list', '=', 'court_order')
      .execute();
    const content = {
      sections: writtenNow(sections, written, orders),
      // No report tells what came after it.
      facts: keptFacts(await factsOf(tx, child_id), sections).filter(
        ({ on }) => on === null || on <= sent_on,
      ),
    };
    rows.add('court_report_version', {
      ...{ ...own, id: id('version'), report_id, number: 1, sent_on },
      content,
      created_at: at(sent_on, '10:50'),
    });
    if (made) tellHeard(rows, { ...own, report_id }, { id, listed_on, index });
  }
}

type Own = {
  readonly service_id: string;
  readonly child_id: string;
  readonly created_by: string;
  readonly report_id: string;
};
const said = [
  ['bench', 'very', '{child-life,clear}', 'It told us who the child is before what they did.'],
  ['legal-adviser', 'partly', '{alternatives}', 'More of why a curfew would not do.'],
  ['bench', 'partly', '{length,late}', null],
] as const;

/** To whom a report was given before its hearing, and what the court said of it. */
function tellHeard(
  rows: Rows,
  own: Own,
  {
    id,
    listed_on,
    index,
  }: {
    readonly id: (name: string) => string;
    readonly listed_on: Day;
    readonly index: number;
  },
): void {
  const given_on = addDays(listed_on, -3);
  for (const recipient of ['The court: the court office', 'The child', 'The child’s solicitor'])
    rows.add('disclosure', {
      ...{ ...own, id: id(recipient), report_number: 1, given_on, recipient, basis: 'legal-duty' },
      what: 'Report for the court, version 1: by secure e-mail or by hand',
      created_at: at(given_on, '15:10'),
    });
  const [said_by, useful, themes, words] = said[index % said.length] ?? said[0];
  rows.add('court_report_feedback', {
    ...{ ...own, id: id('feedback'), received_on: listed_on, said_by, useful, themes, words },
    created_at: at(listed_on, '16:20'),
  });
}
