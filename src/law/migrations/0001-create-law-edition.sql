-- Every edition of the law that ever ran on this database, whole: a verdict names the hash of its edition and can be
-- replayed years later. Editions are only ever added.
create table law_edition (
  hash text primary key check (hash <> ''),
  content jsonb not null,
  first_loaded_at timestamptz not null default now()
);

create function refuse_change_of_law_edition() returns trigger language plpgsql as $$
begin
  raise exception 'law_edition is append-only: % is refused; load the changed law, it becomes a new edition', tg_op
    using errcode = 'restrict_violation';
end
$$;

create trigger law_edition_is_append_only before update or delete on law_edition
  for each row execute function refuse_change_of_law_edition();

create trigger law_edition_is_never_emptied before truncate on law_edition
  for each statement execute function refuse_change_of_law_edition();
