-- Papers of those who examine and decide, the decision above all: the unit can neither bring such a paper nor take it out. They
-- see their own papers also when they have taken them out before the next step.
alter table delegation_attachment add column from_above boolean not null default false;

do $$
declare
  own constant text := 'body_id = any ((select app.bodies())::uuid[])';
  root constant text := 'root_id = any ((select app.roots())::uuid[])';
  keeper constant text := '(select app.housekeeping())';
  unit_writes constant text := '(select app.permission()) in (''dossiers.write'', ''dossiers.sign'')';
  above_writes constant text := '(select app.permission()) = ''dossiers.handle''';
  visible constant text := 'exists (select from delegation where delegation.id = delegation_id)';
  stood constant text := 'exists (select from delegation_step step where step.delegation_id = delegation_attachment.delegation_id'
    ' and step.position > added_after and step.position <= removed_after)';
  change constant text := format('(select app.writes()) and (%s or %s and (%s and %s and not from_above or %s and %s and from_above))',
    keeper, visible, unit_writes, own, above_writes, root);
begin
  execute format('alter policy reading on delegation_attachment using (%s or %s and (%s or removed_after is null or %s or from_above and %s))',
    keeper, visible, own, stood, root);
  execute format('alter policy adding on delegation_attachment with check (%s)', change);
  execute format('alter policy changing on delegation_attachment using (%s)', change);
end
$$;
