import { renderTemplate } from '../govuk/render.ts';
import { escapeText, type RenderedHtml } from '../html.ts';
import type * as options from './options.ts';

type Component<Options extends object> = (props: Options) => RenderedHtml;

function component<Options extends object>(
  name: string,
  childrenAs?: 'html' | 'caller',
): Component<Options> {
  const template = `moj/components/${name}`;
  return (props) => renderTemplate(template, props, childrenAs);
}

export const MojAlert = component<options.MojAlertOptions>('alert');
export const MojBadge = component<options.MojBadgeOptions>('badge');
export const MojBanner = component<options.MojBannerOptions>('banner');
export const MojButtonMenu = component<options.MojButtonMenuOptions>('button-menu');
export const MojCookieBanner = component<options.MojCookieBannerOptions>('cookie-banner');
export const MojDatePicker = component<options.MojDatePickerOptions>('date-picker');
export const MojFilter = component<options.MojFilterOptions>('filter');
export const MojIdentityBar = component<options.MojIdentityBarOptions>('identity-bar');
export const MojInterruptionCard = component<options.MojInterruptionCardOptions>(
  'interruption-card',
  'caller',
);
export const MojMessages = component<options.MojMessagesOptions>('messages');
export const MojMultiFileUpload = component<options.MojMultiFileUploadOptions>('multi-file-upload');
export const MojNotificationBadge =
  component<options.MojNotificationBadgeOptions>('notification-badge');
export const MojOrganisationSwitcher =
  component<options.MojOrganisationSwitcherOptions>('organisation-switcher');
export const MojPageHeaderActions =
  component<options.MojPageHeaderActionsOptions>('page-header-actions');
export const MojPagination = component<options.MojPaginationOptions>('pagination');
export const MojPrimaryNavigation =
  component<options.MojPrimaryNavigationOptions>('primary-navigation');
export const MojProgressBar = component<options.MojProgressBarOptions>('progress-bar');
export const MojSearch = component<options.MojSearchOptions>('search');
export const MojSideNavigation = component<options.MojSideNavigationOptions>('side-navigation');
export const MojSubNavigation = component<options.MojSubNavigationOptions>('sub-navigation');
export const MojTaskList = component<options.MojTaskListOptions>('task-list');
export const MojTicketPanel = component<options.MojTicketPanelOptions>('ticket-panel');
export const MojTimeline = component<options.MojTimelineOptions>('timeline');

const addAnother = component<options.MojAddAnotherOptions>('add-another');

/** The template prints the id unescaped, so it is escaped on the way in. */
export function MojAddAnother(props: options.MojAddAnotherOptions): RenderedHtml {
  return addAnother(props.id === undefined ? props : { ...props, id: escapeText(props.id) });
}

const currencyInput = component<options.MojCurrencyInputOptions>('currency-input');

/** The template prints the currency's own label unescaped, so it is escaped on the way in. */
export function MojCurrencyInput(props: options.MojCurrencyInputOptions): RenderedHtml {
  const { currencyLabel } = props;
  if (currencyLabel?.text === undefined) return currencyInput(props);
  return currencyInput({
    ...props,
    currencyLabel: { ...currencyLabel, text: escapeText(currencyLabel.text) },
  });
}

/** Carries the ministry's crest: only for its own services, so no page of ours. */
export const MojHeader = component<options.MojHeaderOptions>('header');

/** The Probation Service's own footer. */
export const ProbationFooter = component<options.ProbationFooterOptions>(
  'domain-specific/probation/footer',
);

/** The Probation Service's own header, with the ministry's crest. */
export const ProbationHeader = component<options.ProbationHeaderOptions>(
  'domain-specific/probation/header',
);
