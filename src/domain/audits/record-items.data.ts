/** Kinds of things in a child's record that a judgement may point to. */
const recordItemKinds = {
  assessment: 'Assessment',
  plan: 'Plan',
  contact: 'Contact',
  review: 'Review',
  oversight: 'Manager’s entry',
  victim: 'Victim’s line',
} as const;

export type RecordItemKind = keyof typeof recordItemKinds;
export type RecordItem = {
  readonly kind: RecordItemKind;
  readonly id: string;
  readonly title: string;
  readonly day: string;
};

/** The item's name in a form. */
export const itemKey = ({ kind, id }: Pick<RecordItem, 'kind' | 'id'>) => `${kind}/${id}`;
