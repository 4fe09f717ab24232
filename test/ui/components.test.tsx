import { raw } from 'hono/html';
import { describe, expect, it } from 'vitest';
import {
  Button,
  Details,
  ErrorSummary,
  InsetText,
  Radios,
  ServiceNavigation,
  SummaryList,
  Tag,
} from '../../src/ui/govuk/components.tsx';
import {
  MojAddAnother,
  MojCurrencyInput,
  MojInterruptionCard,
} from '../../src/ui/moj/components.tsx';

const page = (markup: unknown) => String(markup);

describe('components inside a page', () => {
  it('keep markup between their tags as markup, and words as words', () => {
    const drawn = page(
      <Details summaryText="Why we ask">
        <p>Ask {'<b>Kai</b>'} & family</p>
        {'1 < 2'}
      </Details>,
    );
    expect(drawn).toContain('<p>Ask &lt;b&gt;Kai&lt;/b&gt; &amp; family</p>1 &lt; 2');
  });

  it('hold one another without being escaped twice', () => {
    const drawn = page(
      <SummaryList
        rows={[
          { key: { text: 'Order' }, value: { html: <Tag text="Mum & Dad" /> } },
          { key: { text: 'Plan' }, value: { html: Tag({ text: 'Due' }) } },
        ]}
      />,
    );
    expect(drawn).toContain('Mum &amp; Dad');
    expect(drawn).not.toContain('&amp;amp;');
    expect(drawn).not.toContain('&lt;strong');
    expect(drawn.match(/<strong class="govuk-tag">/g)).toHaveLength(2);
  });

  it('sit inside ordinary markup and among lists without being escaped', () => {
    const drawn = page(
      <ul>
        {['a', 'b'].map((text) => (
          <li key={text}>
            <Button text={text} />
          </li>
        ))}
      </ul>,
    );
    expect(drawn.match(/<button /g)).toHaveLength(2);
  });

  it('escape a plain string that reaches a markup option past the types', () => {
    const html = '<x-attack>' as unknown as ReturnType<typeof raw>;
    expect(page(<InsetText html={html} />)).toContain('&lt;x-attack&gt;');
    expect(
      page(<ServiceNavigation navigation={[]} serviceName="S" slots={{ start: html }} />),
    ).not.toContain('<x-attack>');
    expect(page(<InsetText html={raw('<i>kept</i>')} />)).toContain('<i>kept</i>');
  });

  it('refuse attributes written as one string', () => {
    const attributes = 'onclick="x"' as unknown as Record<string, string>;
    expect(() => page(<Button text="Save" attributes={attributes} />)).toThrow(TypeError);
  });

  it('say so when the markup inside them would have to wait', async () => {
    const Slow = async () => <p>later</p>;
    expect(() => page(<InsetText html={<Slow />} />)).toThrow('await it');
  });

  it('put what is between the tags where each template expects it', () => {
    expect(page(<ErrorSummary titleText="There is a problem">Try again</ErrorSummary>)).toMatch(
      /<p>\s*Try again\s*<\/p>/,
    );
    const card = (
      <MojInterruptionCard heading="Before you go on" primaryAction={{ text: 'On', href: '/on' }}>
        <p>Restricted record</p>
      </MojInterruptionCard>
    );
    expect(page(card)).toContain(
      '<div class="moj-interruption-card__body"><p>Restricted record</p>',
    );
  });

  it('reveal conditional questions written as markup', () => {
    const drawn = page(
      <Radios
        name="met"
        items={[
          { value: 'no', text: 'No', conditional: { html: <InsetText text="Say why" /> } },
          false,
        ]}
      />,
    );
    expect(drawn).toContain('govuk-radios__conditional');
    expect(drawn).toContain('<div class="govuk-inset-text">');
  });

  it('escape the two MoJ options that their templates print as they come', () => {
    const attack = `"'><x-attack>`;
    const items = [{ fieldset: { html: <p>One</p> } }];
    expect(page(<MojAddAnother id={attack} items={items} />)).not.toContain('<x-attack>');
    const label = { text: 'Cost' };
    expect(
      page(<MojCurrencyInput id="c" name="c" label={label} currencyLabel={{ text: attack }} />),
    ).not.toContain('<x-attack>');
  });
});
