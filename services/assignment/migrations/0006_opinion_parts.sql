-- 协办意见 in parts (domain.md §4.6): a draft from before has the opinion alone.
alter table co_opinion_draft
  add column facts text not null default '',
  -- [{ text, dueOn }]
  add column commitments jsonb not null default '[]',
  -- A, B, C or D of the unit's own part; empty while it is not said.
  add column result_class text not null default '';
