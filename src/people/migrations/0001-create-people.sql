-- People of the bodies. A row belongs to the body where the person now holds the main post.
create table person (
  id uuid primary key,
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  -- The key by which the office knows the person, unique within the root: imports recognise them by it.
  code text not null,
  name text not null check (name <> ''),
  -- Sorts by given name, then the rest, in the Vietnamese order.
  sort_key text collate "C" not null,
  -- Name, code and post without diacritics, for search.
  search_key text not null,
  birth_date date,
  sex text check (sex in ('female', 'male')),
  rank_code text,
  grade text,
  -- Who manages the cadre, and the main post now, as lists show it.
  managed_by text,
  post_title text,
  leader boolean not null default false,
  retires_on date,
  email text,
  phone text,
  left_on date,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  -- Who changed the row last, as they are called: told to somebody whose change comes too late.
  changed_by text,
  unique (root_id, code)
);
create index person_by_root on person (root_id, sort_key, id);
create index person_by_body on person (body_id, sort_key, id);
create index person_by_name on person (sort_key, id);
create index person_by_manager on person (managed_by, sort_key, id) where managed_by is not null and managed_by <> 'unit';
create index person_leading on person (sort_key, id) where leader;

-- The words by which people are found, one a row. Under row-level security an index answers only comparisons that give
-- nothing away when they fail; those of full-text search are none of them, those of plain text are.
create table person_word (
  word text collate "C" not null,
  person_id uuid not null references person (id) on delete cascade,
  root_id uuid not null,
  body_id uuid not null,
  -- Those who have left are found only when asked for.
  has_left boolean not null,
  primary key (person_id, word)
);
create index person_word_by_word on person_word (word, person_id) include (root_id, body_id, has_left);
create index person_word_by_body on person_word (body_id, word, person_id) include (root_id, has_left);

create function app.keep_person_words() returns trigger language plpgsql as $$
begin
  delete from person_word where person_id = new.id;
  insert into person_word (word, person_id, root_id, body_id, has_left)
    select distinct word, new.id, new.root_id, new.body_id, new.left_on is not null from unnest(string_to_array(trim(new.search_key), ' ')) word
    where word <> '';
  return null;
end
$$;
create trigger person_words_are_kept after insert or update of search_key, root_id, body_id, left_on on person
  for each row execute function app.keep_person_words();

create table post (
  id uuid primary key,
  person_id uuid not null references person (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  title text not null check (title <> ''),
  -- The main post decides to which body the person belongs.
  main boolean not null default true,
  leader boolean not null default false,
  -- Belongs to the collective leadership of the body.
  collective boolean not null default false,
  managed_by text,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  document text
);
create index post_by_person on post (person_id, valid_from);
create index post_by_body on post (body_id, valid_from);

create table kinship (
  id uuid primary key,
  person_id uuid not null references person (id),
  relative_id uuid not null references person (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  relation text not null,
  declared_on date not null,
  check (person_id <> relative_id),
  unique (person_id, relative_id)
);
create index kinship_by_relative on kinship (relative_id);

create table passport (
  id uuid primary key,
  person_id uuid not null references person (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  kind text not null check (kind in ('diplomatic', 'official', 'ordinary')),
  -- None once the holder has left for so long that it is no longer kept.
  number text,
  issued_on date not null,
  expires_on date not null check (expires_on > issued_on),
  custodian_id uuid references body (id),
  state text not null default 'kept' check (state in ('kept', 'handed-over', 'lost', 'cancelled')),
  -- While it is handed over: the day by which it is to be back.
  due_back date,
  unique (kind, number)
);
create index passport_by_root on passport (root_id, expires_on);
create index passport_by_body on passport (body_id, expires_on);
create index passport_by_person on passport (person_id);
create index passport_by_custodian on passport (custodian_id, expires_on);

-- The hand-over register of the custodian: only added to.
create table passport_movement (
  id uuid primary key,
  passport_id uuid not null references passport (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  kind text not null check (kind in ('received', 'handed-over', 'returned', 'transferred', 'lost', 'cancelled')),
  on_day date not null,
  due_back date,
  received_by text,
  document text,
  note text,
  recorded_at timestamptz not null default now()
);
create index passport_movement_by_passport on passport_movement (passport_id, on_day);

-- The trips of each person, fed by plans and dossiers.
create table trip_entry (
  id uuid primary key,
  person_id uuid not null references person (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  year integer not null,
  state text not null check (state in ('planned', 'approved', 'done', 'cancelled')),
  source_kind text not null check (source_kind in ('plan', 'dossier', 'import')),
  source_id uuid not null,
  title text not null,
  countries text[] not null,
  departs_on date,
  returns_on date,
  unique (source_kind, source_id, person_id)
);
create index trip_entry_by_person on trip_entry (person_id, year);
create index trip_entry_by_source on trip_entry (source_kind, source_id);

create table import_batch (
  id uuid primary key,
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  kind text not null,
  file_name text not null,
  file_hash text not null,
  mapping jsonb not null,
  account_id uuid not null,
  done_at timestamptz not null default now(),
  undone_at timestamptz
);
create index import_batch_by_root on import_batch (root_id, done_at desc);

create table import_row (
  id uuid primary key,
  batch_id uuid not null references import_batch (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  line integer not null,
  outcome text not null check (outcome in ('added', 'changed', 'unchanged', 'rejected')),
  reasons jsonb,
  person_id uuid,
  -- What the person was before, whole, so that the import can be undone. Past its retention a row keeps only its line and
  -- its outcome.
  before jsonb,
  after jsonb
);
create index import_row_by_batch on import_row (batch_id, line);

call app.guard_by_body('person');
call app.guard_by_body('person_word');
-- Where somebody served before is seen with the person; it belongs to the body of that time.
call app.guard(
  'post',
  '(select app.housekeeping()) or root_id = any ((select app.roots())::uuid[]) or body_id = any ((select app.bodies())::uuid[])'
    ' or exists (select from person where person.id = person_id)',
  '(select app.housekeeping()) or root_id = any ((select app.roots())::uuid[]) or body_id = any ((select app.bodies())::uuid[])'
);
call app.guard_by_body('kinship');
call app.guard_by_body('passport');
call app.guard_by_body('passport_movement');
call app.guard_by_body('trip_entry');
call app.guard_by_body('import_batch');
call app.guard_by_body('import_row');
-- An entry of the register stays as it was written; it only goes with the person to another body.
revoke update, delete on passport_movement from doan_ra_app;
grant update (root_id, body_id) on passport_movement to doan_ra_app;
