import { addMonths } from '../calendar/day.ts';
import { readPostcode } from '../people/contact-points.ts';
import { displayName } from '../people/display-name.ts';
import { readEthnicity } from '../people/ethnicity.ts';
import { readSex } from '../people/sex.ts';
import type { ReferralField } from './fields.data.ts';
import type { ColumnMapping, SourceRow } from './find-header.ts';
import { type Finding, finding } from './finding.ts';
import { readAdmission, readYesNo } from './read-answers.ts';
import type { ReadOptions, ReadRow, ReferralValues } from './referral-values.ts';
import { type Cells, cellOf, formulaFindings, nameFindings, readDate } from './row-cells.ts';
import { splitOffences } from './split-offences.ts';

/** Reads one row: every cell becomes a value, a gap or a finding; nothing is guessed. */
export function readRow(row: SourceRow, mapping: ColumnMapping, options: ReadOptions): ReadRow {
  const findings: Finding[] = [];
  const cells: Cells = (field) => cellOf(row, mapping, field);
  const note = (rule: Finding['rule'], text: string) => findings.push(finding(rule, text));
  findings.push(...formulaFindings(cells));
  const dateLimit = addMonths(options.today, 12);
  const dateOfBirth = readDate(cells('dateOfBirth'), options.today, findings);
  const offenceDate = readDate(cells('offenceDate'), dateLimit, findings);
  const referredOn = readDate(cells('referredOn'), dateLimit, findings);
  if (cells('referredOn').text === '')
    note('is-gap', 'Date referred is not given: the day of import is used');

  const sex = readSex(cells('sex').text);
  if (sex.kind === 'unreadable') note('cell-unreadable', `${cells('sex').heading}: ${sex.reason}`);
  else if (sex.sex === 'not-asked') note('is-gap', 'Sex is not recorded: ask the child');

  const ethnicity = readEthnicity(cells('ethnicity').text);
  if (ethnicity.kind === 'unreadable')
    note('cell-unreadable', `${cells('ethnicity').heading}: ${ethnicity.reason}`);
  if (ethnicity.kind === 'not-recorded') note('is-gap', 'Ethnicity is not recorded: ask the child');

  const address = orNull(cells('address').text);
  const postcode = readPostcode(cells('postcode').text);
  if (address === null) note('is-gap', 'Address is not recorded');
  if (postcode.kind === 'missing') note('is-gap', 'Postcode is not recorded');
  if (postcode.kind === 'invalid')
    note('cell-unreadable', `${cells('postcode').heading}: ${postcode.reason}`);

  const proposed = orNull(cells('proposedOutcome').text);
  const wording = options.outcomeWordings.find(
    ({ label }) => squeeze(label) === squeeze(proposed ?? ''),
  );
  if (proposed !== null && !wording) {
    note(
      'cell-unreadable',
      `${cells('proposedOutcome').heading}: “${proposed}” is no outcome we know; it is kept as written`,
    );
  }
  const answer = <T extends string>(
    field: ReferralField,
    read: (text: string) => T | null,
  ): T | 'unknown' => {
    const value = read(cells(field).text);
    if (value === null) {
      note(
        'cell-unreadable',
        `${cells(field).heading}: “${cells(field).text}” is neither yes nor no; it counts as not known`,
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
  const values: ReferralValues = {
    urn: orNull(cells('urn').text.toUpperCase().replace(/\s/g, '')),
    surname: nameOrNull(cells('surname').text),
    forename: nameOrNull(cells('forename').text),
    dateOfBirth,
    sex: sex.kind === 'read' ? sex.sex : 'unknown',
    ethnicity: ethnicity.kind === 'read' ? ethnicity.code : null,
    address,
    postcode: postcode.kind === 'read' ? postcode.value : null,
    offences: splitOffences(cells('offence').text),
    offenceDate,
    officer: orNull(cells('officer').text),
    proposedOutcome: proposed,
    proposedOutcomeCode: wording?.outcome ?? null,
    admission,
    hasVictim,
    victimConsents: hasVictim === 'no' && consents === 'unknown' ? 'not-applicable' : consents,
    coSuspectUrns: cells('coSuspectUrns')
      .text.toUpperCase()
      .split(/[\s;,]+/)
      .filter((urn) => urn !== ''),
    referredOn,
  };
  findings.push(...nameFindings(cells));
  return { line: row.line, values, findings };
}

function nameOrNull(text: string): string | null {
  return orNull(displayName(text));
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
