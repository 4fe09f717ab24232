import type { Attributes, PluralText } from '../govuk/option-types.ts';
import type {
  ButtonOptions,
  ErrorMessageOptions,
  FieldsetOptions,
  HintOptions,
  InputOptions,
  LabelOptions,
  PaginationOptions,
} from '../govuk/options.generated.ts';
import type { Children, Html } from '../html.ts';
import type { MojDateType } from './date.ts';

/** Words or markup; the templates prefer `html` when both are given. */
export type Content = { readonly text?: string | undefined; readonly html?: Html | undefined };

/** What nearly every component lets a page add to its outer element. */
export type Outer = {
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

type Link = Content & {
  readonly href: string;
  readonly active?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
};

type List<Item> = readonly Item[];

export type MojAddAnotherOptions = Outer & {
  readonly id?: string | undefined;
  readonly layout?: 'inline' | undefined;
  readonly itemLabel?: string | undefined;
  readonly itemLegendText?: PluralText | undefined;
  readonly addAnotherButtonText?: string | undefined;
  readonly removeButtonText?: string | undefined;
  readonly removeButtonSuffixText?: string | undefined;
  readonly fieldLabelSuffixText?: string | undefined;
  readonly newItemSuffixText?: string | undefined;
  readonly items: List<
    Outer & {
      readonly fieldset: Pick<
        FieldsetOptions,
        'describedBy' | 'classes' | 'role' | 'attributes'
      > & {
        readonly html: Html;
        readonly legend?: {
          readonly html?: Html | undefined;
          readonly classes?: string | undefined;
        };
      };
      readonly errorMessage?: ErrorMessageOptions | undefined;
      readonly removeButton?: { readonly name?: string; readonly value?: string } | undefined;
    }
  >;
};

export type MojAlertOptions = Outer &
  Content & {
    readonly variant?: 'information' | 'success' | 'warning' | 'error' | undefined;
    readonly title: string;
    readonly showTitleAsHeading?: boolean | undefined;
    readonly headingTag?: 'h2' | 'h3' | 'h4' | undefined;
    readonly dismissible?: boolean | undefined;
    readonly dismissText?: string | undefined;
    readonly disableAutoFocus?: boolean | undefined;
    readonly focusOnDismissSelector?: string | undefined;
    readonly role?: 'alert' | 'status' | 'region' | undefined;
    readonly children?: Children;
  };

export type MojBadgeOptions = Outer & Content & { readonly children?: Children };

export type MojBannerOptions = Outer &
  Content & {
    readonly type?: 'success' | 'warning' | 'information' | undefined;
    readonly iconFallbackText?: string | undefined;
    readonly children?: Children;
  };

export type MojButtonMenuOptions = Outer & {
  readonly button?: { readonly text?: string; readonly classes?: string } | undefined;
  readonly alignMenu?: 'left' | 'right' | undefined;
  readonly items: List<
    Pick<
      ButtonOptions,
      'text' | 'html' | 'name' | 'type' | 'value' | 'href' | 'disabled' | 'classes' | 'attributes'
    >
  >;
};

export type MojCookieBannerOptions = {
  readonly show?: boolean | undefined;
  readonly heading: Content & { readonly title: string };
  readonly items: List<{
    readonly text: string;
    readonly class?: string;
    readonly type?: string;
    readonly href?: string;
  }>;
};

export type MojCurrencyInputOptions = Pick<
  InputOptions,
  | 'id'
  | 'name'
  | 'value'
  | 'classes'
  | 'attributes'
  | 'autocomplete'
  | 'pattern'
  | 'describedBy'
  | 'type'
> & {
  readonly label: LabelOptions;
  readonly hint?: HintOptions | undefined;
  readonly errorMessage?: ErrorMessageOptions | undefined;
  readonly formGroup?: { readonly classes?: string } | undefined;
  readonly currencyLabel?: { readonly text?: string; readonly classes?: string } | undefined;
};

export type MojDatePickerOptions = Pick<
  InputOptions,
  | 'id'
  | 'name'
  | 'value'
  | 'label'
  | 'hint'
  | 'errorMessage'
  | 'formGroup'
  | 'classes'
  | 'attributes'
> & {
  readonly minDate?: string | undefined;
  readonly maxDate?: string | undefined;
  readonly excludedDates?: string | undefined;
  readonly excludedDays?: string | undefined;
  readonly leadingZeros?: boolean | undefined;
  readonly weekStartDay?: 'monday' | 'sunday' | undefined;
};

export type MojFilterOptions = {
  readonly heading: Content;
  readonly attributes?: Attributes | undefined;
  readonly selectedFilters?:
    | {
        readonly heading: Content;
        readonly clearLink: { readonly text: string; readonly href: string };
        readonly categories: List<{
          readonly heading: Content;
          readonly items: List<{ readonly text: string; readonly href: string }>;
        }>;
      }
    | undefined;
  readonly submit?: { readonly text?: string; readonly attributes?: Attributes } | undefined;
  readonly optionsHtml: Html;
};

export type MojHeaderOptions = Outer & {
  readonly containerClasses?: string | undefined;
  readonly logotype?: 'crown' | undefined;
  readonly organisationLabel?: (Content & { readonly href?: string }) | undefined;
  readonly serviceLabel?: (Content & { readonly href?: string }) | undefined;
  readonly navigation?:
    | (Outer & { readonly label?: string; readonly items: List<Link> })
    | undefined;
};

export type MojIdentityBarOptions = Outer & {
  readonly title?: Content | undefined;
  readonly menus?: List<MojButtonMenuOptions> | undefined;
};

type InterruptionAction = {
  readonly text: string;
  readonly href: string;
  readonly style?: 'link' | 'button' | undefined;
  readonly attributes?: Attributes | undefined;
};

export type MojInterruptionCardOptions = {
  readonly heading: string;
  readonly primaryAction: InterruptionAction;
  readonly secondaryAction?: InterruptionAction | undefined;
  readonly children: Children;
};

export type MojMessagesOptions = Outer & {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly items: List<
    Content & {
      readonly id?: string | undefined;
      readonly type: 'sent' | 'received';
      readonly sender: string;
      readonly timestamp: string;
    }
  >;
};

export type MojMultiFileUploadOptions = Outer & {
  readonly uploadedFiles: {
    readonly heading: Content;
    readonly items: List<{
      readonly message: Content;
      readonly fileName: string;
      readonly originalFileName: string;
      readonly deleteButton: { readonly text: string };
    }>;
  };
  readonly uploadHtml: Html;
};

/** `text` is a whole number; the badge is left out at nought and stops at 99+. */
export type MojNotificationBadgeOptions = Outer & {
  readonly text: string | number;
  readonly visuallyHiddenText?: string | undefined;
};

export type MojOrganisationSwitcherOptions = Outer &
  Content & {
    readonly id?: string | undefined;
    readonly label?: string | undefined;
    readonly link?:
      | (Outer & { readonly id?: string; readonly text?: string; readonly href: string })
      | undefined;
  };

export type MojPageHeaderActionsOptions = Outer & {
  readonly heading: Content & { readonly level?: number; readonly classes?: string };
  readonly items?: List<ButtonOptions> | undefined;
};

export type MojPaginationOptions = Pick<
  PaginationOptions,
  'previous' | 'next' | 'landmarkLabel' | 'classes' | 'attributes'
> & {
  readonly items?: List<
    | { readonly ellipsis: true }
    | { readonly number: number | string; readonly href: string; readonly current?: boolean }
  >;
  readonly results?:
    | {
        readonly text?: string | undefined;
        readonly from?: number | undefined;
        readonly to?: number | undefined;
        readonly count?: number | undefined;
        readonly pages?: { readonly current: number; readonly count: number } | undefined;
      }
    | undefined;
};

export type MojPrimaryNavigationOptions = Outer & {
  readonly containerClasses?: string | undefined;
  readonly label?: string | undefined;
  readonly items: List<Link>;
  readonly searchHtml?: Html | undefined;
};

export type MojProgressBarOptions = Outer & {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly items: List<
    Outer & {
      readonly id?: string | undefined;
      readonly label: Content & { readonly classes?: string };
      readonly active?: boolean | undefined;
      readonly complete?: boolean | undefined;
    }
  >;
};

export type MojSearchOptions = Outer & {
  readonly action: string;
  readonly method?: 'get' | 'post' | undefined;
  readonly layout?: 'stacked' | undefined;
  readonly iconButton?: boolean | undefined;
  readonly csrf?: { readonly name?: string; readonly value: string } | undefined;
  readonly label?: Omit<LabelOptions, 'for' | 'isPageHeading'> | undefined;
  readonly hint?: HintOptions | undefined;
  readonly input: Partial<
    Pick<
      InputOptions,
      | 'id'
      | 'name'
      | 'value'
      | 'type'
      | 'classes'
      | 'attributes'
      | 'errorMessage'
      | 'disabled'
      | 'spellcheck'
      | 'autocomplete'
      | 'pattern'
      | 'inputmode'
      | 'describedBy'
    >
  >;
  readonly button?:
    | Pick<
        ButtonOptions,
        'text' | 'html' | 'id' | 'name' | 'value' | 'classes' | 'attributes' | 'preventDoubleClick'
      >
    | undefined;
};

export type MojSideNavigationOptions = Outer & {
  readonly label?: string | undefined;
  readonly items?: List<Link> | undefined;
  readonly sections?:
    | List<{
        readonly heading: Outer & Content & { readonly headingLevel?: number };
        readonly items: List<Link>;
      }>
    | undefined;
};

export type MojSubNavigationOptions = Outer & {
  readonly label?: string | undefined;
  readonly items: List<Link & { readonly classes?: string | undefined }>;
};

export type MojTaskListOptions = Outer & {
  readonly sections: List<{
    readonly attributes?: Attributes | undefined;
    readonly heading: Outer & Content & { readonly headingLevel?: number };
    readonly items: List<
      Content & {
        readonly href: string;
        readonly complete?: boolean;
        readonly attributes?: Attributes;
      }
    >;
  }>;
};

export type MojTicketPanelOptions = Outer & { readonly items: List<Outer & Content> };

export type MojTimelineOptions = Outer & {
  readonly headingLevel?: number | undefined;
  readonly items: List<
    Outer &
      Content & {
        readonly label: Content;
        readonly datetime: { readonly timestamp: string; readonly type: MojDateType };
        readonly byline?: Content | undefined;
      }
  >;
};

export type ProbationFooterOptions = { readonly baseUrl: string };

export type ProbationHeaderOptions = Pick<Outer, 'classes'> & {
  readonly name: string;
  readonly titleLink?: string | undefined;
  readonly environmentName?: string | undefined;
  readonly environmentNameColour?: string | undefined;
  readonly manageDetailsLink: string;
  readonly servicesLink: string;
  readonly services?:
    | List<{ readonly href: string; readonly heading: string; readonly target?: string }>
    | undefined;
};
