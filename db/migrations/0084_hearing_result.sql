-- What a court said of each charge and order at a hearing, line by line, in its own codes.
create table hearing_result (
  service_id uuid not null, id uuid not null, child_id uuid not null, hearing_id uuid not null, charge_id uuid, order_id uuid,
  code text not null, words text,
  version integer not null default 1, created_at timestamptz not null default now(), created_by uuid,
  primary key (service_id, id),
  foreign key (service_id, child_id) references child (service_id, id) on delete cascade,
  foreign key (service_id, hearing_id) references hearing (service_id, id),
  foreign key (service_id, charge_id) references charge (service_id, id) on delete set null (charge_id),
  foreign key (service_id, order_id) references court_order (service_id, id) on delete set null (order_id),
  check (charge_id is null or order_id is null),
  check (code <> 'not-in-list' or words is not null)
);
create index hearing_result_child on hearing_result (service_id, child_id);
create index hearing_result_hearing on hearing_result (service_id, hearing_id);
create index hearing_result_charge on hearing_result (service_id, charge_id) where charge_id is not null;
create index hearing_result_order on hearing_result (service_id, order_id) where order_id is not null;
comment on table hearing_result is 'One line of what a court did at a hearing. It changes no charge and makes no order by itself: it leads to the page on which that is recorded.';
comment on column hearing_result.code is 'A code of the list court_result, as the court writes it; not-in-list: words says it.';
comment on column hearing_result.words is 'What the court said, where the code does not say all of it.';
