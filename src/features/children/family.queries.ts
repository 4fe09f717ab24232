import type { Tx } from '../../platform/db/as-actor.ts';

export type NetworkPerson = Awaited<ReturnType<typeof network>>[number];
export type PrivateNote = Awaited<ReturnType<typeof privateNotes>>[number];

/** Family and network, those who matter now first. */
export const network = (tx: Tx, childId: string) =>
  tx
    .selectFrom('network_person')
    .leftJoin('reference_code as r', (join) =>
      join.on('r.list', '=', 'relationship_type').onRef('r.code', '=', 'relationship'),
    )
    .select([
      'network_person.id',
      'name',
      'relationship',
      'r.label as relationship_label',
      'agency',
      'telephone',
      'email',
      'parental_responsibility',
      'lives_with_child',
      'emergency_contact',
      'may_be_contacted',
      'note',
      'network_person.valid_from',
      'network_person.valid_to',
      'version',
    ])
    .where('child_id', '=', childId)
    .orderBy('network_person.valid_to', (order) => order.desc().nullsFirst())
    .orderBy('r.sort')
    .orderBy('name')
    .execute();

/** The family's own private information, only for those whose role reads it. */
export const privateNotes = (tx: Tx, childId: string) =>
  tx
    .selectFrom('family_information')
    .leftJoin('staff', 'staff.id', 'family_information.created_by')
    .select([
      'family_information.id',
      'network_person_id',
      'detail',
      'hide_from',
      'family_information.created_at',
      'staff.name as written_by',
    ])
    .where('child_id', '=', childId)
    .orderBy('family_information.created_at', 'desc')
    .execute();
