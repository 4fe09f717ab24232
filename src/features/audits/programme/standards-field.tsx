import { caseStandards, readsVictims } from '../../../domain/audits/audit-questions.ts';
import { readFrameworks } from '../../../platform/files/read-frameworks.ts';
import type { Field } from '../../../record/field.ts';
import { TickField } from '../../../ui/layout/fields.tsx';
import { frameworkOf } from '../framework-of.ts';

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
    if (another) return { fault: 'Choose standards of one framework only' };
    const framework = frameworkOf(one.frameworkId);
    const kinds = caseStandards(framework).filter(({ standard }) =>
      one.standards.includes(standard.id),
    );
    return readsVictims(framework, one.standards) && kinds.some(({ cases }) => cases !== 'victims')
      ? {
          fault:
            'Victims’ cases are an audit of their own: choose their standard alone, or leave it out',
        }
      : { value: one };
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
  victims: 'Victims’ cases, an audit of their own',
};
