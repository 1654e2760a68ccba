-- Whether a meeting over video, or the mission abroad, could have done it as the unit itself says: counted without reading contents.
alter table delegation
  add column video_could boolean not null
    generated always as (coalesce(content #>> '{weighed,virtual,able}' = 'true', false)) stored,
  add column mission_could boolean not null
    generated always as (coalesce(content #>> '{weighed,mission,able}' = 'true', false)) stored;
