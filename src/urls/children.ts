import { type Chosen, child, part, query } from './address.ts';

/** Finding a child, and the record about them and their people. */
export const childrenUrls = {
  search: '/children',
  create: '/children/new',
  /** Made only after a search, so the words searched for come along, in the form. */
  createAfter: '/children/new/after-search',
  createConfirm: '/children/new/confirm',
  gaps: '/children/record-gaps',
  merged: '/children/merged',
  restricted: '/children/restricted',
  pastRetention: '/children/past-retention',
  retention: (id: string) => `/children/past-retention/${part(id)}`,
} as const;

export const childUrls = {
  overview: (id: string) => child(id),
  purpose: (id: string, then = '') => `${child(id)}/purpose${query({ then })}`,
  breakGlass: '/break-glass',
  characteristics: (id: string) => `${child(id)}/characteristics`,
  characteristic: (id: string, kind: string) => `${child(id)}/characteristics/${part(kind)}`,
  details: (id: string) => `${child(id)}/details`,
  detailsEdit: (id: string) => `${child(id)}/details/edit`,
  names: (id: string) => `${child(id)}/names`,
  addresses: (id: string) => `${child(id)}/addresses`,
  endAddress: (id: string, addressId: string) => `${child(id)}/addresses/${part(addressId)}/change`,
  identifiers: (id: string) => `${child(id)}/identifiers`,
  contactPoints: (id: string) => `${child(id)}/contact-points`,
  endContactPoint: (id: string, pointId: string) =>
    `${child(id)}/contact-points/${part(pointId)}/end`,
  education: (id: string) => `${child(id)}/education`,
  endEducation: (id: string, episodeId: string) => `${child(id)}/education/${part(episodeId)}/end`,
  care: (id: string) => `${child(id)}/care`,
  endCare: (id: string, episodeId: string) => `${child(id)}/care/${part(episodeId)}/end`,
  settleCharacteristic: (id: string, kind: string, rowId: string) =>
    `${child(id)}/characteristics/${part(kind)}/${part(rowId)}`,
  family: (id: string) => `${child(id)}/family`,
  familyPerson: (id: string, personId: string) => `${child(id)}/family/${part(personId)}`,
  familyPrivate: (id: string, personId: string) => `${child(id)}/family/${part(personId)}/private`,
  warnings: (id: string) => `${child(id)}/warnings`,
  warning: (id: string, warningId: string) => `${child(id)}/warnings/${part(warningId)}`,
  endWarning: (id: string, warningId: string) => `${child(id)}/warnings/${part(warningId)}/end`,
  chronology: (id: string) => `${child(id)}/chronology`,
  chronologyOf: (id: string, filters: Chosen) => `${child(id)}/chronology${query(filters)}`,
  history: (id: string) => `${child(id)}/history`,
  whoLooked: (id: string) => `${child(id)}/who-looked`,
  workers: (id: string) => `${child(id)}/workers`,
  endWorker: (id: string, relationshipId: string) =>
    `${child(id)}/workers/${part(relationshipId)}/end`,
  merge: (id: string) => `${child(id)}/merge`,
  mergeFind: (id: string) => `${child(id)}/merge/find`,
  mergeWith: (id: string, other: string) => `${child(id)}/merge${query({ with: other })}`,
  unmerge: (id: string, mergeId: string) => `${child(id)}/merges/${part(mergeId)}`,
  disclosures: (id: string) => `${child(id)}/given-to-others`,
  restrict: (id: string) => `${child(id)}/restrict`,
  restrictLift: (id: string) => `${child(id)}/restrict/lift`,
} as const;
