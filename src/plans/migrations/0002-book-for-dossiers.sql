-- Money of a line that the decision on a dossier committed, or its cancelling released. The dossiers stand in a later part
-- of the system, which adds who may book so.
alter table money_entry add column dossier_id uuid;
create index money_entry_by_dossier on money_entry (dossier_id) where dossier_id is not null;
