/**
 * What a court register tells of each child, and the headings under which it stands. Source: the fields of the register document of HM
 * Courts and Tribunals Service (service-cp-crime-court-register, schemas of courtRegisterDocument, read November 2026). Beside the
 * document's own names stand plain words for them, for a register that somebody copied into a table.
 */
export const REGISTER_FIELDS = [
  {
    field: 'court',
    label: 'Court',
    headings: ['Court', 'Court house', 'Court centre', 'Venue', 'Hearing venue'],
  },
  {
    field: 'heardOn',
    label: 'Hearing date',
    headings: ['Hearing date', 'Date of hearing', 'Heard on', 'Register date', 'Date'],
  },
  { field: 'heardAt', label: 'Time', headings: ['Time', 'Hearing time', 'Start time'] },
  { field: 'kind', label: 'Hearing type', headings: ['Hearing type', 'Type of hearing'] },
  {
    field: 'reference',
    label: 'Case or application reference',
    headings: [
      'Case or application reference',
      'Case reference',
      'Case URN',
      'URN',
      'Application reference',
      'Case number',
    ],
  },
  {
    field: 'arrest',
    label: 'Arrest summons number',
    headings: ['Arrest summons number', 'ASN', 'Arrest/summons number'],
  },
  { field: 'surname', label: 'Surname', headings: ['Surname', 'Family name', 'Last name'] },
  { field: 'forename', label: 'Forename', headings: ['Forename', 'Forenames', 'First name'] },
  {
    field: 'wholeName',
    label: 'Name',
    headings: ['Name', 'Defendant', 'Defendant name', 'Name of defendant', 'Full name'],
  },
  {
    field: 'dateOfBirth',
    label: 'Date of birth',
    headings: ['Date of birth', 'DOB', 'D.O.B', 'Born'],
  },
  { field: 'sex', label: 'Gender', headings: ['Gender', 'Sex'] },
  {
    field: 'address',
    label: 'Address',
    headings: ['Address', 'Defendant address', 'Home address'],
  },
  { field: 'postcode', label: 'Postcode', headings: ['Postcode', 'Post code'] },
  {
    field: 'present',
    label: 'Present',
    headings: ['Present', 'Defendant present', 'Attended'],
  },
  {
    field: 'appearance',
    label: 'Appearance',
    headings: ['Appearance', 'Defendant appearance details', 'Appearance details'],
  },
  {
    field: 'offence',
    label: 'Offence',
    headings: ['Offence', 'Offence title', 'Application type'],
  },
  {
    field: 'code',
    label: 'Result code',
    headings: ['Result code', 'CJS result code', 'Code of result'],
  },
  {
    field: 'words',
    label: 'Result',
    headings: ['Result', 'Result text', 'Results', 'Application decision'],
  },
  {
    field: 'nextOn',
    label: 'Next hearing',
    headings: ['Next hearing', 'Next hearing date', 'Adjourned to', 'Next date'],
  },
  { field: 'nextAt', label: 'Next hearing time', headings: ['Next hearing time', 'Next time'] },
] as const;

export type RegisterField = (typeof REGISTER_FIELDS)[number]['field'];

/** A court centre's register of one day has some dozens of children; what is far longer is no such register. */
export const MOST_ENTRIES = 200;
