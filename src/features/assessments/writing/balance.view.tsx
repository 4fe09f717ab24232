import type { Balance, LensBalance } from '../../../domain/assessments/balance.ts';
import type { LensId } from '../../../domain/assessments/lenses.data.ts';
import type { Html } from '../../../ui/html.ts';

const barNames: Record<LensId, string> = {
  desistance: 'desistance',
  'childs-safety': 'safety',
  'others-safety': 'others',
};

/** The share of words under each lens, as bars and in words; the bars move as somebody types, the sentence when they save. */
export function BalanceView({ balance }: { readonly balance: Balance }): Html {
  return (
    <section aria-labelledby="balance" class="fh-card">
      <h2 class="govuk-heading-s" id="balance">
        How evenly is it written?
      </h2>
      <div class="fh-lens">
        {balance.lenses.map((lens) => (
          <Lens lens={lens} />
        ))}
      </div>
      <p class={`govuk-body ${balance.kind === 'uneven' ? 'govuk-!-font-weight-bold' : ''}`}>
        {balance.finding}
      </p>
      <p class="govuk-body-s fh-quiet">
        The bars count words, not worth. They ask for a second look; the sentence is worked out each
        time you save.
      </p>
    </section>
  );
}

function Lens({ lens }: { readonly lens: LensBalance }): Html {
  const width = Math.round((lens.share * 100) / 5) * 5;
  return (
    <>
      <span>{lens.label}</span>
      <span class="fh-lens-track" aria-hidden="true">
        <span
          class={`fh-lens-bar fh-lens-bar--${barNames[lens.lens]} fh-w-${width}`}
          data-lens={lens.lens}
        />
      </span>
      <span>
        <span data-lens-words={lens.lens}>{lens.words}</span> words
        <span class="govuk-visually-hidden">
          , {lens.promptsAnswered} of {lens.promptsTotal} prompts answered
        </span>
      </span>
    </>
  );
}
