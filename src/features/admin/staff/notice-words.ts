import { isRole, roles } from '../../../domain/access/roles.data.ts';
import type { Notice } from './notices.queries.ts';

/** What a notice says was done, by whom and to whose access. */
export function noticeWords(notice: Notice): string {
  const { kind, doneBy, record, other, isOwn, about } = notice;
  const whose = isOwn ? 'you' : (about ?? 'somebody');
  switch (kind) {
    case 'same-child':
      return `${doneBy} made the record No. ${other}, whose name and date of birth are those of the sealed record No. ${record}, which they cannot see.`;
    case 'named-self':
      return `${doneBy} put themself on the list of those who may see the sealed record No. ${record ?? 'not known'}.`;
    case 'seal-lifted':
      return notice.what === 'sealed'
        ? `${doneBy} sealed the record No. ${record} again. While it was not sealed, more people than those on its list could read it.`
        : `${doneBy} lifted the seal of the record No. ${record}. More people than those who were on its list can read it now.`;
    case 'own-sample':
      return `${doneBy} gave themself ${notice.cases === 1 ? 'a case' : `${notice.cases} cases`} to read in the audit “${notice.audit}”, and sees the whole record of each child until it is read.`;
    case 'shorter-keeping':
      return `${doneBy} set a time for keeping records that is below the floor. It does not count until somebody else agrees: see Time limits.`;
    case 'record-erased':
      return `${doneBy} erased the record No. ${record ?? 'not known'}, with its history, because its time was over.`;
    case 'access-given':
      return accessGiven(notice, whose);
    case 'sign-in-reset':
      return `${doneBy} made a sign-in link for ${whose} that asks for no second step. Whoever has the link can sign in as ${whose}.`;
  }
}

function accessGiven({ doneBy, what, roleThen }: Notice, whose: string): string {
  const role = roleThen && isRole(roleThen) ? roles[roleThen].title : 'a role';
  switch (what) {
    case 'role':
      return `${doneBy} changed the role of ${whose} to: ${role}.`;
    case 'e-mail':
      return `${doneBy} changed the e-mail that ${whose} (${role}) signs in with. Whoever has the new mailbox may be able to sign in as ${whose}.`;
    case 'ended':
      return `${doneBy} ended the access of ${whose} (${role}), at once or from a day to come.`;
    case 'again':
      return `${doneBy} gave ${whose} (${role}) access again.`;
    default:
      return `${doneBy} entered ${whose} as: ${role}. Whoever signs in as ${whose} can see and do what that role may.`;
  }
}

/** What whoever is told of it should do about it. */
export function noticeAdvice({ kind, what, isOwn }: Notice): string {
  switch (kind) {
    case 'same-child':
      return 'Open both. If they are of one child, merge them, so that the new one is sealed too; do not tell others why.';
    case 'named-self':
    case 'seal-lifted':
    case 'own-sample':
      return 'Ask them why, if you do not know.';
    case 'shorter-keeping':
      return 'Open Time limits, read why, and agree or not.';
    case 'record-erased':
      return 'Read why under Records past their time, and ask them if it does not satisfy you.';
    case 'access-given':
      return what === 'ended'
        ? 'Speak to the person, to be sure that they have left this work.'
        : 'Speak to the person, and to their manager if you do not know them, to be sure that it is their work and their own mailbox.';
    case 'sign-in-reset':
      return isOwn
        ? 'Did you ask for it? Then set up your second step again under Your account.'
        : 'Ask the person, face to face or by telephone, whether they asked for it.';
  }
}
