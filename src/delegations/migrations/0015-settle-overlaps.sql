-- How an examiner has an overlap with another delegation settled; `about` names that delegation.
alter table delegation_assessment
  add column resolution text check (resolution in ('merge', 'differentiated', 'postponed', 'cut'));
