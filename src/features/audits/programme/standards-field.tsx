import { caseStandards } from '../../../domain/audits/audit-questions.ts';
import { readFrameworks } from '../../../platform/files/read-frameworks.ts';
import type { Field } from '../../../record/field.ts';
import { TickField } from '../../../ui/layout/fields.tsx';

type Chosen = { readonly frameworkId: string; readonly standards: readonly string[] };

const nameIn = (frameworkId: string) => `standards-${frameworkId}`;

/** The standards that an audit asks about; they are of one framework, or the answers could not be compared. */
export const standardsField: Field<Chosen> = {
  label: 'Standards',
  anchor: () => nameIn(readFrameworks()[0]?.id ?? ''),
  read: (form) => {
    const [one, another] = readFrameworks().flatMap(({ id, ...framework }): Chosen[] => {
      const ticked = form.all(nameIn(id));
      const standards = caseStandards({ id, ...framework })
        .map(({ standard }) => standard.id)
        .filter((standard) => ticked.includes(standard));
      return standards.length > 0 ? [{ frameworkId: id, standards }] : [];
    });
    if (!one) return { fault: 'Choose at least one standard' };
    return another ? { fault: 'Choose standards of one framework only' } : { value: one };
  },
  shown: ({ frameworkId, standards }) => ({ [nameIn(frameworkId)]: [...standards] }),
  words: ({ standards }) => standards.join(', '),
  draw: ({ faults, shown }) => (
    <>
      {readFrameworks().map((framework) => (
        <TickField
          typed={shown}
          errors={faults}
          name={nameIn(framework.id)}
          label={framework.title}
          small
          choices={caseStandards(framework).map(({ standard, cases }) => ({
            value: standard.id,
            text: `${standard.id} ${standard.title}`,
            hint: `${caseWords[cases]}${standard.provisional ? '. Provisional: not confirmed by a source' : ''}`,
          }))}
        />
      ))}
    </>
  ),
};

const caseWords: Readonly<Record<ReturnType<typeof caseStandards>[number]['cases'], string>> = {
  court: 'Court cases',
  'out-of-court': 'Out-of-court cases',
  resettlement: 'Children in custody or on licence',
  children: 'All cases',
  victims: 'Cases with a victim',
};
