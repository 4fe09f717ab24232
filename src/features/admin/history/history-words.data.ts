/** Columns whose own name would puzzle a reader. */
export const columnWords: Readonly<Record<string, string>> = {
  not_known: 'Why not known',
  valid_from: 'From',
  valid_to: 'Until',
  non_disclosure: 'Hidden from others',
  lines: 'Address',
  may_be_contacted: 'May be contacted',
  date_of_birth_status: 'How sure of the birth date',
  merged_into: 'Merged into',
  kind: 'Kind',
  code: 'Value',
  starts_at: 'From',
  ends_at: 'Until',
  held_at: 'When',
  lock_version: 'Version',
};

/** Columns kept for the machine, which say nothing to a reader. */
export const silentColumns: ReadonlySet<string> = new Set([
  'service_id',
  'id',
  'child_id',
  'version',
  'created_at',
  'created_by',
  'record_class',
  'name_search',
  'name_sounds',
  'value_search',
  'postcode_search',
  'position',
  'other_id',
  'into_id',
  'knows_all',
]);
