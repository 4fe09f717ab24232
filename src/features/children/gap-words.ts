import {
  characteristicKinds,
  isCharacteristicKind,
} from '../../domain/people/characteristic-kinds.data.ts';
import { urls } from '../../urls.ts';

const others: Readonly<
  Record<string, { readonly text: string; readonly href: (id: string) => string }>
> = {
  sex: { text: 'Sex', href: urls.child.detailsEdit },
  'date-of-birth': { text: 'Date of birth', href: urls.child.detailsEdit },
  address: { text: 'Address', href: urls.child.addresses },
  education: { text: 'School, college or work', href: urls.child.education },
  care: { text: 'Social care status', href: urls.child.care },
  'parental-responsibility': { text: 'Who has parental responsibility', href: urls.child.family },
};

const states: Readonly<Record<string, string>> = {
  missing: 'nothing recorded',
  unknown: 'not known yet',
  'not-asked': 'not asked',
  estimated: 'only estimated',
};

/** The gaps that the worklist knows, in words, for its filter. */
export const gapNames: readonly { readonly value: string; readonly text: string }[] = [
  ...(['ethnicity', 'language', 'send'] as const).flatMap((kind) => [
    { value: kind, text: characteristicKinds[kind].title },
    {
      value: `${kind}-disagree`,
      text: `${characteristicKinds[kind].title}: two sources disagree`,
    },
  ]),
  ...Object.entries(others).map(([value, { text }]) => ({ value, text })),
];

/** A gap in words, and the page where it is mended. */
export function gapWords(childId: string, gap: string, state: string) {
  const kind = gap.replace(/-disagree$/, '');
  const text = gapNames.find(({ value }) => value === gap)?.text ?? gap;
  const said = states[state];
  return {
    text: said ? `${text}: ${said}` : text,
    href: isCharacteristicKind(kind)
      ? urls.child.characteristic(childId, kind)
      : (others[gap]?.href ?? urls.child.details)(childId),
  };
}
