-- Cases that are still on their way and that nobody has to act on: there must be none (I5), so this holds nothing.
create index case_file_without_owner on case_file (tenant)
  where origin = 'live' and next_party_kind = ''
    and stage not in ('withdrawn', 'not-admitted', 'merged', 'archived');
