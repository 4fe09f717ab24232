import { Button } from '../../ui/govuk/components.tsx';
import type { Html } from '../../ui/html.ts';
import { type ChildBand, ChildPage } from '../../ui/layout/child-page.tsx';
import { VersionField } from '../../ui/layout/fields.tsx';
import type { PageShell } from '../../ui/layout/page.tsx';
import { PostForm } from '../../ui/layout/post-form.tsx';
import { urls } from '../../urls.ts';
import { type FieldsModel, WhatHappened, WhereAndWhen } from './contact-fields.tsx';

export type Clash = {
  readonly who: string;
  readonly when: string;
  readonly rows: readonly {
    readonly label: string;
    readonly theirs: string;
    readonly yours: string;
  }[];
};

type Props = {
  readonly shell: PageShell;
  readonly child: ChildBand;
  readonly today: string;
  readonly title: string;
  readonly lead?: string;
  readonly action: string;
  readonly fields: FieldsModel;
  readonly kind: 'record' | 'plan';
  readonly version?: number;
  readonly canPlanNext?: boolean;
  readonly clash?: Clash;
  readonly button: string;
  readonly back: { readonly href: string; readonly text: string };
};

/** One page to record, plan or mend a contact; a clash shows what the other person saved beside what was typed. */
export function ContactFormPage(props: Props): Html {
  const { shell, child, today, fields } = props;
  return (
    <ChildPage
      title={props.title}
      shell={shell}
      child={child}
      today={today}
      errors={fields.errors}
      back={props.back}
    >
      <h1 class="govuk-heading-l">{props.title}</h1>
      {props.lead ? <p class="govuk-body">{props.lead}</p> : null}
      {props.clash ? <ClashTable clash={props.clash} back={props.back.href} /> : null}
      <PostForm action={props.action}>
        {props.version === undefined ? null : <VersionField version={props.version} />}
        <WhereAndWhen model={fields} isPlan={props.kind === 'plan'} />
        {props.kind === 'record' ? (
          <WhatHappened model={fields} canPlanNext={props.canPlanNext ?? false} />
        ) : null}
        <div class="fh-actions">
          <Button text={props.button} preventDoubleClick={true} />
          {props.kind === 'record' ? (
            <Button
              text="Save and come back later"
              name="_later"
              value="1"
              classes="govuk-button--secondary"
            />
          ) : null}
          <a class="govuk-link" href={urls.contacts.list(child.id)}>
            Cancel
          </a>
        </div>
      </PostForm>
    </ChildPage>
  );
}

function ClashTable({ clash, back }: { readonly clash: Clash; readonly back: string }): Html {
  return (
    <section aria-labelledby="clash" class="fh-card">
      <h2 class="govuk-heading-m" id="clash">
        {clash.who} saved this contact while you were writing
      </h2>
      <p class="govuk-body">
        Saved {clash.when}. Nothing that you wrote is lost: it is in the form below. Copy anything
        of theirs that should stay, then save yours. Or{' '}
        <a class="govuk-link" href={back}>
          keep theirs and drop yours
        </a>
        .
      </p>
      <div class="fh-scroll">
        <table class="govuk-table fh-stack-table">
          <thead>
            <tr>
              <th scope="col">Where you differ</th>
              <th scope="col">{clash.who} saved</th>
              <th scope="col">You wrote</th>
            </tr>
          </thead>
          <tbody>
            {clash.rows.map((row) => (
              <tr>
                <th scope="row">{row.label}</th>
                <td data-label={`${clash.who} saved`} class="fh-written">
                  {row.theirs || 'Nothing'}
                </td>
                <td data-label="You wrote" class="fh-written">
                  {row.yours || 'Nothing'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
