import { type Chosen, child, part, query } from './address.ts';

/** Panels, the cases put to them, and what they decided. */
export const panelsUrls = {
  list: '/panels',
  listOf: (chosen: Chosen) => `/panels${query(chosen)}`,
  create: '/panels/new',
  /** Of a kind that the service does not hold for referrals. */
  createOf: (kind: string) => `/panels/new/${part(kind)}`,
  one: (panelId: string) => `/panels/${part(panelId)}`,
  edit: (panelId: string) => `/panels/${part(panelId)}/edit`,
  attendance: (panelId: string) => `/panels/${part(panelId)}/attendance`,
  childItems: (id: string) => `${child(id)}/panel`,
  item: (id: string, itemId: string) => `${child(id)}/panel/${part(itemId)}`,
  /** The panels of an order, and the child's place on one of them. */
  ofOrder: (id: string, orderId: string) => `${child(id)}/orders/${part(orderId)}/panels`,
  orderItem: (id: string, itemId: string) => `${child(id)}/order-panel/${part(itemId)}`,
  /** Who is asked to a meeting beside its members, and whether one of them came. */
  invitations: (id: string, itemId: string) => `${child(id)}/order-panel/${part(itemId)}/asked`,
  invitation: (id: string, invitationId: string) =>
    `${child(id)}/panel-invitations/${part(invitationId)}`,
  orderPaper: (id: string, itemId: string) => `${child(id)}/order-panel/${part(itemId)}/paper`,
  gravity: (id: string, itemId: string) => `${child(id)}/panel/${part(itemId)}/gravity`,
  gate: (id: string, itemId: string, requirement = '') =>
    `${child(id)}/panel/${part(itemId)}/gate${query({ requirement })}`,
  noParent: (id: string, itemId: string) => `${child(id)}/panel/${part(itemId)}/no-parent`,
  paper: (id: string, itemId: string) => `${child(id)}/panel/${part(itemId)}/paper`,
  decide: (id: string, itemId: string) => `${child(id)}/panel/${part(itemId)}/decide`,
  conflict: (id: string, itemId: string) => `${child(id)}/panel/${part(itemId)}/conflict`,
  decision: (id: string, decisionId: string) => `${child(id)}/decisions/${part(decisionId)}`,
  escalate: (id: string, decisionId: string) =>
    `${child(id)}/decisions/${part(decisionId)}/escalate`,
  escalation: (id: string, escalationId: string) =>
    `${child(id)}/escalations/${part(escalationId)}`,
  outcome: (id: string, disposalId: string) => `${child(id)}/outcomes/${part(disposalId)}`,
  completion: (id: string, disposalId: string) =>
    `${child(id)}/outcomes/${part(disposalId)}/completion`,
  condition: (id: string, conditionId: string) => `${child(id)}/conditions/${part(conditionId)}`,
  /** What follows an outcome or a referral, to be seen to or handed on. */
  step: (id: string, stepId: string) => `${child(id)}/what-follows/${part(stepId)}`,
  policeNotice: (id: string, disposalId: string) =>
    `${child(id)}/outcomes/${part(disposalId)}/police-notice`,
} as const;
