import { choicesOf, labelOf } from '../../domain/reference/codes.ts';
import { codeLists } from '../../platform/db/codes.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { type FormError, parseForm } from '../../platform/http/parse-form.ts';
import { childRoute, type Route } from '../../platform/http/route.ts';
import { urls } from '../../urls.ts';
import { ContactPage, RightsPage } from './contact.view.tsx';
import { DetailsPage } from './details.view.tsx';
import { logContact, recordRight, saveVault } from './save-vault.ts';
import { closeLine } from './save-wishes.ts';
import { VaultPage } from './vault.view.tsx';
import {
  formModel,
  type OpenVault,
  openVault,
  type Shown,
  statusOf,
} from './vault-context.routes.ts';
import { closeForm, contactForm, detailsForm, rightForm } from './victim-forms.ts';
import { contactsOf, type RightRow, rightsOf } from './victims.queries.ts';

type Work = (context: ChildContext, open: OpenVault) => Promise<Response>;

/** Every page of the vault is for the victim worker alone. */
const vaultRoute = (
  method: 'get' | 'post',
  path: (...ids: [string, string]) => string,
  work: Work,
) =>
  childRoute({
    method,
    path: path(':childId', ':victimId'),
    permission: 'victim.vault',
    audit: method === 'get' ? 'view' : 'change',
    handle: async (context) => {
      const open = await openVault(context);
      return open ? work(context, open) : context.notFound();
    },
  });

const backTo = ({ child }: ChildContext, { line }: OpenVault) =>
  urls.victims.vault(child.id, line.id);

export const vaultRoutes: readonly Route[] = [
  vaultRoute('get', urls.victims.vault, (context, open) => drawVault(context, open, {})),
  vaultRoute('post', urls.victims.close, async (context, open) => {
    const { tx, child, today, form, redirect } = context;
    const fields = await form();
    const { victim_end_reason } = await codeLists(tx, ['victim_end_reason']);
    const schema = closeForm(victim_end_reason.map(({ code }) => code));
    const parsed = parseForm(schema, fields);
    if (!parsed.ok)
      return drawVault(context, open, { typed: fields.values, errors: parsed.errors });
    const saved = await closeLine(tx, {
      childId: child.id,
      lineId: open.line.id,
      version: parsed.value.version,
      endedOn: today,
      reason: parsed.value.reason,
    });
    if (saved.kind === 'moved-on')
      return drawVault(context, open, {
        typed: fields.values,
        errors: [
          {
            field: 'reason',
            message: 'Somebody else changed this line. Read it again before you close it',
          },
        ],
      });
    return redirect(backTo(context, open), 'Saved: the line is closed');
  }),
  vaultRoute('get', urls.victims.details, async (context, open) =>
    drawDetails(context, open, {
      typed: {},
    }),
  ),
  vaultRoute('post', urls.victims.details, async (context, open) => {
    const { tx, actor, child, today, form, redirect } = context;
    const fields = await form();
    const parsed = parseForm(detailsForm(today), fields);
    if (!parsed.ok)
      return drawDetails(context, open, { typed: fields.values, errors: parsed.errors });
    const { value } = parsed;
    const known = await knownChild(context, value.knownNumber);
    if (known === 'nobody' || known?.id === child.id)
      return drawDetails(context, open, {
        typed: fields.values,
        errors: [
          {
            field: 'knownNumber',
            message:
              known === 'nobody'
                ? 'No child has this number: check it, or leave it blank'
                : 'This is the number of the child whose record this is',
          },
        ],
      });
    const saved = await saveVault(tx, actor, {
      ...value,
      childId: child.id,
      lineId: open.line.id,
      isChild: value.isChild === 'yes',
      knownChildId: known?.id ?? null,
      detailsReceivedOn: value.received,
    });
    if (saved.kind === 'moved-on') {
      const { vault } = open;
      return drawDetails(context, open, {
        typed: fields.values,
        conflict: [
          { label: 'Name', theirs: vault?.name ?? null, yours: value.name },
          {
            label: 'How to reach them',
            theirs: vault?.contactDetails ?? null,
            yours: value.contactDetails,
          },
          {
            label: 'How and when they prefer',
            theirs: vault?.preferredContact ?? null,
            yours: value.preferredContact,
          },
          {
            label: 'What they need to take part',
            theirs: vault?.accessNeeds ?? null,
            yours: value.accessNeeds,
          },
          { label: 'Note', theirs: vault?.note ?? null, yours: value.note },
        ],
      });
    }
    return redirect(backTo(context, open), 'Saved: their details');
  }),
  vaultRoute('get', urls.victims.contact, async (context, open) =>
    drawContact(context, open, {
      typed: {},
    }),
  ),
  vaultRoute('post', urls.victims.contact, async (context, open) => {
    const { tx, actor, child, today, form, redirect } = context;
    const fields = await form();
    const { victim_contact_method } = await codeLists(tx, ['victim_contact_method']);
    const schema = contactForm(
      today,
      victim_contact_method.map(({ code }) => code),
    );
    const parsed = parseForm(schema, fields);
    if (!parsed.ok)
      return drawContact(context, open, { typed: fields.values, errors: parsed.errors });
    await logContact(tx, actor, {
      childId: child.id,
      lineId: open.line.id,
      heldOn: parsed.value.held,
      method: parsed.value.method,
      reached: parsed.value.reached === 'yes',
      note: parsed.value.note,
    });
    return redirect(backTo(context, open), 'Saved: the contact');
  }),
  vaultRoute('get', urls.victims.rights, (context, open) => drawRights(context, open, {})),
  vaultRoute('post', urls.victims.rights, async (context, open) => {
    const { tx, actor, child, today, form, redirect } = context;
    const fields = await form();
    const rights = await rightsOf(tx, open.line.id);
    const errors: FormError[] = [];
    for (const right of rights) {
      const parsed = parseForm(rightForm(right.code, right.label, today), fields);
      if (!parsed.ok) {
        errors.push(...parsed.errors);
        continue;
      }
      const doneOn = parsed.value[`done-${right.code}`] ?? null;
      const why = doneOn ? null : (parsed.value[`why-${right.code}`] ?? null);
      if ((doneOn || why) && isNew(right, doneOn, why))
        await recordRight(tx, actor, {
          childId: child.id,
          lineId: open.line.id,
          code: right.code,
          doneOn,
          notDoneReason: why,
        });
    }
    if (errors.length > 0) return drawRights(context, open, { typed: fields.values, errors });
    return redirect(backTo(context, open), 'Saved: their rights');
  }),
];

