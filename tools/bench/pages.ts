import { britishDay } from '../../src/domain/calendar/british-time.ts';
import { addDays } from '../../src/domain/calendar/day.ts';
import { urls } from '../../src/urls.ts';
import type { Visit } from './ask.ts';
import type { Cast } from './cast.ts';
import { got, posted } from './site.ts';

/** A page of the budget: what it may take at 50 people, and each visit to it. */
export type BenchPage = {
  readonly name: string;
  /** What it is called where another product's page stands beside it. */
  readonly like?: 'overview' | 'contacts' | 'search';
  readonly budget: number;
  visit(origin: string): Visit;
};

export function pagesOf(cast: Cast): readonly BenchPage[] {
  const worker = () => pick(cast.workers);
  const ofChild = (path: (id: string) => string) => () => {
    const { cookie, children } = worker();
    return got(cookie, path(pick(children).id));
  };
  const search = (words: (child: Cast['workers'][number]['children'][number]) => string) => {
    return (origin: string) => {
      const { cookie, children } = worker();
      return posted(origin, cookie, urls.children.search, { q: words(pick(children)) }, 200);
    };
  };
  return [
    { name: 'Child overview', like: 'overview', budget: 100, visit: ofChild(urls.child.overview) },
    { name: 'Caseload', budget: 100, visit: () => got(worker().cookie, urls.home) },
    { name: 'Caseload of 200 children', budget: 100, visit: () => got(cast.busy, urls.home) },
    {
      name: 'A whole list of that home',
      budget: 100,
      visit: () => got(cast.busy, urls.oversight.waiting('overdue')),
    },
    { name: 'Head of a service of 300', budget: 150, visit: () => got(cast.head, urls.home) },
    {
      name: 'Team page of a manager',
      budget: 150,
      visit: () => got(cast.manager, urls.oversight.team),
    },
    {
      name: 'Search: start of a name',
      like: 'search',
      budget: 150,
      visit: search(({ surname }) => surname.slice(0, 5)),
    },
    {
      name: 'Search: misspelt name',
      budget: 150,
      visit: search(({ forename, surname }) => `${forename} ${misspelt(surname)}`),
    },
    { name: 'Search: date of birth', budget: 150, visit: search(({ born }) => born) },
    { name: 'Search: police reference', budget: 150, visit: search(({ reference }) => reference) },
    { name: 'Contacts', like: 'contacts', budget: 100, visit: ofChild(urls.contacts.list) },
    {
      name: 'Contacts, 5,000 of one child',
      budget: 100,
      visit: () => got(cast.long.cookie, urls.contacts.list(cast.long.childId)),
    },
    {
      name: 'Overview, 5,000 contacts',
      budget: 100,
      visit: () => got(cast.long.cookie, urls.child.overview(cast.long.childId)),
    },
    { name: 'Chronology', budget: 100, visit: ofChild(urls.child.chronology) },
    { name: 'Saving a draft', budget: 150, visit: (origin) => draft(origin, worker()) },
    { name: 'Saving a contact', budget: 150, visit: (origin) => contact(origin, worker()) },
    {
      name: 'Staff list of 500',
      budget: 150,
      visit: () => got(cast.administrator, urls.admin.staff),
    },
  ];
}

function pick<T>(items: readonly T[]): T {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new Error('Nobody to pick from');
  return item;
}

const misspelt = (name: string) => name.slice(0, 2) + name.slice(3);

type Worker = Cast['workers'][number];

const draft = (origin: string, { cookie, children }: Worker) => {
  const form = urls.contacts.record(pick(children).id);
  const notes = `${crypto.randomUUID()} ${'Words typed so far. '.repeat(20)}`;
  return posted(origin, cookie, urls.drafts.keep, { _draft: form, notes }, 204);
};

// As it is drawn: with a mark of its own, and the key of the draft that it ends. No two have the same words.
const contact = (origin: string, { cookie, children, staffId }: Worker) => {
  const path = urls.contacts.record(pick(children).id);
  const [year = '', month = '', day = ''] = addDays(britishDay(new Date()), -1).split('-');
  const mark = crypto.randomUUID();
  return posted(origin, cookie, path, {
    _once: mark,
    _draft: path,
    'on-day': day,
    'on-month': month,
    'on-year': year,
    at: '10:30',
    type: 'supervision',
    place: 'Wharf House',
    worker_id: staffId,
    attendance: 'attended',
    child_seen: 'alone',
    notes: `${mark} ${'Talked about the week. '.repeat(30)}`,
  });
};
