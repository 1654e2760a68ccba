-- A dossier is saved many times while it is drafted. Where its page has room the new version stands beside the old one, and none of
-- the indexes has to be told.
alter table delegation set (fillfactor = 75);

-- What is kept of a step or a save is long, and compressed on its way in: by the faster of the two ways, where the database has it.
do $$
declare
  kept record;
begin
  for kept in
    select attrelid::regclass as of_table, attname as named from pg_attribute
    where attrelid in ('delegation'::regclass, 'delegation_step'::regclass, 'delegation_edit'::regclass, 'audit_entry'::regclass)
      and attnum > 0 and not attisdropped and atttypid in ('text'::regtype, 'jsonb'::regtype, 'json'::regtype)
  loop
    execute format('alter table %s alter column %I set compression lz4', kept.of_table, kept.named);
  end loop;
exception when feature_not_supported then
  null;
end
$$;
