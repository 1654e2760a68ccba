-- A mark that is another after every change of the register of bodies: what was reckoned from the register holds as long as it
-- is the same. Given when a transaction that changed something is committed, so that nobody waits for another's mark while
-- they hold what that one waits for.
create table body_stamp (
  one boolean primary key default true check (one),
  value uuid not null
);
insert into body_stamp (value) values (gen_random_uuid());
call app.guard('body_stamp', '(select app.housekeeping())', '(select app.housekeeping())');

create function app.stamp_bodies() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public set app.housekeeping = 'on' set app.writes = 'on' as $$
begin
  -- Once is enough for a transaction, however many rows it has changed.
  update body_stamp set value = gen_random_uuid() where xmin <> pg_current_xact_id()::xid;
  return null;
end
$$;
revoke execute on function app.stamp_bodies() from public;

do $$
declare
  register text;
begin
  foreach register in array array['body', 'body_version', 'body_succession', 'mission_country', 'body_reporting'] loop
    execute format(
      'create constraint trigger %I after insert or update or delete on %I deferrable initially deferred '
      'for each row execute function app.stamp_bodies()',
      register || '_is_stamped', register
    );
  end loop;
end
$$;
