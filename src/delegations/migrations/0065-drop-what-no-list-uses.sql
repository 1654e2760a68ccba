-- Whoever reads by a root sees the drafts of their own body too, so that no list could use these.
drop index delegation_left_unit;
drop index delegation_left_unit_by_departure;
