import { Tag } from '../../src/ui/govuk/components.tsx';
import type * as options from '../../src/ui/moj/options.ts';

const attributes = { 'data-qa': 'a & b' };
const links = [
  { text: 'Overview', href: '/one', active: true, attributes },
  { html: <b>Plan</b>, href: '/two' },
];

type Examples = {
  readonly [component: string]: readonly object[];
};

/** Examples for the MoJ components, which are published without fixtures: each branch of a template once. */
export const mojExamples = {
  'add-another': [
    {
      id: 'people',
      itemLabel: 'Person',
      layout: 'inline',
      attributes,
      items: [
        {
          classes: 'first',
          fieldset: { html: <p>Name</p>, legend: { classes: 'wide' } },
          errorMessage: { text: 'Enter a name' },
        },
        { fieldset: { html: <p>Name</p> }, removeButton: { name: 'drop', value: 'b' } },
      ],
    },
    {
      items: [{ fieldset: { html: <p>Name</p> } }],
      itemLegendText: { one: 'Only', other: 'Of %{count}' },
    },
  ] satisfies options.MojAddAnotherOptions[],
  alert: [
    { title: 'Saved', text: 'The plan was saved', variant: 'success', dismissible: true },
    {
      title: 'Read this',
      html: <p>It matters</p>,
      variant: 'warning',
      showTitleAsHeading: true,
      headingTag: 'h3',
    },
    {
      title: 'Problem',
      variant: 'error',
      role: 'alert',
      disableAutoFocus: true,
      focusOnDismissSelector: '#top',
    },
    { title: 'For information', classes: 'wide', attributes },
  ] satisfies options.MojAlertOptions[],
  badge: [
    { text: 'Restricted', classes: 'moj-badge--red' },
    { html: <Tag text="In custody" />, attributes },
  ] satisfies options.MojBadgeOptions[],
  banner: [
    { type: 'success', text: 'Saved' },
    { type: 'warning', html: <b>Look</b>, iconFallbackText: 'Careful' },
    { type: 'information', text: 'Moved', classes: 'wide', attributes },
    { text: 'Plain' },
  ] satisfies options.MojBannerOptions[],
  'button-menu': [
    {
      button: { text: 'Actions', classes: 'govuk-button--secondary' },
      alignMenu: 'right',
      classes: 'wide',
      items: [
        { text: 'Edit', href: '/edit' },
        { html: <b>Close</b>, name: 'do', value: 'close', attributes },
      ],
    },
  ] satisfies options.MojButtonMenuOptions[],
  'cookie-banner': [
    {
      show: true,
      heading: { title: 'Cookies', text: 'We use some' },
      items: [{ text: 'Accept', type: 'button' }],
    },
  ] satisfies options.MojCookieBannerOptions[],
  'currency-input': [
    {
      id: 'cost',
      name: 'cost',
      value: '12',
      label: { text: 'Cost' },
      hint: { text: 'In pounds' },
      errorMessage: { text: 'Enter a cost' },
      currencyLabel: { text: 'EUR', classes: 'wide' },
      attributes,
    },
    { id: 'cost', name: 'cost', label: { text: 'Cost' } },
  ] satisfies options.MojCurrencyInputOptions[],
  'date-picker': [
    {
      id: 'on',
      name: 'on',
      value: '1/2/2026',
      label: { text: 'Seen on' },
      hint: { text: 'For example, 17/5/2026' },
      minDate: '1/1/2026',
      maxDate: '31/12/2026',
      excludedDays: 'saturday sunday',
      leadingZeros: true,
      weekStartDay: 'monday',
    },
  ] satisfies options.MojDatePickerOptions[],
  filter: [
    {
      heading: { text: 'Filter' },
      submit: { text: 'Apply', attributes },
      optionsHtml: <p>Options</p>,
      selectedFilters: {
        heading: { text: 'Selected' },
        clearLink: { text: 'Clear', href: '/all' },
        categories: [
          { heading: { html: <i>Team</i> }, items: [{ text: 'North & East', href: '/x' }] },
        ],
      },
    },
    { heading: { text: 'Filter' }, optionsHtml: <p>Options</p> },
  ] satisfies options.MojFilterOptions[],
  header: [
    {
      organisationLabel: { text: 'Organisation', href: '/' },
      serviceLabel: { html: <b>Service</b> },
      navigation: { label: 'Account', items: links },
    },
    { logotype: 'crown', containerClasses: 'wide' },
  ] satisfies options.MojHeaderOptions[],
  'identity-bar': [
    {
      title: { html: <b>Kai Morgan</b> },
      classes: 'wide',
      menus: [{ items: [{ text: 'Add a contact', href: '/contact' }] }],
    },
    { title: { text: 'Kai & family' } },
  ] satisfies options.MojIdentityBarOptions[],
  messages: [
    {
      label: 'Messages',
      items: [
        {
          id: '1',
          type: 'sent',
          sender: 'Ana',
          text: 'See you at 3',
          timestamp: '2026-01-05T14:30:00Z',
        },
        { type: 'received', sender: 'Kai', html: <b>OK</b>, timestamp: '2026-07-05T23:30:00Z' },
      ],
    },
  ] satisfies options.MojMessagesOptions[],
  'multi-file-upload': [
    {
      uploadHtml: <p>Choose</p>,
      uploadedFiles: {
        heading: { text: 'Files' },
        items: [
          {
            message: { text: 'Added' },
            fileName: 'a',
            originalFileName: 'a.pdf',
            deleteButton: { text: 'Delete' },
          },
        ],
      },
    },
    { uploadHtml: <p>Choose</p>, uploadedFiles: { heading: { html: <b>Files</b> }, items: [] } },
  ] satisfies options.MojMultiFileUploadOptions[],
  'notification-badge': [
    { text: 3, visuallyHiddenText: 'due' },
    { text: '120', classes: 'wide' },
    { text: 0 },
  ] satisfies options.MojNotificationBadgeOptions[],
  'organisation-switcher': [
    { text: 'North & East', link: { href: '/switch', classes: 'wide' } },
  ] satisfies options.MojOrganisationSwitcherOptions[],
  'page-header-actions': [
    {
      heading: { text: 'Plans', level: 2, classes: 'govuk-heading-l' },
      items: [{ text: 'Add', href: '/add' }],
    },
    { heading: { html: <b>Plans</b> } },
  ] satisfies options.MojPageHeaderActionsOptions[],
  pagination: [
    {
      items: [
        { number: 1, href: '/1', current: true },
        { ellipsis: true },
        { number: 9, href: '/9' },
      ],
      next: { text: 'Next', href: '/2' },
      results: { from: 1, to: 10, count: 85, text: 'children' },
    },
    { results: { count: 3 } },
  ] satisfies options.MojPaginationOptions[],
  'primary-navigation': [
    { label: 'Main', items: links, searchHtml: <p>Search</p>, attributes },
  ] satisfies options.MojPrimaryNavigationOptions[],
  'progress-bar': [
    {
      label: 'Steps',
      items: [
        { label: { text: 'Offence' }, complete: true },
        { id: 'now', label: { html: <b>Hearing</b>, classes: 'wide' }, active: true, attributes },
      ],
    },
  ] satisfies options.MojProgressBarOptions[],
  search: [
    {
      action: '/search',
      label: { text: 'Find a child' },
      input: { id: 'q', name: 'q' },
      button: { text: 'Search' },
    },
    {
      action: '/search',
      method: 'post',
      layout: 'stacked',
      csrf: { value: 'token' },
      hint: { text: 'Name or number' },
      input: { id: 'q' },
      button: { text: 'Search' },
    },
    { action: '/search', iconButton: true, input: { id: 'q' }, button: { text: 'Search' } },
  ] satisfies options.MojSearchOptions[],
  'side-navigation': [
    { label: 'Sections', items: links },
    { sections: [{ heading: { text: 'Plans', headingLevel: 3 }, items: links }], attributes },
  ] satisfies options.MojSideNavigationOptions[],
  'sub-navigation': [
    { label: 'Record', items: links, attributes },
  ] satisfies options.MojSubNavigationOptions[],
  'task-list': [
    {
      sections: [
        { heading: { text: 'Start' }, items: [{ text: 'Consent', href: '/c', complete: true }] },
      ],
    },
  ] satisfies options.MojTaskListOptions[],
  'ticket-panel': [
    {
      items: [
        { html: <p>Today</p>, classes: 'moj-ticket-panel__content--blue' },
        { text: 'a & b' },
      ],
    },
  ] satisfies options.MojTicketPanelOptions[],
  timeline: [
    {
      headingLevel: 3,
      items: (['datetime', 'shortdatetime', 'date', 'shortdate', 'time'] as const).flatMap((type) =>
        ['2026-01-05T00:05:00Z', '2026-06-30T23:00:00Z', '2026-09-14T11:00:00Z'].map(
          (timestamp) => ({
            label: { text: 'Home & visit' },
            html: <p>Met Kai</p>,
            datetime: { timestamp, type },
            byline: { text: 'Ana' },
          }),
        ),
      ),
    },
  ] satisfies options.MojTimelineOptions[],
  'domain-specific/probation/footer': [
    { baseUrl: '/x' },
  ] satisfies options.ProbationFooterOptions[],
  'domain-specific/probation/header': [
    {
      name: 'Ana',
      manageDetailsLink: '/me',
      servicesLink: '/services',
      services: [{ href: '/a', heading: 'A' }],
      environmentName: 'TEST',
    },
  ] satisfies options.ProbationHeaderOptions[],
} satisfies Examples;
