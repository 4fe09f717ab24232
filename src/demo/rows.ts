import { sql, type Transaction } from 'kysely';
import type { DB } from '../platform/db/tables.generated.ts';

/** Rows on their way to their tables; flushed in the order in which tables first appeared, so that parents go first. */
export type Rows = {
  /** Column names are checked here, values by the database: JSON columns take plain objects. */
  add<T extends keyof DB>(table: T, row: Partial<Record<keyof DB[T], unknown>>): void;
  readonly size: number;
  flush(tx: Transaction<DB>): Promise<void>;
};

const order: readonly (keyof DB)[] = [
  'time_limit_override',
  'team',
  'staff',
  'child',
  'child_name',
  'child_identifier',
  'child_address',
  'child_contact_point',
  'characteristic',
  'education_episode',
  'care_episode',
  'network_person',
  'family_information',
  'warning',
  'relationship',
  'restricted_record',
  'referral',
  'offence',
  'charge',
  'involvement',
  'court_order',
  'court_order_requirement',
  'court_order_event',
  'hearing',
  'hearing_result',
  'information_request',
  'partner_note',
  'victim_involvement',
  'victim',
  'victim_contact',
  'victim_right',
  'assessment',
  'assessment_version',
  'oversight_entry',
  'gate_exception',
  'panel',
  'panel_attendee',
  'panel_item',
  'panel_paper',
  'panel_invitation',
  'order_meeting',
  'contract_term',
  'decision',
  'escalation',
  'disposal',
  'outcome_condition',
  'police_notice',
  'action',
  'plan',
  'plan_line',
  'plan_share',
  'contact',
  'failure_to_comply',
  'order_warning',
  'compliance_meeting',
  'breach',
  'court_report',
  'court_report_section',
  'court_report_version',
  'court_report_feedback',
  'disclosure',
  'letter',
  'letter_delivery',
  'letter_sending',
  'early_end_look',
  'change_event',
  'review',
  'closure',
  'audit',
  'audit_case',
  'audit_reading',
  'audit_judgement',
  'audit_moderation',
  'audit_feedback',
  'inspection',
  'inspection_audit',
  'inspection_evidence',
  'inspection_panel',
  'inspection_rating',
  'inspection_point',
  'inspection_recommendation',
  'inspection_text',
  'press_notice',
  'press_quotation',
];

/** Rows of which none is recorded after the demonstration's own clock: what was due later today is kept as done by now. */
export function recordedBy(now: Date, rows: Rows): Rows {
  const last = now.toISOString();
  const recorded = ['created_at', 'saved_at', 'starts_at'];
  return {
    add: (table, row) => {
      const capped = Object.entries(row).map(([column, value]) => {
        const isRecorded =
          recorded.includes(column) && (column !== 'starts_at' || table === 'relationship');
        return [column, isRecorded && typeof value === 'string' && value > last ? last : value];
      });
      rows.add(table, { ...row, ...Object.fromEntries(capped) });
    },
    get size() {
      return rows.size;
    },
    flush: rows.flush,
  };
}

export function collectRows(): Rows {
  const byTable = new Map<keyof DB, object[]>();
  let size = 0;
  return {
    add: (table, row) => {
      if (!order.includes(table))
        throw new Error(`The demonstration does not fill ${table}: add it to the order`);
      const rows = byTable.get(table) ?? [];
      rows.push(row);
      byTable.set(table, rows);
      size += 1;
    },
    get size() {
      return size;
    },
    flush: async (tx) => {
      for (const table of order) await insertAll(tx, table, byTable.get(table) ?? []);
      byTable.clear();
      size = 0;
    },
  };
}

// Through JSON: one statement and one parameter for all rows that give the same columns; the rest keep their defaults.
async function insertAll(
  tx: Transaction<DB>,
  table: keyof DB,
  rows: readonly object[],
): Promise<void> {
  for (const [columns, alike] of Map.groupBy(rows, (row) => Object.keys(row).sort().join(','))) {
    const names = sql.join(columns.split(',').map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(table)} (${names}) select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(alike)}::jsonb)`.execute(
      tx,
    );
  }
}
