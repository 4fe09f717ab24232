import { wishesFaults } from '../../domain/victims/wishes.ts';
import type { ChildContext } from '../../platform/http/context.ts';
import { childForm } from '../../record/form-page.ts';
import { changeRow } from '../../record/rows.ts';
import { urls } from '../../urls.ts';
import { statuses, wishesFields } from './line-fields.ts';
import { toVault, VaultForm } from './vault-frame.view.tsx';
import { closedWords } from './victim-words.ts';
import { logOf, openVault } from './victims.queries.ts';

async function subject(context: ChildContext) {
  const open = await openVault(context);
  if (!open) return undefined;
  return { ...open, log: await logOf(context.tx, open.line.id), today: context.today };
}

type Subject = NonNullable<Awaited<ReturnType<typeof subject>>>;

const { words: _words, impact: _impact, ...onTheLine } = wishesFields;
const allFields = Object.keys(wishesFields) as (keyof typeof wishesFields)[];
const lineFields = Object.keys(onTheLine) as (keyof typeof onTheLine)[];

/** What the victim wants: the words in the vault, and on the child's record only that they were asked. */
export const wishesRoutes = childForm({
  path: urls.victims.wishes(':childId', ':victimId'),
  reads: 'victim.vault',
  fields: wishesFields,
  asks: ({ vault }) => (vault ? allFields : lineFields),
  subject,
  closed: ({ line }) => closedWords(line),
  // The page shows two rows and both may have moved on: each change of either makes the sum another.
  stored: ({ line, vault, today }) => ({
    ...line,
    safety_need: line.safety_over_on ? 'no' : line.safety_need,
    wishes_on: line.wishes_on ?? today,
    words: vault?.words ?? null,
    impact: vault?.impact ?? null,
    version: line.version + (vault?.version ?? 0),
  }),
  options: (_context, { vault }) => ({ statuses: statuses(vault !== null) }),
  rules: (value, { log }: Subject) => wishesFaults(value, log),
  save: async ({ tx }, { line, vault }, { words, impact, ...said }) => {
    if (vault) {
      const saved = await changeRow(tx, 'victim', vault, { wishes: words, impact });
      if (saved.kind === 'moved-on') return saved;
    }
    const { safety_need, safety_line, ...asked } = said;
    return changeRow(tx, 'victim_involvement', line, {
      ...asked,
      wishes_on: said.wishes === 'not-sought' ? null : said.wishes_on,
      // That a need is over, and why, stays on the record for as long as there is no need.
      ...(line.safety_over_on && safety_need === 'no'
        ? {}
        : {
            safety_need,
            safety_line: safety_need === 'yes' ? safety_line : null,
            safety_over_on: null,
            safety_over_reason: null,
          }),
    });
  },
  view: ({ context, subject: { line, vault, log }, form: { F, ...form } }) => (
    <VaultForm
      context={context}
      line={line}
      title="What they want"
      form={form}
      button="Save what they want"
    >
      <F.wishes hint={`Days on which they were tried and not reached: ${log.daysTried}`} />
      <F.wishes_on />
      {vault ? (
        <>
          <F.words />
          <F.impact />
        </>
      ) : (
        <p class="govuk-inset-text">Add their details first to write down their words.</p>
      )}
      <F.no_wishes_reason />
      <F.safety_need />
      <F.safety_line />
      <F.updates_wanted />
    </VaultForm>
  ),
  done: ({ line }, _value, context) => toVault(context, line, 'Saved: what they want'),
});
