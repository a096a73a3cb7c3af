-- Receipts of paper forms are read from the events: the latest first, of one person or of all.
create index event_paper_form on event (tenant, position desc)
  where type = 'suggestion-submitted' and payload ->> 'paperForm' <> '';
create index event_paper_form_of on event (tenant, person_id, position desc)
  where type = 'suggestion-submitted' and payload ->> 'paperForm' <> '';
