-- That two members of a delegation have declared each other kin is for whoever works with the dossier to know: the law asks it.
-- Nothing else of the register of kinship is told: neither what they are to each other, nor of anybody who does not travel. Of two
-- people out of the caller's reach nothing is told at all.
do $$
begin
  execute format('create policy telling_of_members on kinship for select to %I using (true)', current_user);
end
$$;

create function app.kin_among(people uuid[]) returns table (person_id uuid, relative_id uuid)
  language sql stable security definer rows 2 set search_path = pg_catalog, public as $$
  select declared.person_id, declared.relative_id
  from kinship declared
    join person one on one.id = declared.person_id
    join person other on other.id = declared.relative_id
  where app.account() is not null and app.permission() like 'dossiers.%' and cardinality(people) between 2 and 1000
    and declared.person_id = any (people) and declared.relative_id = any (people)
    and one.root_id in (select app.roots_about()) and other.root_id in (select app.roots_about())
    and (
      one.root_id = any (app.roots()) or one.body_id = any (app.bodies())
      or other.root_id = any (app.roots()) or other.body_id = any (app.bodies())
    )
$$;
revoke execute on function app.kin_among(uuid[]) from public;
grant execute on function app.kin_among(uuid[]) to doan_ra_app;
