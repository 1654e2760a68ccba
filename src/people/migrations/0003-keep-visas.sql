-- The visas in a passport, as far as a trip is planned by them: for where, from when to when, for how many entries. No numbers.
create table visa (
  id uuid primary key,
  passport_id uuid not null references passport (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  country text not null check (country ~ '^[A-Z]{2}$'),
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  entries text not null check (entries in ('single', 'multiple'))
);
create index visa_by_passport on visa (passport_id, valid_from);
call app.guard_by_body('visa');
