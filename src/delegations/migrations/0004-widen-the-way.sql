-- What the way of a dossier needs besides its state.
alter table delegation
  -- Signed straight to the authority; looked at by the examiners afterwards.
  add column urgent boolean not null default false,
  add column controlled_at timestamptz,
  -- The clock of the stage: stopped since this day; working days it has stood still before.
  add column paused_on date,
  add column paused_days integer not null default 0,
  -- Bodies outside the sender that were asked something about it.
  add column asked_body_ids uuid[] not null default '{}';
create index delegation_by_asked on delegation using gin (asked_body_ids);

-- Who is heard about a dossier, by which day, and what they say.
create table delegation_opinion (
  id uuid primary key,
  delegation_id uuid not null references delegation (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  -- mission, organisation-board, finance, public-security, home-body, other
  party text not null,
  -- How the party is called in letters.
  party_name text not null,
  country text,
  asked_body_id uuid references body (id),
  -- Keys of the members whose body is asked.
  members text[] not null default '{}',
  question text not null,
  silence text not null check (silence in ('waits', 'no-objection')),
  -- The way demands it; others were asked by the examiners of their own accord.
  required boolean not null,
  due date not null,
  asked_by text not null,
  asked_at timestamptz not null default now(),
  answer text check (answer in ('agrees', 'no-objection', 'objects')),
  answer_text text not null default '',
  answered_on date,
  answered_by text,
  document_number text,
  -- No longer needed, since the dossier has changed.
  dropped_at timestamptz,
  check ((answer is null) = (answered_on is null)),
  unique nulls not distinct (delegation_id, party, country, asked_body_id, party_name)
);
create index delegation_opinion_by_country on delegation_opinion (country) where answer is null;
create index delegation_opinion_by_asked on delegation_opinion (asked_body_id) where answer is null;

-- What is written back and forth about a question. Only added to.
create table delegation_opinion_message (
  id uuid primary key,
  opinion_id uuid not null references delegation_opinion (id),
  delegation_id uuid not null references delegation (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  text text not null check (text <> ''),
  by_name text not null,
  at timestamptz not null default now()
);
create index delegation_opinion_message_by_opinion on delegation_opinion_message (opinion_id, at);

-- What examiners think of a finding, or of what only a person can judge. Not for the unit's eyes.
create table delegation_assessment (
  id uuid primary key,
  delegation_id uuid not null references delegation (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  -- A rule of the law, or practicality, overlap, programme.
  subject text not null,
  norm text,
  -- Of whom or what: the subject of the finding, the key of an explanation.
  about text,
  judgement text not null,
  reason_code text not null,
  note text not null default '',
  by_name text not null,
  at timestamptz not null default now(),
  unique nulls not distinct (delegation_id, subject, norm, about)
);
create index delegation_assessment_by_root on delegation_assessment (root_id, at desc);

-- Which norms an authority may waive: the register of authority (thẩm quyền cho phép ngoại lệ).
create table exception_authority (
  id uuid primary key,
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  -- Rules of the law; all of them where empty.
  rules text[] not null,
  valid_from date not null,
  valid_to date,
  document_number text not null,
  document_on date not null,
  entered_by text not null,
  entered_at timestamptz not null default now(),
  check (valid_to is null or valid_to >= valid_from)
);
create index exception_authority_by_root on exception_authority (root_id, body_id);

do $$
declare
  own constant text := 'body_id = any ((select app.bodies())::uuid[])';
  root constant text := 'root_id = any ((select app.roots())::uuid[])';
  reporting constant text := 'root_id = any ((select app.reporting_roots())::uuid[])';
  keeper constant text := '(select app.housekeeping())';
  unit_writes constant text := '(select app.permission()) in (''dossiers.write'', ''dossiers.sign'')';
  above_writes constant text := '(select app.permission()) in (''dossiers.examine'', ''dossiers.decide'')';
  advises constant text := '(select app.permission()) = ''dossiers.advise''';
  left_unit constant text := 'state not in (''draft'', ''submitted'', ''withdrawn'')';
  with_others constant text :=
    'state in (''examining'', ''proposed'', ''agreed'', ''approved'', ''amending'', ''amended'')';
  visible constant text := 'exists (select from delegation where delegation.id = delegation_id)';
begin
  drop policy reading on delegation;
  execute format(
    'create policy reading on delegation for select using (%s or %s and %s or %s or %s and state = ''approved'''
    ' or %s and (countries && (select app.countries())::text[] or asked_body_ids && (select app.bodies())::uuid[]))',
    keeper, root, left_unit, own, reporting, with_others);

  -- Who is asked sees the own question, not what others say.
  call app.guard('delegation_opinion',
    format('%s or %s and (%s or %s or country = any ((select app.countries())::text[])'
      ' or asked_body_id = any ((select app.bodies())::uuid[]))', keeper, visible, root, own),
    format('%s or %s and (%s and (%s or country = any ((select app.countries())::text[])'
      ' or asked_body_id = any ((select app.bodies())::uuid[])) or %s and %s or %s and %s)',
      keeper, visible, advises, root, above_writes, root, unit_writes, own));
  call app.guard('delegation_opinion_message',
    keeper || ' or exists (select from delegation_opinion where delegation_opinion.id = opinion_id)');
  call app.guard('delegation_assessment', format('%s or %s', keeper, root),
    format('%s or %s and %s', keeper, above_writes, root));
  call app.guard('exception_authority', format('%s or %s or %s', keeper, root, own), format('%s or %s', keeper, root));
end
$$;
revoke update, delete on delegation_opinion_message from doan_ra_app;
revoke delete on delegation_opinion, exception_authority from doan_ra_app;
