-- A panel is of a kind, and what it hears of a child is a referral or an order of a court.
alter table panel add kind text not null default 'joint-decision-panel';
update panel p set kind = 'bureau' from service s where s.id = p.service_id and s.nation = 'wales';
comment on column panel.kind is 'The id of a rule in src/domain/panels/quorum.data.ts: its seats, its quorum and what it hears.';
comment on table panel is 'A meeting of a panel of one kind. Members read its papers only between window_opens and window_closes.';

alter table panel_item alter referral_id drop not null,
  add order_id uuid,
  add meeting text check (meeting in ('first', 'review', 'progress', 'final')),
  add foreign key (service_id, order_id) references court_order (service_id, id) on delete cascade,
  add unique (service_id, panel_id, order_id),
  add check (num_nonnulls(referral_id, order_id) = 1),
  add check ((order_id is null) = (meeting is null));
create index panel_item_order on panel_item (service_id, order_id) where order_id is not null;
comment on table panel_item is 'One child''s referral or order on one panel''s list; of a referral its gravity score and how that was reached.';
comment on column panel_item.meeting is 'What the panel of an order meets for.';
