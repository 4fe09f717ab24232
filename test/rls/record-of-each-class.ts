import type { RecordClass } from '../../src/domain/access/record-classes.data.ts';
import type { Tx } from '../../src/platform/db/as-actor.ts';
import { newId } from '../../src/platform/db/new-id.ts';
import { serviceId, staffId } from '../support/database.ts';

/** One kind of row of a child's record: its class, and whether it is in the part meant for sharing. */
export type Kind = {
  readonly name: string;
  readonly class: RecordClass;
  readonly part: 'full' | 'shared';
  /** Adds such a row; `anchor` is a person of the child's network, made before. */
  add(tx: Tx, childId: string, anchor: string): Promise<unknown>;
  /** Ids of the rows seen. */
  seen(tx: Tx, childId: string): Promise<readonly unknown[]>;
};

const base = (childId: string) => ({ service_id: serviceId, id: newId(), child_id: childId });
const day = '2026-03-02';

type ChildTable =
  | 'child_name'
  | 'child_identifier'
  | 'child_contact_point'
  | 'warning'
  | 'network_person'
  | 'education_episode'
  | 'care_episode'
  | 'family_information'
  | 'offence'
  | 'contact'
  | 'assessment'
  | 'plan'
  | 'change_event';

const seenIn = (table: ChildTable) => (tx: Tx, childId: string) =>
  tx.selectFrom(table).select('id').where('child_id', '=', childId).execute();

const noteOf = (recordClass: 'RC7' | 'RC8' | 'RC9' | 'RC10'): Kind => ({
  name: `partner’s note of class ${recordClass}`,
  class: recordClass,
  part: 'full',
  add: (tx, childId) =>
    tx
      .insertInto('partner_note')
      .values({ ...base(childId), record_class: recordClass, detail: 'Invented' })
      .execute(),
  seen: (tx, childId) =>
    tx
      .selectFrom('partner_note')
      .select('id')
      .where('child_id', '=', childId)
      .where('record_class', '=', recordClass)
      .execute(),
});

/** Rows of every record class that can be written by hand here, one kind each. */
export const kinds: readonly Kind[] = [
  {
    name: 'other name',
    class: 'RC1',
    part: 'shared',
    add: (tx, childId) =>
      tx
        .insertInto('child_name')
        .values({ ...base(childId), forename: 'A', surname: 'B', kind: 'alias', source: 'Test' })
        .execute(),
    seen: seenIn('child_name'),
  },
  {
    name: 'number with another agency',
    class: 'RC1',
    part: 'full',
    add: (tx, childId) =>
      tx
        .insertInto('child_identifier')
        .values({
          ...base(childId),
          kind: 'pnc',
          value: newId(),
          value_search: 'x',
          source: 'Test',
        })
        .execute(),
    seen: seenIn('child_identifier'),
  },
  {
    name: 'telephone',
    class: 'RC1',
    part: 'full',
    add: (tx, childId) =>
      tx
        .insertInto('child_contact_point')
        .values({
          ...base(childId),
          kind: 'mobile',
          value: '07700 900001',
          value_search: '07700900001',
          whose: 'child',
          valid_from: day,
        })
        .execute(),
    seen: seenIn('child_contact_point'),
  },
  {
    name: 'warning',
    class: 'RC1',
    part: 'shared',
    add: (tx, childId) =>
      tx
        .insertInto('warning')
        .values({
          ...base(childId),
          kind: 'other',
          detail: 'Invented',
          owner_id: staffId('ama-lovelock'),
          raised_on: day,
          review_on: day,
        })
        .execute(),
    seen: seenIn('warning'),
  },
  {
    name: 'offence',
    class: 'RC2',
    part: 'shared',
    add: (tx, childId) =>
      tx
        .insertInto('offence')
        .values({ ...base(childId), description: 'Invented' })
        .execute(),
    seen: seenIn('offence'),
  },
  {
    name: 'contact',
    class: 'RC3',
    part: 'full',
    add: (tx, childId) =>
      tx
        .insertInto('contact')
        .values({
          ...base(childId),
          type: 'office',
          place: 'office',
          planned_at: `${day}T10:00:00Z`,
          status: 'planned',
          worker_id: staffId('ama-lovelock'),
        })
        .execute(),
    seen: seenIn('contact'),
  },
  {
    name: 'assessment',
    class: 'RC4',
    part: 'full',
    add: async (tx, childId) => {
      const template = await tx
        .selectFrom('assessment_template')
        .select(['id', 'version'])
        .executeTakeFirstOrThrow();
      return tx
        .insertInto('assessment')
        .values({
          ...base(childId),
          template_id: template.id,
          template_version: template.version,
          kind: 'initial',
          status: 'draft',
          started_on: day,
          started_by: staffId('ama-lovelock'),
        })
        .execute();
    },
    seen: seenIn('assessment'),
  },
  {
    name: 'plan',
    class: 'RC5',
    part: 'full',
    add: (tx, childId) =>
      tx
        .insertInto('plan')
        .values({ ...base(childId), status: 'ended', started_on: day, ended_on: day })
        .execute(),
    seen: seenIn('plan'),
  },
  noteOf('RC7'),
  noteOf('RC8'),
  noteOf('RC9'),
  noteOf('RC10'),
  {
    name: 'school',
    class: 'RC9',
    part: 'full',
    add: (tx, childId) =>
      tx
        .insertInto('education_episode')
        .values({
          ...base(childId),
          provision: 'school',
          provider: 'Invented',
          valid_from: day,
          source: 'Test',
        })
        .execute(),
    seen: seenIn('education_episode'),
  },
  {
    name: 'social care',
    class: 'RC10',
    part: 'shared',
    add: (tx, childId) =>
      tx
        .insertInto('care_episode')
        .values({ ...base(childId), status: newId(), valid_from: day, source: 'Test' })
        .execute(),
    seen: seenIn('care_episode'),
  },
  {
    name: 'family’s own information',
    class: 'RC12',
    part: 'full',
    add: (tx, childId, anchor) =>
      tx
        .insertInto('family_information')
        .values({ ...base(childId), network_person_id: anchor, detail: 'Invented' })
        .execute(),
    seen: seenIn('family_information'),
  },
  {
    name: 'change in the child’s life',
    class: 'RC13',
    part: 'full',
    add: (tx, childId) =>
      tx
        .insertInto('change_event')
        .values({
          ...base(childId),
          type: 'missing',
          review_due_on: day,
          happened_on: day,
          known_on: day,
          detail: 'Invented',
          source: 'Test',
        })
        .execute(),
    seen: seenIn('change_event'),
  },
];

/** A person of the child's network, for rows that hang on one. */
export async function addAnchor(tx: Tx, childId: string): Promise<string> {
  const row = { ...base(childId), name: 'Invented', relationship: 'mother', valid_from: day };
  await tx.insertInto('network_person').values(row).execute();
  return row.id;
}
