-- A trip stands in the ledger of whoever travels, which belongs to the body where they work. Whoever may change the dossier from
-- which it came may say there that it does not take place, or take it away: of other trips of that person they learn nothing.
-- A function, so that it is asked of the few trips out of reach one by one, and never by reading all dossiers within reach.
create function app.reaches_dossier(dossier uuid) returns boolean language plpgsql stable cost 10000 as $$
begin
  return exists (
    select from delegation one
    where one.id = dossier and (one.root_id = any (app.roots()) or one.body_id = any (app.bodies()))
  );
end
$$;
create policy reading_of_dossier on trip_entry for select
  using (source_kind = 'dossier' and app.reaches_dossier(source_id));
create policy changing_of_dossier on trip_entry for update
  using ((select app.writes()) and source_kind = 'dossier' and app.reaches_dossier(source_id));
create policy removing_of_dossier on trip_entry for delete
  using ((select app.writes()) and source_kind = 'dossier' and app.reaches_dossier(source_id));

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
