/** Kinds of number that have a shape, and what one looks like. Their check digits are in `read-identifier.ts`. */
export const IDENTIFIER_EXAMPLES: Readonly<Record<string, string>> = {
  pnc: '2024/0562552J',
  cro: '69560/88G',
  'nhs-number': '943 476 5919',
  upn: 'A123456789012',
  uln: '10 figures',
  nino: 'AB123456C',
  'prison-number': 'A1234BC',
};
