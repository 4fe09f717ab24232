import type { RenderedHtml } from '../html.ts';
import type * as options from './options.generated.ts';
import { renderTemplate } from './render.ts';

type Component<Options extends object> = (props: Options) => RenderedHtml;

function component<Options extends object>(
  name: string,
  childrenAs?: 'html' | 'descriptionHtml',
): Component<Options> {
  const template = `govuk/components/${name}`;
  return (props) => renderTemplate(template, props, childrenAs);
}

export const Accordion = component<options.AccordionOptions>('accordion');
export const BackLink = component<options.BackLinkOptions>('back-link');
export const Breadcrumbs = component<options.BreadcrumbsOptions>('breadcrumbs');
export const Button = component<options.ButtonOptions>('button');
export const CharacterCount = component<options.CharacterCountOptions>('character-count');
export const Checkboxes = component<options.CheckboxesOptions>('checkboxes');
export const CookieBanner = component<options.CookieBannerOptions>('cookie-banner');
export const DateInput = component<options.DateInputOptions>('date-input');
export const Details = component<options.DetailsOptions>('details');
export const ErrorMessage = component<options.ErrorMessageOptions>('error-message');
export const ErrorSummary = component<options.ErrorSummaryOptions>(
  'error-summary',
  'descriptionHtml',
);
export const ExitThisPage = component<options.ExitThisPageOptions>('exit-this-page');
export const Feedback = component<options.FeedbackOptions>('feedback');
export const Fieldset = component<options.FieldsetOptions>('fieldset');
export const FileUpload = component<options.FileUploadOptions>('file-upload');
export const GenericHeader = component<options.GenericHeaderOptions>('generic-header');
export const Hint = component<options.HintOptions>('hint');
export const Input = component<options.InputOptions>('input');
export const InsetText = component<options.InsetTextOptions>('inset-text');
export const Label = component<options.LabelOptions>('label');
export const LanguageNavigation =
  component<options.LanguageNavigationOptions>('language-navigation');
export const NotificationBanner =
  component<options.NotificationBannerOptions>('notification-banner');
export const Pagination = component<options.PaginationOptions>('pagination');
export const Panel = component<options.PanelOptions>('panel');
export const PasswordInput = component<options.PasswordInputOptions>('password-input');
export const PhaseBanner = component<options.PhaseBannerOptions>('phase-banner');
export const Radios = component<options.RadiosOptions>('radios');
export const Select = component<options.SelectOptions>('select');
export const ServiceNavigation = component<options.ServiceNavigationOptions>('service-navigation');
export const SkipLink = component<options.SkipLinkOptions>('skip-link');
export const SummaryList = component<options.SummaryListOptions>('summary-list');
export const Table = component<options.TableOptions>('table');
export const Tabs = component<options.TabsOptions>('tabs');
export const Tag = component<options.TagOptions>('tag');
export const TaskList = component<options.TaskListOptions>('task-list');
export const Textarea = component<options.TextareaOptions>('textarea');
export const WarningText = component<options.WarningTextOptions>('warning-text');

/** Carries the crown and the GOV.UK name: only for a service that is on GOV.UK, so no page of ours. */
export const GovukHeader = component<options.HeaderOptions>('header');

/** Carries the royal arms: only for a service that is on GOV.UK, so no page of ours. */
export const GovukFooter = component<options.FooterOptions>('footer');
