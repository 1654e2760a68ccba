-- Who reads by a whole root sees no drafts: the newest dossiers are mostly those, and its lists passed over them one by one.
create index delegation_left_unit on delegation (year desc, number desc, id)
  where state not in ('draft', 'submitted', 'withdrawn');
create index delegation_left_unit_by_departure on delegation (departs_on desc nulls last, id)
  where state not in ('draft', 'submitted', 'withdrawn');
