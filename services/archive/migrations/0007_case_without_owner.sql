-- Whose turn it is is written 'none' where nobody must act, and a unit or a deputy that is not named acts as little.
drop index case_file_without_owner;
create index case_file_without_owner on case_file (tenant)
  where origin = 'live' and stage not in ('withdrawn', 'not-admitted', 'merged', 'archived')
    and (next_party_kind in ('', 'none') or (next_party_kind in ('unit', 'deputy') and next_party_id = ''));
