-- A committee votes by the rule under which it was convened, whatever procedure its dossiers keep later. Those that are there were
-- convened under the one rule that there has been.
alter table committee_dossier add column voting_rule jsonb not null
  default '{"members": 3, "quorum": {"part": 2, "of": 3}, "majority": {"part": 1, "of": 2}}';
alter table committee_dossier alter column voting_rule drop default;
