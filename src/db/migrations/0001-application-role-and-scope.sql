-- Everything a request does, it does as this role: it owns nothing, so row-level security binds it, and it has only the
-- rights that a migration gave it. The role belongs to the whole server, so that it may be there already.
do $$
begin
  create role doan_ra_app nologin;
exception when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  execute format('grant doan_ra_app to %I', current_user);
exception when others then
  -- Two databases of one server may be set up at once; a right that is there is right.
  if not pg_has_role(current_user, 'doan_ra_app', 'member') then raise; end if;
end
$$;

create schema app;
grant usage on schema app to doan_ra_app;
grant usage on schema public to doan_ra_app;

-- The scope of the transaction, as the server has set it. What is not set reaches nothing.

create function app.account() returns uuid language sql stable as
$$ select nullif(current_setting('app.account', true), '')::uuid $$;

-- The permission by which the request does what it does.
create function app.permission() returns text language sql stable as
$$ select coalesce(current_setting('app.permission', true), '') $$;

-- Whether the caller's role is one over the whole installation, not over one root.
create function app.installation() returns boolean language sql stable as
$$ select current_setting('app.installation', true) = 'on' $$;

-- Bodies whose rows are within reach, one by one.
create function app.bodies() returns uuid[] language sql stable as
$$ select coalesce(nullif(current_setting('app.bodies', true), '')::uuid[], '{}') $$;

-- Roots (a province, a ministry) of which everything is within reach.
create function app.roots() returns uuid[] language sql stable as
$$ select coalesce(nullif(current_setting('app.roots', true), '')::uuid[], '{}') $$;

-- Roots whose approved accounts come to the caller, who consolidates above them.
create function app.reporting_roots() returns uuid[] language sql stable as
$$ select coalesce(nullif(current_setting('app.reporting_roots', true), '')::uuid[], '{}') $$;

-- Countries that the caller's mission covers.
create function app.countries() returns text[] language sql stable as
$$ select coalesce(nullif(current_setting('app.countries', true), '')::text[], '{}') $$;

-- Whether the permission of this request is one that changes anything.
create function app.writes() returns boolean language sql stable as
$$ select current_setting('app.writes', true) = 'on' $$;

-- Whether the server itself asks, to find out who somebody is or to keep house: set for no permission of a person.
create function app.housekeeping() returns boolean language sql stable as
$$ select current_setting('app.housekeeping', true) = 'on' $$;

-- Puts row-level security on a table: rows within `reach` can be read, and changed within `change` (`reach` unless told
-- otherwise) where the permission changes anything. FORCE binds the owner of the tables too.
create procedure app.guard(guarded regclass, reach text, change text default null) language plpgsql as $$
begin
  change := coalesce(change, reach);
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy reading on %s for select using (%s)', guarded, reach);
  execute format('create policy adding on %s for insert with check ((select app.writes()) and (%s))', guarded, change);
  execute format('create policy changing on %s for update using ((select app.writes()) and (%s))', guarded, change);
  execute format('create policy removing on %s for delete using ((select app.writes()) and (%s))', guarded, change);
  execute format('grant select, insert, update, delete on %s to doan_ra_app', guarded);
end
$$;

-- The usual reach: the row belongs to a body (`body_id`) under a root (`root_id`).
create procedure app.guard_by_body(guarded regclass) language sql as $$
  call app.guard(
    guarded,
    '(select app.housekeeping()) or root_id = any ((select app.roots())::uuid[]) or body_id = any ((select app.bodies())::uuid[])'
  )
$$;
