-- A dossier that is with the authority above is still seen by those who were asked about it. Whoever examines or decides passes
-- it on; what the authority above has decided is entered by the examiners: the estimate is frozen and its money committed with
-- that step, and with no other of theirs.
do $$
declare
  own constant text := 'body_id = any ((select app.bodies())::uuid[])';
  root constant text := 'root_id = any ((select app.roots())::uuid[])';
  reporting constant text := 'root_id = any ((select app.reporting_roots())::uuid[])';
  keeper constant text := '(select app.housekeeping())';
  unit_writes constant text := '(select app.permission()) in (''dossiers.write'', ''dossiers.sign'')';
  above_writes constant text :=
    '(select app.permission()) in (''dossiers.examine'', ''dossiers.decide'', ''dossiers.handle'')';
  left_unit constant text := 'state not in (''draft'', ''submitted'', ''withdrawn'')';
  with_others constant text :=
    'state in (''examining'', ''proposed'', ''agreed'', ''passed-up'', ''approved'', ''amending'', ''amended'')';
  visible constant text := 'exists (select from delegation where delegation.id = delegation_id)';
  -- The latest step of the dossier enters a decision from above.
  entered constant text := '(select app.permission()) = ''dossiers.examine'' and ''approve-above'' = ('
    'select action from delegation_step where delegation_step.delegation_id = %s order by position desc limit 1)';
begin
  execute format(
    'alter policy reading on delegation using (%s or %s and %s or %s or %s and state = ''approved'''
    ' or %s and (countries && (select app.countries())::text[] or asked_body_ids && (select app.bodies())::uuid[]))',
    keeper, root, left_unit, own, reporting, with_others);
  execute format('alter policy changing on delegation using ((select app.writes()) and (%s or %s and %s or %s and %s))',
    keeper, unit_writes, own, above_writes, root);
  execute format('alter policy adding on delegation_step with check ((select app.writes()) and (%s or %s and (%s and %s or %s and %s)))',
    keeper, visible, unit_writes, own, above_writes, root);

  execute format('create policy adding_from_above on delegation_estimate for insert with check ('
    '(select app.writes()) and %s and root_id = any ((select app.roots())::uuid[]) and %s)',
    visible, format(entered, 'delegation_estimate.delegation_id'));
  execute format('create policy adding_for_dossiers_from_above on money_entry for insert with check ('
    '(select app.writes()) and source = ''state-budget'' and kind in (''committed'', ''released'')'
    ' and root_id = any ((select app.roots())::uuid[]) and exists ('
    '  select from delegation where delegation.id = money_entry.dossier_id'
    '    and delegation.plan_line = money_entry.origin_id and delegation.body_id = money_entry.body_id'
    ') and %s)', format(entered, 'money_entry.dossier_id'));
end
$$;
