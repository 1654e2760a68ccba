-- A norm that needs an exception may be allowed by name also where it is not known whether it is broken: the register says so.
alter table delegation_waiver add column not_known boolean not null default false;
