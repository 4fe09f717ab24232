import { sql } from 'kysely';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import type { Tx } from '../../platform/db/as-actor.ts';
import { choice } from '../../record/choice-fields.tsx';
import { serviceList } from '../../record/list-page.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';

type Row = {
  readonly id: string;
  readonly child_id: string;
  readonly forename: string;
  readonly surname: string;
  readonly number: string;
  readonly charged_on: Day;
  readonly wording: string;
  readonly ho_code: string | null;
};

async function chargesWithoutCode(
  tx: Tx,
  { which, limit, offset }: { which: 'none' | 'unlisted' | null; limit: number; offset: number },
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select g.id, g.child_id, c.forename, c.surname, c.number, g.charged_on, g.wording, g.ho_code
    from charge g
    join child c on c.service_id = g.service_id and c.id = g.child_id
    left join reference_code h on h.list = 'ho_offence_code' and h.code = g.ho_code
    where h.code is null and g.standing = 'charged'
      and (${which}::text is null or (g.ho_code is null) = (${which} = 'none'))
    order by g.charged_on desc, g.id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

/** Charges that stand with no code, or with one that the Home Office's list does not have: kept as they were given, to be looked at. */
export const withoutCodeRoutes = serviceList({
  path: urls.court.withoutCode,
  tab: { section: 'intake', text: 'Charges without a code' },
  permission: 'court.write',
  audit: 'view',
  caption: 'Charges without a code of the list',
  file: 'charges-without-a-code',
  empty: () => 'Every charge that stands has a code of the list. Nothing to do.',
  subject: () => null,
  filters: {
    which: choice(
      [
        { value: 'none', text: 'No code' },
        { value: 'unlisted', text: 'A code that is not in the list' },
      ],
      { label: 'Which', as: 'select' },
    ),
  },
  rows: ({ tx }, _subject, { filters: { which = null }, ...part }) =>
    chargesWithoutCode(tx, { which, ...part }),
  columns: () => [
    {
      heading: 'Child',
      text: ({ forename, surname, number }) => `${forename} ${surname}, ${number}`,
      cell: ({ id, child_id, forename, surname, number }) => (
        <>
          <a class="govuk-link" href={urls.court.charge(child_id, id)}>
            {forename} {surname}
          </a>
          <div class="fh-quiet">{number}</div>
        </>
      ),
    },
    { heading: 'Charged', text: ({ charged_on }) => formatDay(charged_on) },
    { heading: 'Charge', text: ({ wording }) => wording },
    { heading: 'Code', text: ({ ho_code }) => ho_code ?? 'None' },
  ],
  view: ({ context: { shell }, list }) => (
    <Page title="Charges without a code" shell={shell}>
      <h1 class="govuk-heading-l">Charges without a code</h1>
      <p class="govuk-body">
        A code that is not in the Home Office’s list is kept as it was given. Look it up, or leave
        it until the list has it.
      </p>
      {list}
    </Page>
  ),
});
