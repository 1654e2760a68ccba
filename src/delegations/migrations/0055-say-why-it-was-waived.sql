-- Why an exception was granted, by a code that can be counted, and the last day on which it may be used. Earlier ones say neither.
alter table delegation_waiver
  add column reason_code text check (reason_code <> ''),
  add column last_day date;
