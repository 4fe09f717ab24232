-- Victims of offences whose outcome is linked to an order that ended, each once.
create function victims_of_orders_ended(from_day date, to_day date, definition text)
returns table (victim text, person text, consents boolean, breakdowns jsonb)
language sql stable as $$
  select distinct on (v.victim) v.victim, e.person, v.consent_to_contact is true, e.breakdowns
  from case_victims v
  join case_outcomes o on o.offence = v.offence and outcome_out(false, o.appeal, o.residence) is null
  join case_outcome_involvements l on l.outcome = o.outcome
  join orders_ended(from_day, to_day, definition) e on e.involvement = l.involvement and e.out_because is null
  order by v.victim, e.order_type desc, e.involvement collate "C"
$$;

-- Of the victims who agreed to be contacted, those of whom something is true; a victim who was not asked or said no is out.
create function victims_of_whom(from_day date, to_day date, definition text, what text) returns setof measure_row
language sql stable as $$
  select victim, person, asked, asked and found,
    case when asked then case when found then 'yes' else 'no, or not recorded' end
      when among_all then 'did not ask for it' else 'no consent to contact recorded' end, breakdowns
  from (
    select v.victim, v.person, v.breakdowns, definition = 'first' and what in ('progress', 'support') as among_all,
      case when definition = 'first' and what = 'progress' then c.progress_asked is true
        when definition = 'first' and what = 'support' then c.support_asked is true
        else v.consents end as asked,
      case what when 'engaged' then c.restorative_engaged is true
        when 'view' then c.view_sought is true
        when 'progress' then c.progress_given_on is not null
        when 'support' then c.support_given_on is not null
        when 'contacted' then c.contacted_on is not null end as found
    from victims_of_orders_ended(from_day, to_day, definition) v
    join case_victims c on c.victim = v.victim) judged
$$;
