-- The body whose authority an exception was granted with; who signed stands in decided_by.
alter table delegation_waiver add column authority text not null default '';
create index delegation_waiver_by_body on delegation_waiver (body_id, at desc);
