-- A dossier may name hundreds of countries and ask hundreds of bodies: an index entry has room for neither.
drop index delegation_by_number;
create index delegation_by_number on delegation (year desc, number desc, id);
