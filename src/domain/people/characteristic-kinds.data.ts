import type { Permission } from '../access/permissions.data.ts';
import type { RecordClass } from '../access/record-classes.data.ts';

type KindRow = {
  readonly title: string;
  readonly question: string;
  readonly list: string;
  readonly recordClass: RecordClass;
  readonly permission: Permission;
};

/** The characteristics kept with their source, each a code list of its own. */
export const characteristicKinds = {
  ethnicity: {
    title: 'Ethnicity',
    question: 'What does the child say their ethnicity is?',
    list: 'ethnicity',
    recordClass: 'RC1',
    permission: 'child.edit',
  },
  language: {
    title: 'First language',
    question: 'Which language does the child speak best?',
    list: 'language',
    recordClass: 'RC1',
    permission: 'child.edit',
  },
  religion: {
    title: 'Religion',
    question: 'What does the child say their religion is?',
    list: 'religion',
    recordClass: 'RC1',
    permission: 'child.edit',
  },
  disability: {
    title: 'Disability',
    question: 'Does the child have a disability or long-term condition?',
    list: 'disability',
    recordClass: 'RC1',
    permission: 'child.edit',
  },
  send: {
    title: 'Special educational needs',
    question: 'What is known of the child’s special educational needs?',
    list: 'send_status',
    recordClass: 'RC9',
    permission: 'education.write',
  },
} as const satisfies Record<string, KindRow>;

export type CharacteristicKind = keyof typeof characteristicKinds;
export const characteristicKindNames = Object.keys(characteristicKinds) as CharacteristicKind[];
export const isCharacteristicKind = (text: string): text is CharacteristicKind =>
  text in characteristicKinds;
