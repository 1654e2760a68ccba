-- A trip stands in the ledger of whoever travels, which belongs to the body where they work. Whoever may change the dossier from
-- which it came may say there that it does not take place, or take it away: of other trips of that person they learn nothing.
create policy reading_of_dossier on trip_entry for select using (
  source_kind = 'dossier' and exists (
    select from delegation one where one.id = source_id
      and (one.root_id = any ((select app.roots())::uuid[]) or one.body_id = any ((select app.bodies())::uuid[])))
);
create policy changing_of_dossier on trip_entry for update using (
  (select app.writes()) and source_kind = 'dossier' and exists (
    select from delegation one where one.id = source_id
      and (one.root_id = any ((select app.roots())::uuid[]) or one.body_id = any ((select app.bodies())::uuid[])))
);
create policy removing_of_dossier on trip_entry for delete using (
  (select app.writes()) and source_kind = 'dossier' and exists (
    select from delegation one where one.id = source_id
      and (one.root_id = any ((select app.roots())::uuid[]) or one.body_id = any ((select app.bodies())::uuid[])))
);

-- What was called off, or put off and not decided anew, before this was so.
do $$
begin
  perform set_config('app.housekeeping', 'on', true), set_config('app.writes', 'on', true);
  update trip_entry entered set state = 'cancelled'
  from delegation one
  where entered.source_kind = 'dossier' and entered.source_id = one.id and entered.state <> 'cancelled' and (
    one.state = 'cancelled' or (
      select action from delegation_step
      where delegation_id = one.id and (to_state = 'approved' or action = 'postpone') and action <> 'keep'
      order by position desc limit 1
    ) = 'postpone'
  );
end
$$;
