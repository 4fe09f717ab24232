create view happened_referral with (security_invoker = true) as
select x.service_id, x.child_id, x.id, x.referred_on as happened_on,
  'Referred: ' || coalesce(t.label, x.source) as title,
  coalesce(x.detail, '') as detail,
  x.created_by as by_id, 'referral'::text as link_kind
from referral x
left join reference_code t on t.list = 'referral_source' and t.code = x.source
where x.referred_on is not null;
comment on view happened_referral is 'Referrals: who sent the child to the service.';
