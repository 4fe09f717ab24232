import { resultKey } from '../../../domain/inspections/judge-result-file.ts';
import {
  askedOfResult,
  judgeResult,
  type TypedResult,
} from '../../../domain/inspections/judge-results.ts';
import type { ResultLine } from '../../../domain/inspections/result-lines.ts';
import { orRefused } from '../../../platform/db/or-refused.ts';
import { readFrameworks } from '../../../platform/files/read-frameworks.ts';
import type { PageContext } from '../../../platform/http/context.ts';
import { isId } from '../../../platform/http/is-id.ts';
import type { Route } from '../../../platform/http/route.ts';
import { code } from '../../../record/choice-fields.tsx';
import { correctionReason } from '../../../record/correction.tsx';
import { FormBox } from '../../../record/form-box.tsx';
import { serviceForm } from '../../../record/form-page.ts';
import { laidOut } from '../../../record/rows-page.tsx';
import { longText, text } from '../../../record/text-fields.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { urls } from '../../../urls.ts';
import { addResult, type Correcting, publishedLines } from './results-list.ts';

const fields = {
  service: text({
    label: 'Service that was inspected',
    required: askedOfResult.service,
    max: 200,
  }),
  published: text({
    label: 'Published',
    hint: 'The year, month or day of the report: 2024, 2024-11 or 2024-11-05',
    required: askedOfResult.published,
    max: 10,
    width: 'one-third',
  }),
  framework: code('frameworks', {
    label: 'Framework',
    required: askedOfResult.framework,
  }),
  inspection_type: code('types', {
    label: 'Type of inspection',
    hint: 'Leave it empty for the framework’s usual one',
  }),
  overall_rating: code('ratings', {
    label: 'Overall rating, as published',
    required: askedOfResult.overall_rating,
  }),
  overall_score: text({ label: 'Score, as published', max: 3, width: 'one-third' }),
  overall_max: text({ label: 'Out of', max: 3, width: 'one-third' }),
  resettlement: code('resettlements', { label: 'Resettlement, as published' }),
  standards: longText({
    label: 'Ratings of the standards',
    hint: 'One a line, its number first: “2.1 Good”. Those that you do not know are left out.',
    max: 2000,
    rows: 6,
  }),
  source: longText({
    label: 'Where it was published',
    hint: 'The title of the report, and its address if it has one',
    required: askedOfResult.source,
    max: 1000,
    rows: 2,
  }),
};

async function subject({ tx, actor, param }: PageContext) {
  const id = param('resultId');
  const lines = await publishedLines(tx, actor.serviceId);
  const line = id === '' ? null : lines.find((each) => each.id === id);
  if (line === undefined) return undefined;
  return { line, others: lines.filter((each) => each.id !== id) };
}

type Subject = {
  /** The result that is corrected, as it stands now; null where a new one is added. */
  readonly line: ResultLine | null;
  readonly others: Awaited<ReturnType<typeof publishedLines>>;
};

const frameworks = () => readFrameworks();
const choices = (texts: readonly string[]) =>
  [...new Set(texts)].map((value) => ({ value, text: value }));
const ratings = () => frameworks().flatMap(({ ratings }) => ratings.map(({ name }) => name));
const options = () => ({
  frameworks: frameworks().map(({ id, title }) => ({ value: id, text: `${id}: ${title}` })),
  types: frameworks()
    .flatMap(({ id: framework, inspectionTypes }) =>
      inspectionTypes.map(({ id, title }) => ({ value: id, text: `${title} (${framework})` })),
    )
    .filter(({ value }, at, all) => all.findIndex((one) => one.value === value) === at),
  ratings: choices(ratings()),
  // Where no case of it was there to rate, a report says so.
  resettlements: choices([...ratings(), 'Not rated']),
});

type Value = { readonly [F in keyof typeof fields]: string | null };

/** What was typed, with each line of standards as number and rating. */
function typedOf(value: Value): TypedResult {
  const lines = (value.standards ?? '').split('\n').map((line) => line.trim());
  const standards = lines.filter(Boolean).map((line): [string, string] => {
    const [, id = line, rating = ''] = /^(\S+?)[:,]?\s+(.*)$/.exec(line) ?? [];
    return [id.toUpperCase(), rating];
  });
  const texts = Object.fromEntries(
    Object.keys(fields).map((name) => [name, value[name as keyof Value] ?? '']),
  );
  return { ...(texts as Omit<TypedResult, 'standards'>), standards: Object.fromEntries(standards) };
}

