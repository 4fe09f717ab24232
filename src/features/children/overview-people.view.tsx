import type { Html } from '../../ui/html.ts';
import type { ChildBand } from '../../ui/layout/child-page.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';
import { urls } from '../../urls.ts';
import { kindText, workerKinds } from './kinds.ts';
import type { AtAGlance } from './overview.queries.ts';
import { StillHome } from './overview-changes.view.tsx';

type Props = { readonly glance: AtAGlance; readonly child: ChildBand };

const safetyText: Readonly<Record<string, string>> = {
  yes: 'safe to use',
  no: 'NOT safe to use',
  unknown: 'not known whether safe',
  'not-asked': 'not asked whether safe',
};

/** Where the child lives and learns, and how to reach them. */
export function Reach({ glance, child, shell }: Props & { readonly shell: PageShell }): Html {
  const { home, phones, school, care } = glance;
  return (
    <section aria-labelledby="reach">
      <h2 class="govuk-heading-m" id="reach">
        Home, school and telephone
      </h2>
      {home ? (
        <p class="govuk-body">
          {home.lines.replaceAll('\n', ', ')}
          {home.postcode ? `, ${home.postcode}` : ''}
          <br />
          <span class="fh-quiet">{home.type}</span>
          {home.protected ? (
            <>
              <br />
              <span class="fh-badge fh-badge-restricted">Must not be disclosed</span>
            </>
          ) : null}
        </p>
      ) : (
        <p class="govuk-body">No address that you may see.</p>
      )}
      <StillHome glance={glance} child={child} shell={shell} />
      <ul class="govuk-list">
        {school.map((one) => (
          <li>
            {one.provider} <span class="fh-quiet">{one.type}</span>
          </li>
        ))}
        {care.map((one) => (
          <li>{one}</li>
        ))}
        {phones.map((phone) => (
          <li>
            {phone.value} <span class="fh-quiet">{phone.whose},</span>{' '}
            {phone.safe === 'no' ? (
              <span class="fh-badge fh-badge-late">{safetyText[phone.safe]}</span>
            ) : (
              <span class="fh-quiet">{safetyText[phone.safe]}</span>
            )}
          </li>
        ))}
      </ul>
      <p class="govuk-body fh-no-print">
        <a class="govuk-link" href={urls.child.details(child.id)}>
          All details
        </a>
      </p>
    </section>
  );
}

/** Who works with the child, and the carers to reach first. */
export function People({ glance: { people, carers }, child }: Props): Html {
  return (
    <section aria-labelledby="people">
      <h2 class="govuk-heading-m" id="people">
        People
      </h2>
      {carers.length > 0 ? (
        <ul class="govuk-list">
          {carers.map((person) => (
            <li>
              {person.name} <span class="fh-quiet">{person.relationship}</span>
              {person.parental ? <span class="fh-quiet">, parental responsibility</span> : null}
              {person.emergency ? <span class="fh-quiet">, call in an emergency</span> : null}
              {person.telephone ? <div>{person.telephone}</div> : null}
              {person.may_be_contacted === 'no' ? (
                <span class="fh-badge fh-badge-late">Must not be contacted</span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <p class="govuk-body fh-no-print">
        <a class="govuk-link" href={urls.child.family(child.id)}>
          Family and network
        </a>
      </p>
      {people.length > 0 ? (
        <ul class="govuk-list">
          {people.map((person) => (
            <li>
              {person.name}{' '}
              <span class="fh-quiet">
                {kindText(workerKinds, person.kind)}, {person.job_title}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="govuk-body">Nobody works with the child now.</p>
      )}
      <p class="govuk-body fh-no-print">
        <a class="govuk-link" href={urls.child.workers(child.id)}>
          Workers over time
        </a>
      </p>
    </section>
  );
}
