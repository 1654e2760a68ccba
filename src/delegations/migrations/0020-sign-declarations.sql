-- What each member declares before the trip – no secret papers, no relatives, nothing on social media, the host country's law –, by
-- version of the text. Whoever has an account signs here; for the others their unit enters the paper that they have signed. Only
-- added to: the latest of a member counts while the text and the member are the same.
create table member_declaration (
  id uuid primary key,
  delegation_id uuid not null references delegation (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  -- The member's key in the dossier, and who that was: the person of the register, or the name.
  member_key text not null,
  person_id uuid references person (id),
  member_name text not null,
  kind text not null check (kind in ('secrets', 'relatives', 'social-media', 'host-law')),
  text_version text not null,
  -- SHA-256 of the text that was read.
  text_hash text not null,
  -- The paper that was signed, where it was not signed here.
  document_number text,
  document_on date,
  account_id uuid not null references account (id),
  by_name text not null,
  at timestamptz not null default now(),
  check ((document_number is null) = (document_on is null))
);
create index member_declaration_by_delegation on member_declaration (delegation_id, at);
create index member_declaration_by_account on member_declaration (account_id, delegation_id);

-- Since when its members are asked to sign; none while it is the unit's draft alone.
alter table delegation add column declarations_asked_at timestamptz;

-- The dossiers in which the holder of the account travels and is asked to sign: as much as a traveller knows of the trip.
create function app.trips_to_declare() returns table (
  id uuid, root_id uuid, body_id uuid, year integer, number integer, title text, state text, countries text[],
  departs_on date, returns_on date, document_on date, member_key text, member_name text, person_id uuid
) language sql stable security definer rows 20 set search_path = pg_catalog, public as $$
  select one.id, one.root_id, one.body_id, one.year, one.number, one.title, one.state, one.countries, one.departs_on,
    one.returns_on, one.document_on, member ->> 'key', member ->> 'name', account.person_id
  from account
    join delegation one on one.person_ids @> array[account.person_id]
    cross join lateral jsonb_array_elements(one.content -> 'members') member
  where account.id = app.account() and account.person_id is not null and account.disabled_at is null
    and member ->> 'personId' = account.person_id::text
    and one.declarations_asked_at is not null and one.state not in ('refused', 'cancelled', 'withdrawn')
$$;
revoke execute on function app.trips_to_declare() from public;
grant execute on function app.trips_to_declare() to doan_ra_app;

do $$
declare
  own constant text := 'body_id = any ((select app.bodies())::uuid[])';
  keeper constant text := '(select app.housekeeping())';
  visible constant text := 'exists (select from delegation where delegation.id = delegation_id)';
  myself constant text := 'account_id = (select app.account())';
  -- Nobody signs for somebody else: a member for the trips in which they travel, the unit for a paper alone.
  signs constant text := '(select app.permission()) = ''own.write'' and document_number is null and exists ('
    'select from app.trips_to_declare() trip where trip.id = delegation_id and trip.member_key = member_declaration.member_key'
    ' and trip.person_id = member_declaration.person_id and trip.root_id = member_declaration.root_id'
    ' and trip.body_id = member_declaration.body_id)';
  enters constant text := '(select app.permission()) = ''dossiers.write'' and document_number is not null';
begin
  call app.guard('member_declaration',
    format('%s or %s or %s', keeper, myself, visible),
    format('%s or %s and (%s or %s and %s and %s)', keeper, myself, signs, enters, own, visible));
end
$$;
revoke update, delete on member_declaration from doan_ra_app;
