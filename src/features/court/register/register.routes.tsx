import { can } from '../../../domain/access/can.ts';
import { formatInstant } from '../../../domain/calendar/british-time.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import { pageRoute, type Route } from '../../../platform/http/route.ts';
import { choice } from '../../../record/choice-fields.tsx';
import { serviceList } from '../../../record/list-page.tsx';
import { Button, InsetText } from '../../../ui/govuk/components.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import { bringIn } from './bring-in.ts';
import { entryColumns, stateWords } from './entry-words.tsx';
import { type EntryState, entriesOf, type Register, registersOf } from './register.queries.ts';
import { putAside } from './take-register.ts';

async function subject({ tx, actor, param }: PageContext): Promise<Register | undefined> {
  const id = param('registerId');
  return isId(id)
    ? (await registersOf(tx, actor.serviceId, { id, limit: 1, offset: 0 }))[0]
    : undefined;
}

const states = Object.keys(stateWords) as EntryState[];

const preview = serviceList({
  path: urls.court.register(':registerId'),
  tab: { under: urls.court.registers },
  permission: 'register.view',
  audit: 'view',
  caption: 'Entries of the register',
  file: 'court-register',
  subject,
  filters: {
    show: choice(
      states.map((value) => ({ value, text: stateWords[value] })),
      { label: 'Show', as: 'select', empty: 'All entries' },
    ),
  },
  empty: (filtered) =>
    filtered ? 'No entry stands so.' : 'Nothing of this register is kept any more.',
  rows: ({ tx, actor }, { id }, { filters: { show }, limit, offset }) =>
    entriesOf(tx, actor.serviceId, {
      registerId: id,
      ...(show ? { states: [show] } : {}),
      limit,
      offset,
    }),
  columns: () => entryColumns(false),
  view: ({ context: { shell }, subject: register, list }) => (
    <Page
      title={`Register: ${register.fileName}`}
      shell={shell}
      back={{ href: urls.court.registers, text: 'Court registers' }}
    >
      <h1 class="govuk-heading-l">{register.fileName}</h1>
      <p class="govuk-body fh-quiet">
        Read {formatInstant(register.createdAt)} by {register.by ?? 'the command line'}.
        {register.putAsideAt ? ` Put aside ${formatInstant(register.putAsideAt)}.` : ''}
      </p>
      {register.notRead.length > 0 ? (
        <InsetText
          children={
            <ul class="govuk-list govuk-list--bullet">
              {register.notRead.map((text) => (
                <li>{text}</li>
              ))}
            </ul>
          }
        />
      ) : null}
      <ul class="fh-cards">
        {states.map((state) => (
          <li class="fh-card">
            <span class="fh-card__figure">{register.counts[state] ?? 0}</span>
            <p class="govuk-body">{stateWords[state]}</p>
          </li>
        ))}
      </ul>
      {can(shell.actor, 'register.import') ? <Decide register={register} /> : null}
      {list}
    </Page>
  ),
});

function Decide({ register: { id, counts } }: { readonly register: Register }) {
  const { ready = 0, held = 0, repeat = 0 } = counts;
  const isUntouched = !counts.in && !counts['not-ours'];
  return (
    <div class="fh-actions fh-no-print">
      {ready > 0 ? (
        <PostForm action={urls.court.bringIn(id)}>
          <Button
            text={ready === 1 ? 'Bring in 1 entry' : `Bring in ${ready} entries`}
            preventDoubleClick
          />
        </PostForm>
      ) : null}
      {isUntouched && ready + held + repeat > 0 ? (
        <PostForm action={urls.court.setRegisterAside(id)}>
          <Button text="Put the register aside" classes="govuk-button--secondary" />
        </PostForm>
      ) : null}
    </div>
  );
}

export const registerRoutes: readonly Route[] = [
  ...preview,
  pageRoute({
    method: 'post',
    path: urls.court.bringIn(':registerId'),
    permission: 'register.import',
    audit: 'change',
    handle: async (context) => {
      const register = await subject(context);
      if (!register) return context.notFound();
      const made = await bringIn(context, register.id);
      const now = await subject(context);
      const left = now?.counts.held ?? 0;
      return context.redirect(
        urls.court.register(register.id),
        `${made === 1 ? '1 entry is' : `${made} entries are`} in.${left > 0 ? ` ${left === 1 ? '1 waits' : `${left} wait`} for a person.` : ''}`,
      );
    },
  }),
  pageRoute({
    method: 'post',
    path: urls.court.setRegisterAside(':registerId'),
    permission: 'register.import',
    audit: 'change',
    handle: async (context) => {
      const register = await subject(context);
      if (!register) return context.notFound();
      const { tx, actor, now } = context;
      return (await putAside(tx, actor.serviceId, register.id, now))
        ? context.redirect(
            urls.court.registers,
            'The register is put aside and emptied. Nothing was made.',
          )
        : context.redirect(
            urls.court.register(register.id),
            'Nothing was changed: something of it is decided already.',
          );
    },
  }),
];
