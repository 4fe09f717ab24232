import { addMonths, type Day } from '../calendar/day.ts';
import { readPostcode } from '../people/contact-points.ts';
import { readEthnicity } from '../people/ethnicity.ts';
import { readSex } from '../people/sex.ts';
import { isNotKnown } from '../text/not-known.ts';
import { readsBothWays } from './date-columns.ts';
import type { ReferralField } from './fields.data.ts';
import { type Finding, finding } from './finding.ts';
import type { ColumnMapping, SourceRow } from './map-columns.ts';
import { otherRoles } from './other-roles.ts';
import { readAdmission, readYesNo } from './read-answers.ts';
import { readNames } from './read-names.ts';
import { readReference } from './read-reference.ts';
import type { ReadOptions, ReadRow, ReferralValues } from './referral-values.ts';
import { type Cells, cellOf, formulaFindings, readDate } from './row-cells.ts';
import { splitOffences } from './split-offences.ts';

type OfColumns = {
  readonly datesDoubt?: string | null;
  readonly twoOrders?: ReadonlyMap<ReferralField, string>;
  readonly forenameFirst?: boolean;
};

type Note = (rule: Finding['rule'], text: string) => void;

/** Reads one row: every cell becomes a value, a gap or a finding; nothing is guessed. `datesDoubt` says why no date of the list can be read, `twoOrders` why one that may be read both ways cannot, `forenameFirst` whether whole names have the forename first. */
export function readRow(
  row: SourceRow,
  mapping: ColumnMapping,
  options: ReadOptions & OfColumns,
): ReadRow {
  const findings: Finding[] = [];
  const cells: Cells = (field) => cellOf(row, mapping, field);
  const note: Note = (rule, text) => findings.push(finding(rule, text));
  findings.push(...formulaFindings(cells), ...otherRoles(row, mapping));
  if (options.datesDoubt) note('month-first', options.datesDoubt);
  const values: ReferralValues = {
    urn: readUrn(cells, note),
    ...readNames(cells, findings, options),
    ...readDates(cells, options, findings),
    ...readPerson(cells, note),
    offences: splitOffences(knownText(cells, 'offence') ?? ''),
    officer: knownText(cells, 'officer'),
    ...readOutcome(cells, options, note),
    ...readAnswers(cells, note),
    coSuspectUrns: readCoSuspects(cells, note),
  };
  return { line: row.line, values, findings };
}

function readUrn(cells: Cells, note: Note): string | null {
  const { text, heading } = cells('urn');
  const read = readReference(text);
  if (read.kind === 'damaged') note('reference-damaged', `${heading}: ${read.reason}`);
  return read.kind === 'read' ? read.value : null;
}

function readDates(
  cells: Cells,
  { today, datesDoubt, twoOrders }: ReadOptions & OfColumns,
  findings: Finding[],
) {
  if (datesDoubt) return { dateOfBirth: null, offenceDate: null, referredOn: null };
  const limit = addMonths(today, 12);
  const read = (field: ReferralField, pivot: Day) => {
    const cell = cells(field);
    const doubt = readsBothWays(cell.text) ? twoOrders?.get(field) : undefined;
    if (doubt === undefined) return readDate(cell, pivot, findings);
    findings.push(finding('month-first', `${cell.heading}: ${cell.text} ${doubt}`));
    return null;
  };
  const dateOfBirth = read('dateOfBirth', today);
  const offenceDate = read('offenceDate', limit);
  const before = findings.length;
  const referredOn = read('referredOn', limit);
  if (referredOn === null && findings.length === before)
    findings.push(finding('is-gap', 'Date referred is not given: the day of import is used'));
  return { dateOfBirth, offenceDate, referredOn };
}

function readPerson(cells: Cells, note: Note) {
  const sex = readSex(cells('sex').text);
  if (sex.kind === 'unreadable') note('cell-unreadable', `${cells('sex').heading}: ${sex.reason}`);
  else if (sex.sex === 'not-asked') note('is-gap', 'Sex is not recorded: ask the child');

  const ethnicity = readEthnicity(cells('ethnicity').text);
  if (ethnicity.kind === 'unreadable')
    note('cell-unreadable', `${cells('ethnicity').heading}: ${ethnicity.reason}`);
  if (ethnicity.kind === 'not-recorded') note('is-gap', 'Ethnicity is not recorded: ask the child');

  const address = knownText(cells, 'address');
  const written = knownText(cells, 'postcode');
  const postcode = readPostcode(written ?? '');
  if (address === null) note('is-gap', 'Address is not recorded');
  if (postcode.kind === 'missing') note('is-gap', 'Postcode is not recorded');
  if (postcode.kind === 'invalid')
    note('cell-unreadable', `${cells('postcode').heading}: ${postcode.reason}`);
  return {
    sex: sex.kind === 'read' ? sex.sex : ('unknown' as const),
    ethnicity: ethnicity.kind === 'read' ? ethnicity.code : null,
    address,
    postcode: postcode.kind === 'read' ? postcode.value : null,
    ...(postcode.kind === 'invalid' && written !== null ? { postcodeWritten: written } : {}),
  };
}

function readOutcome(cells: Cells, { outcomeWordings }: ReadOptions, note: Note) {
  const proposed = knownText(cells, 'proposedOutcome');
  const wording = outcomeWordings.find(({ label }) => squeeze(label) === squeeze(proposed ?? ''));
  if (proposed !== null && !wording) {
    note(
      'cell-unreadable',
      `${cells('proposedOutcome').heading}: “${proposed}” is no outcome we know; it is kept as written`,
    );
  }
  return { proposedOutcome: proposed, proposedOutcomeCode: wording?.outcome ?? null };
}

function readAnswers(cells: Cells, note: Note) {
  const answer = <T extends string>(
    field: ReferralField,
    read: (text: string) => T | null,
  ): T | 'unknown' => {
    const { text, heading } = cells(field);
    const value = read(text);
    if (value === null) {
      note(
        'cell-unreadable',
        `${heading}: “${text}” is neither yes nor no; it counts as not known`,
      );
    }
    return value ?? 'unknown';
  };
  const admission = answer('admission', readAdmission);
  const hasVictim = answer('hasVictim', readYesNo);
  const consents = answer('victimConsents', readYesNo);
  if (hasVictim === 'no' && consents === 'yes') {
    note(
      'victim-unclear',
      'The list says there is no victim, yet that the victim agrees to share details: ask police',
    );
  }
  const victimConsents =
    hasVictim === 'no' && consents === 'unknown' ? ('not-applicable' as const) : consents;
  return { admission, hasVictim, victimConsents };
}

function readCoSuspects(cells: Cells, note: Note): readonly string[] {
  const { text, heading } = cells('coSuspectUrns');
  return text.split(/[\s;,]+/).flatMap((each) => {
    const read = readReference(each);
    if (read.kind === 'damaged') note('cell-unreadable', `${heading}: ${read.reason}`);
    return read.kind === 'read' ? [read.value] : [];
  });
}

const knownText = (cells: Cells, field: ReferralField): string | null => {
  const text = cells(field).text.trim();
  return isNotKnown(text) ? null : text;
};

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
