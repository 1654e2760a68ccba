-- Which body decides a dossier that is with the authority: by the procedure, or the root where any authority of it may. None before.
-- With it the ground on which it is that body, or that nobody here decides: { above, source }.
alter table delegation add column decided_by uuid references body (id), add column decider jsonb;
-- Row-level security binds whoever owns the table, too.
set local app.housekeeping = 'on';
set local app.writes = 'on';
update delegation set decided_by = root_id where state in ('proposed', 'agreed', 'amended');
reset app.housekeeping;
reset app.writes;
-- The desk of each of them, what has waited longest first.
create index delegation_by_decider on delegation (decided_by, state, state_since)
  where state in ('proposed', 'agreed', 'amended');
