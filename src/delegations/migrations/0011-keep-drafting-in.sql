-- How a dossier was written, and what it was returned for, is between the unit and those above it: whoever is asked for an
-- opinion, or reads what is approved, sees the dossier as it stands.
do $$
declare
  own constant text := 'body_id = any ((select app.bodies())::uuid[])';
  root constant text := 'root_id = any ((select app.roots())::uuid[])';
  keeper constant text := '(select app.housekeeping())';
  visible constant text := 'exists (select from delegation where delegation.id = delegation_id)';
  inner_matter text;
begin
  foreach inner_matter in array array['delegation_edit', 'delegation_note'] loop
    execute format('drop policy reading on %I', inner_matter);
    execute format('create policy reading on %I for select using (%s or %s and (%s or %s))', inner_matter, keeper, visible, own, root);
  end loop;
end
$$;
