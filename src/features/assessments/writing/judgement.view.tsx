import { type Indicator, indicators } from '../../../domain/assessments/indicators.data.ts';
import { type JudgementId, judgements, levels } from '../../../domain/assessments/levels.data.ts';
import { levelLabel } from '../../../domain/assessments/levels.ts';
import {
  type SourceKind,
  sourceKinds,
  sourceUses,
} from '../../../domain/assessments/sources.data.ts';
import type { Suggestion } from '../../../domain/assessments/suggestion.ts';
import { formatDay } from '../../../domain/calendar/day.ts';
import type { ChildContext } from '../../../platform/http/context.ts';
import { ChildFrame } from '../../../record/child-frame.tsx';
import { Button } from '../../../ui/govuk/components.tsx';
import type { Html } from '../../../ui/html.ts';
import { DataTable } from '../../../ui/layout/data-table.tsx';
import { ChoiceField, LongText, type Typed, VersionField } from '../../../ui/layout/fields.tsx';
import { PostForm } from '../../../ui/layout/post-form.tsx';
import { urls } from '../../../urls.ts';
import type { LastSigned, OpenAssessment } from '../assessment.queries.ts';
import { judgementNames, markNames } from './judgement-form.ts';
import type { PartnerSource } from './partner-sources.ts';

type Props = {
  readonly context: ChildContext;
  readonly open: OpenAssessment;
  readonly id: JudgementId;
  readonly text: Typed;
  readonly suggestion: Suggestion | null;
  readonly before: LastSigned | null;
  readonly offered: Readonly<Record<string, string>>;
  /** What became of asking partners, until the judgement says something of them itself. */
  readonly partners: Partial<Record<SourceKind, PartnerSource>>;
};

export function JudgementPage(props: Props): Html {
  const { context, open, id, text, suggestion, before, offered, partners } = props;
  const names = judgementNames(id);
  const judgement = judgements.find((row) => row.id === id) ?? judgements[0];
  return (
    <ChildFrame
      context={context}
      title={judgement.title}
      back={{
        href: urls.assessments.judgements(context.child.id, open.id),
        text: 'Three judgements',
      }}
    >
      <PostForm>
        <VersionField version={open.version} />
        <h2 class="govuk-heading-m" id={names.signs} tabindex={-1}>
          Signs
        </h2>
        <p class="govuk-body">
          Mark every sign. The count suggests a level; you decide. It is a prompt to think, not a
          tested scale.
        </p>
        <Signs
          signs={indicators.filter((sign) => sign.judgement === id)}
          names={names}
          text={text}
        />
        <Button
          text="Save the signs and see the suggested level"
          name="do"
          value="signs"
          classes="govuk-button--secondary"
        />
        <div class="govuk-inset-text" id="suggestion">
          {suggestion ? (
            <strong>{suggestion.sentence}</strong>
          ) : (
            'No level is suggested until every sign is marked and saved.'
          )}
          {before ? (
            <div>
              Last signed {formatDay(before.signedOn)}:{' '}
              {levelLabel(before.levels[id]).toLowerCase()}.
            </div>
          ) : null}
        </div>
        <ChoiceField
          name={names.level}
          label="Your judgement"
          choices={levels.map((level) => ({
            value: level.id,
            text: level.label,
            hint: judgement.meanings[level.id],
          }))}
          errors={[]}
          typed={text}
        />
        <LongText
          name={names.reason}
          label="Your reasons"
          hint="What you rely on, what speaks against it, and what would change your mind."
          errors={[]}
          typed={text}
        />
        <LongText
          name={names.override}
          label="If you differ from the suggested level: why"
          hint="A manager reads this before signing."
          rows={3}
          errors={[]}
          typed={text}
        />
        <Sources names={names} text={text} offered={offered} partners={partners} />
        <div class="fh-actions">
          <Button text="Save and continue" name="do" value="next" preventDoubleClick={true} />
        </div>
      </PostForm>
    </ChildFrame>
  );
}

type Names = ReturnType<typeof judgementNames>;

function Signs(props: {
  readonly signs: readonly Indicator[];
  readonly names: Names;
  readonly text: Typed;
}): Html {
  const { signs, names, text } = props;
  return (
    <div class="fh-marks">
      <DataTable
        caption="Signs"
        rows={signs}
        columns={[
          { heading: 'Sign', cell: ({ label }) => label },
          ...markNames.map((mark) => ({
            heading: mark.label,
            cell: (sign: Indicator) => (
              <label class="fh-mark">
                <input
                  type="radio"
                  name={names.sign(sign.id)}
                  value={mark.id}
                  checked={text[names.sign(sign.id)] === mark.id}
                  aria-label={`${sign.label}: ${mark.label}`}
                />
                <span class="fh-mark__word" aria-hidden="true">
                  {mark.label}
                </span>
              </label>
            ),
          })),
        ]}
      />
    </div>
  );
}

function Sources(props: {
  readonly names: Names;
  readonly text: Typed;
  readonly offered: Readonly<Record<string, string>>;
  readonly partners: Props['partners'];
}): Html {
  const { names, text, offered, partners } = props;
  const value = (name: string) => [text[name] ?? ''].flat()[0] ?? '';
  // "No reply" stood while there was none: once they have answered, the answer stands.
  const hasAnsweredSince = (id: SourceKind) => {
    const partner = partners[id];
    return partner && partner.use !== 'no-reply' && value(names.use(id)) === 'no-reply';
  };
  const own = (id: SourceKind, name: string) => (hasAnsweredSince(id) ? '' : value(name));
  return (
    <section aria-labelledby={names.sources}>
      <h2 class="govuk-heading-m" id={names.sources} tabindex={-1}>
        What you relied on
      </h2>
      <p class="govuk-body">
        At least one source must be marked as used, and each that is must be named: who, and when
        you spoke or read. One that never replied is worth showing.
      </p>
      <DataTable
        caption="What you relied on"
        rows={sourceKinds}
        columns={[
          { heading: 'Source', cell: ({ label }) => label },
          {
            heading: 'Use',
            cell: ({ id, label }) => {
              const partner = partners[id];
              const chosen = own(id, names.use(id)) || (partner?.use ?? '');
              const isUnweighed = partner?.use === '';
              return (
                <select class="govuk-select" name={names.use(id)} aria-label={`${label}: use`}>
                  <option value="">
                    {isUnweighed ? 'Answered: say whether you used it' : 'Not asked'}
                  </option>
                  {sourceUses.map((use) => (
                    <option value={use.id} selected={chosen === use.id}>
                      {use.label}
                    </option>
                  ))}
                </select>
              );
            },
          },
          {
            heading: 'Who or what, and when',
            cell: ({ id, label }) => (
              <input
                class="govuk-input"
                name={names.who(id)}
                value={
                  own(id, names.who(id)) ||
                  (hasAnsweredSince(id) ? '' : offered[id]) ||
                  partners[id]?.who ||
                  ''
                }
                aria-label={`${label}: who or what, and when`}
              />
            ),
          },
        ]}
      />
    </section>
  );
}
