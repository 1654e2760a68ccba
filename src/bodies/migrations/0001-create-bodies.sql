-- Bodies as a dated tree: a body keeps its identity, its versions say what it was called and where it stood from when to
-- when. Names and places of bodies are known to everybody who is signed in.
create table body (
  id uuid primary key,
  -- The province, ministry or central body at the top of its tree; itself for a root.
  root_id uuid not null references body (id) deferrable initially deferred,
  -- Identifier after Decision 20/2020/QĐ-TTg, such as H26.12; at most 13 characters (Decree 30/2020, Annex VI).
  code text not null unique check (char_length(code) between 1 and 13),
  created_at timestamptz not null default now()
);
create index body_by_root on body (root_id);

create table body_version (
  id uuid primary key,
  body_id uuid not null references body (id),
  root_id uuid not null references body (id),
  valid_from date not null,
  -- The last day; without one, until further notice.
  valid_to date check (valid_to >= valid_from),
  name text not null check (name <> ''),
  short_name text,
  search_key text not null,
  parent_id uuid references body (id),
  level text not null,
  bloc text,
  locality text,
  jurisdiction text not null,
  -- Order of bodies of one parent in official lists.
  official_order integer not null default 0,
  is_mission boolean not null default false,
  -- The document that made it so.
  document text,
  -- The document that ended the body, on its last version.
  end_document text check (end_document is null or valid_to is not null),
  unique (body_id, valid_from)
);
create index body_version_by_root on body_version (root_id, valid_from);
create index body_version_by_parent on body_version (parent_id);

create table body_succession (
  id uuid primary key,
  from_body_id uuid not null references body (id),
  to_body_id uuid not null references body (id),
  kind text not null check (kind in ('merged', 'split', 'renamed', 'taken-over')),
  on_day date not null,
  document text,
  unique (from_body_id, to_body_id, on_day)
);
create index body_succession_by_successor on body_succession (to_body_id);

-- The countries and territories that a mission abroad covers.
create table mission_country (
  id uuid primary key,
  body_id uuid not null references body (id),
  country text not null check (country ~ '^[A-Z]{2}$'),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  unique (body_id, country, valid_from)
);

-- Roots whose accounts go up to a body of the centre.
create table body_reporting (
  id uuid primary key,
  root_id uuid not null references body (id),
  to_body_id uuid not null references body (id),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  unique (root_id, to_body_id, valid_from)
);
create index body_reporting_by_receiver on body_reporting (to_body_id);

do $$
declare
  known constant text := '(select app.account()) is not null or (select app.housekeeping())';
  administered constant text := '(select app.housekeeping()) or (select app.permission()) = ''bodies.write'' and '
    '((select app.installation()) or root_id = any ((select app.roots())::uuid[]))';
  -- Rows between bodies: both ends are checked by the use case, the right by the permission.
  between_bodies constant text := '(select app.housekeeping()) or (select app.permission()) = ''bodies.write''';
  -- What opens the rows of several roots to somebody is not for one root to give.
  installed constant text := '(select app.housekeeping()) or (select app.permission()) = ''bodies.write'' '
    'and (select app.installation())';
begin
  call app.guard('body', known, administered);
  call app.guard('body_version', known, administered);
  call app.guard('body_succession', known, between_bodies);
  call app.guard('mission_country', known, installed);
  call app.guard('body_reporting', known, installed);
end
$$;
