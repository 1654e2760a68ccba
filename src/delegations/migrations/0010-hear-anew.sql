-- An answer speaks of what was asked about. Where that has changed the party is asked anew; what it said before stays, as an
-- answer that no longer counts.
alter table delegation_opinion
  -- What of the dossier was asked about: { days, items }; see `opinions/about.ts`.
  add column about jsonb,
  -- It came by letter, and was entered by the examiners.
  add column by_letter boolean not null default false,
  -- The question that this answer was given to before; its own row is dropped from the first.
  add column former_of uuid references delegation_opinion (id),
  add check (former_of is null or dropped_at is not null);

-- What the procedure wants is asked once; the examiners may ask the same party as often as they need.
do $$
begin
  execute (
    select format('alter table delegation_opinion drop constraint %I', conname) from pg_constraint
    where conrelid = 'delegation_opinion'::regclass and contype = 'u'
  );
end
$$;
create unique index delegation_opinion_once
  on delegation_opinion (delegation_id, party, country, asked_body_id, party_name) nulls not distinct
  where required and former_of is null;

-- Likewise what an examiner has judged: a trip that was practical is not so whatever becomes of it.
alter table delegation_assessment add column judged jsonb;

create index delegation_opinion_by_delegation on delegation_opinion (delegation_id);
