-- The dossiers that an account has worked on, for its calendar.
create index delegation_step_by_account on delegation_step (account_id, delegation_id) where account_id is not null;
create index delegation_edit_by_account on delegation_edit (account_id, delegation_id) where account_id is not null;
