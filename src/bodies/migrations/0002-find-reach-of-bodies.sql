-- How far each of these bodies reaches on a day. It is asked at every request, so its plan is kept by the connection.
-- A body that has ended belongs to those into which it was merged or by which it was taken over, and where it has no
-- successor to the one under which it stood last.
create function app.reach_of_bodies(body_ids uuid[], on_date date)
  returns table (start uuid, kind text, value text) language plpgsql stable
  set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  with recursive beginning as (
    select body.id, body.root_id from body where body.id = any (body_ids)
  ),
  reach (start, id) as (
    select beginning.id, beginning.id from beginning
    union
    select reach.start, next.id from reach cross join lateral (
      select version.body_id as id from body_version version
      where version.parent_id = reach.id and (
        version.valid_from <= on_date and (version.valid_to is null or version.valid_to >= on_date)
        or version.valid_to < on_date
          and not exists (
            select from body_version later
            where later.body_id = version.body_id and later.valid_from > version.valid_from and later.valid_from <= on_date
          )
          and not exists (
            select from body_succession succession
            where succession.from_body_id = version.body_id and succession.kind <> 'split' and succession.on_day <= on_date
          )
      )
      union all
      select succession.from_body_id from body_succession succession
      where succession.to_body_id = reach.id and succession.kind <> 'split' and succession.on_day <= on_date
    ) next
  ),
  root_reach (start, id) as (
    select beginning.id, beginning.root_id from beginning
    union
    select root_reach.start, former.id from root_reach
      join body_succession succession on succession.to_body_id = root_reach.id
      join body former on former.id = succession.from_body_id and former.root_id = former.id
    where succession.kind <> 'split' and succession.on_day <= on_date
  )
  select reach.start, 'body', reach.id::text from reach
  union all
  select root_reach.start, 'root', root_reach.id::text from root_reach
  union all
  -- Bodies of other roots that ended in one of these roots.
  select distinct root_reach.start, 'absorbed', former.id::text
    from body_succession succession
      join body inside on inside.id = succession.to_body_id
      join root_reach on root_reach.id = inside.root_id
      join body former on former.id = succession.from_body_id
    where succession.kind <> 'split' and succession.on_day <= on_date
      and not exists (select from root_reach own where own.start = root_reach.start and own.id = former.root_id)
  union all
  select distinct reach.start, 'reporting', reporting.root_id::text
    from reach join body_reporting reporting on reporting.to_body_id = reach.id
    where reporting.valid_from <= on_date and (reporting.valid_to is null or reporting.valid_to >= on_date)
  union all
  select beginning.id, 'country', mission.country
    from beginning join mission_country mission on mission.body_id = beginning.id
    where mission.valid_from <= on_date and (mission.valid_to is null or mission.valid_to >= on_date);
end
$$;
grant execute on function app.reach_of_bodies to doan_ra_app;
