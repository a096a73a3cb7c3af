-- A file that somebody uploaded. stored_at and unnamed_since are system time: how long bytes are kept is not business.
create table attachment (
  tenant text not null,
  id text not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size_bytes integer not null,
  uploader_id text not null,
  uploader_unit_id text not null,
  scan text not null check (scan in ('pending', 'clean', 'refused')),
  scanned_by text not null,
  scan_after timestamptz(3) not null,
  stored_at timestamptz(3) not null,
  -- Since when no case names it; null while one does.
  unnamed_since timestamptz(3),
  primary key (tenant, id)
);
select huiyin_tenant_table('attachment');
create index attachment_to_scan on attachment (tenant, scan_after, id) where scan = 'pending';
create index attachment_unnamed on attachment (tenant, unnamed_since, id) where unnamed_since is not null;

create table attachment_chunk (
  tenant text not null,
  attachment_id text not null,
  position integer not null,
  bytes bytea not null check (octet_length(bytes) between 1 and 262144),
  primary key (tenant, attachment_id, position)
);
select huiyin_tenant_table('attachment_chunk');

-- Which part of which case names a file: who may read that part may read the file.
create table attachment_use (
  tenant text not null,
  attachment_id text not null,
  case_id text not null,
  part text not null check (part in ('text', 'final-reply')),
  primary key (tenant, attachment_id, case_id, part)
);
select huiyin_tenant_table('attachment_use');
create index attachment_use_by_case on attachment_use (tenant, case_id);