const isNew = (right: RightRow, doneOn: string | null, why: string | null) =>
  right.doneOn !== doneOn || right.notDoneReason !== why;

/** The child whose number was typed, for marking that the victim is a child known to the service. */
async function knownChild({ tx }: ChildContext, number: string | null) {
  if (number === null) return null;
  const found = await tx
    .selectFrom('child')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst();
  return found ?? 'nobody';
}

const drawDetails = async (context: ChildContext, open: OpenVault, shown: Shown) =>
  context.page(DetailsPage(formModel(context, open, shown)), statusOf(shown));

async function drawContact(context: ChildContext, open: OpenVault, shown: Shown) {
  const { victim_contact_method } = await codeLists(context.tx, ['victim_contact_method']);
  const methods = choicesOf(victim_contact_method);
  return context.page(
    ContactPage({ ...formModel(context, open, shown), methods }),
    statusOf(shown),
  );
}

const drawRights = async (context: ChildContext, open: OpenVault, shown: Shown) =>
  context.page(
    RightsPage({
      ...formModel(context, open, shown),
      rights: await rightsOf(context.tx, open.line.id),
    }),
    statusOf(shown),
  );

async function drawVault(context: ChildContext, open: OpenVault, shown: Shown) {
  const contacts = await contactsOf(context.tx, open.line.id);
  const rights = await rightsOf(context.tx, open.line.id);
  const lists = await codeLists(context.tx, ['victim_contact_method', 'victim_end_reason']);
  return context.page(
    VaultPage({
      ...formModel(context, open, shown),
      contacts: contacts.map((contact) => ({
        ...contact,
        method: labelOf(lists.victim_contact_method, contact.method),
      })),
      rights,
      endReasons: choicesOf(lists.victim_end_reason),
    }),
    statusOf(shown),
  );
}
