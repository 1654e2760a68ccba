-- How far bodies reach is reckoned from the register of bodies alone: whoever says what it was when they last asked is not told
-- again while it is the same. Sessions, roles and substitutions are read each time.
drop function app.recognise(text, date, interval, interval);
create function app.recognise(hash text, on_date date, idle interval, fresh_for interval, known uuid)
  returns table (session json, stamp uuid, reaches json, roots json) language plpgsql stable
  set app.housekeeping = 'on' set plan_cache_mode = force_generic_plan as $$
declare
  roles json;
begin
  select row_to_json(one), one.roles into session, roles from (
    select id, account_id as "accountId", login, name, person_id as "personId", root_id as "rootId", means,
      pending_factor as "pendingFactor", fresh, has_factor as "hasFactor", sample, stale, opened.roles
    from app.open_session(hash, on_date, idle, fresh_for) opened
  ) one;
  if session is null then return; end if;
  stamp := (select value from body_stamp);
  if stamp is distinct from known then
    reaches := (
      select coalesce(json_agg(reach), '[]') from app.reach_of_bodies(
        array(
          select distinct (held ->> 'bodyId')::uuid from json_array_elements(roles) held where held ->> 'bodyId' is not null
        ),
        on_date
      ) reach
    );
    -- A role held in no body is one over the whole installation.
    roots := '[]';
    if exists (select from json_array_elements(roles) held where held ->> 'bodyId' is null) then
      roots := (select coalesce(json_agg(id), '[]') from body where id = root_id);
    end if;
  end if;
  return next;
end
$$;
revoke execute on function app.recognise from public;
