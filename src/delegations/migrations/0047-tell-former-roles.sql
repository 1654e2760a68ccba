-- The ledgers learn as what people travelled in the dossiers that were decided before.
do $$
begin
  -- Ledgers are everybody's: the server itself keeps them here.
  perform set_config('app.housekeeping', 'on', true), set_config('app.writes', 'on', true);
  update trip_entry entered set role = member ->> 'role'
  from delegation decided cross join lateral jsonb_array_elements(decided.content -> 'members') member
  where entered.source_kind = 'dossier' and entered.source_id = decided.id
    and member ->> 'personId' = entered.person_id::text;
end
$$;
