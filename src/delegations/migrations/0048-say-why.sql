-- Why the clock of a stage stands still, and who has stopped it: said to all who see the dossier.
alter table delegation add column paused_by text, add column paused_because text;
-- Row-level security binds whoever owns the table, too.
set local app.housekeeping = 'on';
set local app.writes = 'on';
update delegation set paused_by = stopped.by_name, paused_because = stopped.reason
from (
  select distinct on (delegation_id) delegation_id, by_name, reason from delegation_step
  where action = 'pause' order by delegation_id, position desc
) stopped
where stopped.delegation_id = delegation.id and paused_on is not null;
reset app.housekeeping;
reset app.writes;

-- Why a body answers by letter: none of the root bears its name, several do, or its members are of several.
alter table delegation_opinion add column letter_because text
  check (letter_because in ('no-body', 'several-bodies', 'several-homes'));

-- The bodies in which members from the register have their main post on a day, of the roots that concern the caller.
create function app.homes_of_members(people uuid[], on_date date) returns table (person_id uuid, body_id uuid)
  language sql stable security definer rows 5 set search_path = pg_catalog, public as $$
  select person.id, coalesce(held.body_id, person.body_id)
  from person
    left join lateral (
      select post.body_id from post
      where post.person_id = person.id and post.main and post.valid_from <= on_date
        and (post.valid_to is null or post.valid_to >= on_date)
      order by post.valid_from desc limit 1
    ) held on true
  where app.account() is not null and app.permission() like 'dossiers.%' and cardinality(people) <= 1000
    and person.id = any (people) and person.root_id in (select app.roots_about())
$$;
revoke execute on function app.homes_of_members(uuid[], date) from public;
grant execute on function app.homes_of_members(uuid[], date) to doan_ra_app;
