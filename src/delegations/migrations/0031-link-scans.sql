-- The scan of a declaration on paper: a file of the same dossier.
alter table delegation_attachment add constraint delegation_attachment_of_dossier unique (id, delegation_id);
alter table member_declaration
  add column scan_id uuid,
  add constraint member_declaration_scan foreign key (scan_id, delegation_id) references delegation_attachment (id, delegation_id),
  add constraint member_declaration_scan_of_paper check (scan_id is null or document_number is not null);
