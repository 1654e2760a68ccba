-- A committee that appraises dossiers (hội đồng thẩm định): who sits on it, what each declares and votes, and its minutes. It advises
-- whoever examines and decides, so nothing of it is for the unit's eyes: it is read by root, as assessments are.
create table committee (
  id uuid primary key,
  root_id uuid not null references body (id),
  meets_on date not null,
  meets_at text not null check (meets_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  -- The room, or where one joins.
  place text not null check (place <> ''),
  online boolean not null,
  convened_by text not null,
  convened_at timestamptz not null default now(),
  called_off_at timestamptz,
  called_off_by text,
  called_off_reason text,
  closed_at timestamptz,
  closed_by text,
  remarks text not null default '',
  -- Each dossier with its votes and their sums, as they were when the chair closed it.
  minutes jsonb,
  check ((closed_at is null) = (minutes is null)),
  check ((called_off_at is null) = (called_off_reason is null)),
  check (closed_at is null or called_off_at is null)
);
create index committee_by_root on committee (root_id, meets_on desc, id desc);

create table committee_member (
  id uuid primary key,
  committee_id uuid not null references committee (id),
  root_id uuid not null references body (id),
  part text not null check (part in ('chair', 'secretary', 'member')),
  -- None for somebody from outside, whose signed papers the secretary enters.
  account_id uuid references account (id),
  name text not null check (name <> ''),
  organisation text not null,
  check (account_id is not null or part = 'member'),
  unique (committee_id, account_id)
);
create index committee_member_by_account on committee_member (account_id) where account_id is not null;

create table committee_dossier (
  committee_id uuid not null references committee (id),
  delegation_id uuid not null references delegation (id),
  root_id uuid not null references body (id),
  position integer not null,
  -- Of the content that was laid before it: another dossier is another matter.
  content_hash text not null,
  primary key (committee_id, delegation_id)
);
create index committee_dossier_by_delegation on committee_dossier (delegation_id);

-- Conflicts of interest, declared before the vote. Only added to: what was once declared keeps its member from the vote.
create table committee_declaration (
  id uuid primary key,
  committee_id uuid not null references committee (id),
  member_id uuid not null references committee_member (id),
  root_id uuid not null references body (id),
  -- [{ dossierId, kind, note }]; empty where there is none.
  conflicts jsonb not null,
  -- The paper that somebody from outside has signed.
  paper_number text,
  paper_on date,
  by_name text not null,
  at timestamptz not null default now(),
  check ((paper_number is null) = (paper_on is null))
);
create index committee_declaration_by_committee on committee_declaration (committee_id, at);

-- Votes. Only added to: the latest of a member on a dossier counts.
create table committee_vote (
  id uuid primary key,
  committee_id uuid not null references committee (id),
  member_id uuid not null references committee_member (id),
  delegation_id uuid not null,
  root_id uuid not null references body (id),
  answer text not null check (answer in ('approve', 'approve-with-cuts', 'postpone', 'refuse', 'abstain')),
  note text not null default '',
  paper_number text,
  paper_on date,
  by_name text not null,
  at timestamptz not null default now(),
  check ((paper_number is null) = (paper_on is null)),
  foreign key (committee_id, delegation_id) references committee_dossier (committee_id, delegation_id)
);
create index committee_vote_by_committee on committee_vote (committee_id, at);

do $$
declare
  keeper constant text := '(select app.housekeeping())';
  root constant text := 'root_id = any ((select app.roots())::uuid[])';
  examines constant text := '(select app.permission()) = ''dossiers.examine''';
  deliberates constant text := '(select app.permission()) = ''dossiers.deliberate''';
  is_open constant text := 'closed_at is null and called_off_at is null';
  seated constant text := 'exists (select from committee_member own where own.committee_id = committee.id'
    ' and own.account_id = (select app.account())%s)';
  of_open constant text := 'exists (select from committee held where held.id = committee_id'
    ' and held.closed_at is null and held.called_off_at is null and held.root_id = %I.root_id)';
  -- Who has an account speaks for themselves; for those from outside the secretary enters what they have signed.
  speaks constant text := 'exists (select from committee_member seat where seat.id = member_id'
    ' and seat.committee_id = %1$I.committee_id and ('
    '  seat.account_id = (select app.account()) and paper_number is null'
    '  or seat.account_id is null and paper_number is not null and exists ('
    '    select from committee_member own where own.committee_id = seat.committee_id'
    '      and own.part = ''secretary'' and own.account_id = (select app.account()))))';
begin
  call app.guard('committee', format('%s or %s', keeper, root), format('%s or %s and %s', keeper, examines, root));
  -- What is closed stays as it is, for everybody; closing is for the chair.
  execute format('alter policy changing on committee using ((select app.writes()) and %s and (%s or %s and (%s or %s and %s)))'
    ' with check ((select app.writes()) and (%s or %s and (%s and closed_at is null or %s and %s)))',
    is_open, keeper, root, examines, deliberates, format(seated, ''),
    keeper, root, examines, deliberates, format(seated, ' and own.part = ''chair'''));
  call app.guard('committee_member', format('%s or %s', keeper, root),
    format('%s and (%s or %s and %s)', format(of_open, 'committee_member'), keeper, examines, root));
  call app.guard('committee_dossier', format('%s or %s', keeper, root),
    format('%s and (%s or %s and %s and exists (select from delegation where delegation.id = delegation_id'
      ' and delegation.root_id = committee_dossier.root_id))', format(of_open, 'committee_dossier'), keeper, examines, root));
  call app.guard('committee_declaration', format('%s or %s', keeper, root),
    format('%s and (%s or %s and %s and %s)', format(of_open, 'committee_declaration'), keeper, deliberates, root,
      format(speaks, 'committee_declaration')));
  call app.guard('committee_vote', format('%s or %s', keeper, root),
    format('%s and (%s or %s and %s and %s)', format(of_open, 'committee_vote'), keeper, deliberates, root,
      format(speaks, 'committee_vote')));
end
$$;
revoke delete on committee from doan_ra_app;
revoke update, delete on committee_member, committee_dossier, committee_declaration, committee_vote from doan_ra_app;