function faultsOf(value: Value, { others }: Subject) {
  const judged = judgeResult(readFrameworks(), typedOf(value));
  if ('faults' in judged)
    return judged.faults.map(({ field, message }) =>
      field in fields
        ? { field, message }
        : { field: 'standards', message: `${field}: ${message}` },
    );
  const twin = others.find(({ published }) => resultKey(published) === resultKey(judged.result));
  return twin
    ? [
        {
          field: 'service',
          message: `${judged.result.service}, published ${judged.result.published}, is among the results already`,
        },
      ]
    : [];
}

const storedOf = ({ id, published: result }: ResultLine) => ({
  id,
  version: 1,
  service: result.service,
  published: result.published ?? '',
  framework: result.framework,
  inspection_type: result.inspectionType || null,
  overall_rating: result.overallRating,
  overall_score: result.overallScore === null ? null : String(result.overallScore),
  overall_max: result.overallMax === null ? null : String(result.overallMax),
  resettlement: result.resettlement,
  standards: Object.entries(result.standards)
    .map(([id, { rating }]) => `${id} ${rating}`)
    .join('\n'),
  source: result.sources.join('\n'),
  reason: '',
});

/** Keeps what was typed, in the place of what it corrects where it corrects something. */
async function save({ tx, actor }: PageContext, value: Value, correcting: Correcting | null) {
  const judged = judgeResult(readFrameworks(), typedOf(value));
  if ('faults' in judged) return judged.faults;
  const refused = await orRefused(tx, ['23505'], () =>
    addResult(tx, actor, judged.result, correcting),
  );
  return refused
    ? [
        {
          field: 'reason',
          message: 'Somebody corrected this result in between: open it again from the list',
        },
      ]
    : { kind: 'saved' as const };
}

const shown = {
  reads: 'statistics.results',
  subject,
  options,
} as const;

/** A published result is added by hand, or corrected with a reason. */
export const resultFormRoutes: readonly Route[] = [
  ...serviceForm({
    ...shown,
    path: urls.inspectionResults.create,
    fields,
    stored: () => null,
    rules: faultsOf,
    save: (context, _subject, value) => save(context, value, null),
    view: ({ shell, form: { F, ...form } }) => (
      <Page
        title="Add an inspection result"
        shell={shell}
        errors={form.faults}
        back={{ href: urls.inspectionResults.list(), text: 'Back to all results' }}
      >
        <h1 class="govuk-heading-l">Add an inspection result</h1>
        <p class="govuk-body">
          As it was published, of any service. Many at once come from a file, by “foothold import
          inspections”.
        </p>
        <FormBox form={form} button="Add the result">
          {laidOut({}, F)}
        </FormBox>
      </Page>
    ),
    done: (_subject, { service }) => ({
      to: urls.inspectionResults.list({ q: service }),
      message: `Added: ${service}`,
    }),
  }),
  ...serviceForm({
    ...shown,
    path: urls.inspectionResults.correct(':resultId'),
    fields: { ...fields, reason: correctionReason },
    stored: ({ line }) => line && storedOf(line),
    rules: faultsOf,
    save: (context, { line }, { reason, ...value }) =>
      save(
        context,
        value,
        line && {
          reason,
          ...(isId(line.id) ? { corrects: line.id } : { corrects_shipped: line.id }),
        },
      ),
    view: ({ shell, subject: { line }, form: { F, ...form } }) => (
      <Page
        title="Correct an inspection result"
        shell={shell}
        errors={form.faults}
        back={{ href: urls.inspectionResults.one(line?.id ?? ''), text: 'Back to the result' }}
      >
        <h1 class="govuk-heading-l">Correct an inspection result</h1>
        <p class="govuk-body">
          What it said is kept beneath, with your reason. The list, its file and the spread of
          scores follow what you enter. Percentages of key questions stay with each standard whose
          rating you leave as it is.
        </p>
        <FormBox form={form} button="Save the correction">
          {laidOut({}, F)}
        </FormBox>
      </Page>
    ),
    done: (_subject, { service }) => ({
      to: urls.inspectionResults.list({ q: service }),
      message: `Corrected: ${service}`,
    }),
  }),
];
